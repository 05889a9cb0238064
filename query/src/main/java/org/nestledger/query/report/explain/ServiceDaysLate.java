package org.nestledger.query.report.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.report.explain.Explanation.DaysSince;
import org.nestledger.query.report.explain.Explanation.Sum;

/** How many days an open service is late. */
record ServiceDaysLate(String plan, String service) implements Definition {

    @Override
    public String formula() {
        return "the days since the day on which the service was to be delivered, none where no day was agreed";
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return ServiceFigures.isOf(plan, event);
    }

    @Override
    public List<Lookup> lookups(Asked asked) {
        return List.of(ServiceFigures.lookup(plan));
    }

    @Override
    public Optional<Explanation> explain(Inquiry inquiry) {
        return PlannedService.of(inquiry.evidence(), plan).stream()
                .filter(each -> each.service().equals(service))
                .filter(PlannedService::isOpen)
                .filter(each -> inquiry.covers(each.agreement().event().zone()))
                .findFirst()
                .map(open -> since(inquiry, open));
    }

    private Explanation since(Inquiry inquiry, PlannedService open) {
        List<Entry> entries = List.of(Entry.of(open.agreement(), null, service));
        List<Entry> basis = inquiry.basis(Stream.of(open.agreement().event().zone()), List.of());
        LocalDate due = open.agreement().event().dueOn();
        return due == null
                ? new Sum(
                        inquiry.head(Amounts.DAYS, "none, since no day was agreed for the delivery"),
                        entries,
                        null,
                        basis)
                : new DaysSince(
                        inquiry.head(Amounts.DAYS, words(due, inquiry.day())), due, inquiry.day(), entries, basis);
    }

    private static String words(LocalDate due, LocalDate day) {
        return "the days from " + due + ", on which the service was to be delivered at the latest, to " + day;
    }
}
