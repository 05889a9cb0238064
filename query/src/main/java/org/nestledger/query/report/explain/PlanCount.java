package org.nestledger.query.report.explain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.service.ServiceEvent.ServicePlanAgreed;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.report.explain.Evidence.Standing;

/**
 * How many services a plan has.
 *
 * @param which of them count on a day
 * @param delivered whether the deliveries are listed instead of the agreements
 * @param late whether each is listed with the days that it is late
 */
record PlanCount(
        String plan, String formula, BiPredicate<PlannedService, LocalDate> which, boolean delivered, boolean late)
        implements Definition {

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
        return inquiry.evidence()
                .standing(ServicePlanAgreed.class)
                .filter(each -> each.event().plan().equals(plan))
                .max(Evidence.LATER)
                .filter(agreed -> inquiry.covers(agreed.event().zone()))
                .flatMap(agreed -> counted(inquiry, agreed));
    }

    private Optional<Explanation> counted(Inquiry inquiry, Standing<ServicePlanAgreed> agreed) {
        List<PlannedService> services = PlannedService.of(inquiry.evidence(), plan).stream()
                .filter(service -> which.test(service, inquiry.day()))
                .toList();
        List<Entry> entries = services.stream()
                .map(service -> entry(service, inquiry.day()))
                .sorted(Comparator.comparingLong(Entry::position))
                .toList();
        Stream<Standing<?>> agreements = delivered ? services.stream().map(PlannedService::agreement) : Stream.of();
        List<Entry> reasons = Stream.concat(Stream.of(agreed), agreements)
                .map(reason -> Entry.of(reason, null, null))
                .toList();
        return Statistic.COUNT.of(
                inquiry, entries, inquiry.basis(Stream.of(agreed.event().zone()), reasons));
    }

    private Entry entry(PlannedService service, LocalDate day) {
        @Nullable Amount days = late ? new Amount(service.daysLate(day), Amounts.DAYS) : null;
        Standing<?> delivery = service.delivery();
        return Entry.of(delivered && delivery != null ? delivery : service.agreement(), days, service.service());
    }
}
