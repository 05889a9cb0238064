package org.nestledger.query.report.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.measure.Area;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.report.explain.Explanation.DaysSince;

/**
 * The quota of a year that is left though that year ends with the report's or has ended, or the days that are left of the
 * year then.
 *
 * @param available what is left, of any year
 * @param end of the quota's year
 * @param days which of the two
 */
record QuotaLeft(AccountSum available, LocalDate end, boolean days) implements Definition {

    @Override
    public String formula() {
        return days
                ? "the days from the end of the period, or the report's day when it is earlier, to the end of the quota's year, "
                        + end + ", when some of the quota is left"
                : available.formula() + ", of a year that ends with the report's or has ended";
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return available.concerns(event);
    }

    @Override
    public List<Lookup> lookups(Asked asked) {
        return available.lookups(asked);
    }

    @Override
    public Optional<Explanation> explain(Inquiry inquiry) {
        if (end.getYear() > inquiry.day().getYear()) {
            return Optional.empty();
        }
        Inquiry ofArea = new Inquiry(inquiry.asked().in(Area.UNIT), inquiry.evidence(), formula());
        return available
                .explain(ofArea)
                .filter(left -> Recount.value(left).numerator().signum() > 0)
                .map(left -> days ? daysLeft(inquiry, left) : left);
    }

    /** @param left whose entries state the year */
    private DaysSince daysLeft(Inquiry inquiry, Explanation left) {
        String words = "the days from %s to %s, when the year of the quota ends; none when that day has passed"
                .formatted(inquiry.day(), end);
        return new DaysSince(inquiry.head(Amounts.DAYS, words), inquiry.day(), end, left.entries(), left.basis());
    }
}
