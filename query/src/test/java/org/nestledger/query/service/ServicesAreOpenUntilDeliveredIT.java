package org.nestledger.query.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.testing.Books;

class ServicesAreOpenUntilDeliveredIT {

    private static final String STATE = "id, plan_name, agreed_on, due_on, delivered_on";

    private final Books books = new Books();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void eachDayHasTheServicesThatWereAgreedThen() {
        plan("s", "2023-02-01");
        agree("s", "power", "2023-02-01", "'dueOn':'2023-04-30'");
        agree("s", "water", "2023-03-01", "");
        long delivered = deliver("s", "power", "2023-05-02");

        assertThat(at("2023-01-31", delivered)).isEmpty();
        assertThat(at("2023-02-28", delivered)).containsExactly("s/power Plan s 2023-02-01 2023-04-30 -");
        assertThat(at("2023-05-02", delivered))
                .containsExactly("s/power Plan s 2023-02-01 2023-04-30 2023-05-02", "s/water Plan s 2023-03-01 - -");
        assertThat(at("2023-05-02", delivered - 1)).contains("s/power Plan s 2023-02-01 2023-04-30 -");
        assertThat(books.at("read.service_plan_at", "plan, name, project, agreed_on", "2023-02-01", delivered))
                .containsExactly("s Plan s j 2023-02-01");
    }

    @Test
    void reversalsTakeBackOneStepEach() {
        plan("s", "2023-02-01");
        long agreed = agree("s", "power", "2023-02-01", "'dueOn':'2023-04-30'");
        long delivered = deliver("s", "power", "2023-05-02");
        assertThat(service().result()).isEqualTo("done");

        books.reverse(delivered);
        assertThat(service().deliveredOn()).isNull();
        assertThat(service().result()).isNull();
        books.reverse(agreed);
        assertThat(books.queries().services().byId("s", "power")).isEmpty();
        assertThat(books.queries().services().planById("s").orElseThrow().plan().services())
                .isEmpty();
        books.reverse(1);
        assertThat(books.queries().services().planById("s")).isEmpty();
        assertThat(at("2023-12-31", delivered)).hasSize(1);
    }

    @Test
    void aDeliveryReversedAfterClosingCanBeRecordedAgain() {
        plan("s", "2023-02-01");
        agree("s", "power", "2023-02-01", "'dueOn':'2023-04-30'");
        long delivered = deliver("s", "power", "2023-05-02");
        books.restate(delivered, "2024-01-15");
        long now = deliver("s", "power", "2024-03-01");

        assertThat(at("2023-12-31", now)).containsExactly("s/power Plan s 2023-02-01 2023-04-30 2023-05-02");
        assertThat(at("2024-01-15", now)).containsExactly("s/power Plan s 2023-02-01 2023-04-30 -");
        assertThat(at("2024-03-01", now)).containsExactly("s/power Plan s 2023-02-01 2023-04-30 2024-03-01");
    }

    @Test
    void aServiceIsLateFromTheDayAfterItWasDueUntilItIsDelivered() {
        plan("s", "2023-02-01");
        agree("s", "power", "2023-02-01", "'dueOn':'2023-04-30'");
        agree("s", "water", "2023-02-01", "'dueOn':'2023-06-30'");
        agree("s", "road", "2023-02-01", "");
        deliver("s", "power", "2023-05-02");

        assertThat(lateOn("2023-04-30")).isEmpty();
        assertThat(lateOn("2023-05-01")).containsExactly("s/power");
        assertThat(lateOn("2023-05-02")).isEmpty();
        assertThat(lateOn("2023-07-01")).containsExactly("s/water");
    }

    @Test
    void theListIsNarrowed() {
        books.zone("z");
        books.zone("z-1", "z");
        books.project("j", "z", "e");
        plan("s", "2023-02-01");
        agree("s", "power", "2023-02-01", "");
        agree("s", "water", "2023-02-01", "");
        deliver("s", "power", "2023-05-02");

        assertThat(ids(new ServiceFilter("z", "j", "e", "s", null, null, null))).containsExactly("s/power", "s/water");
        assertThat(ids(new ServiceFilter("z-1", null, null, null, null, null, null)))
                .isEmpty();
        assertThat(ids(new ServiceFilter(null, null, "f", null, null, null, null)))
                .isEmpty();
        assertThat(ids(new ServiceFilter(null, null, null, null, true, null, null)))
                .containsExactly("s/water");
        assertThat(ids(new ServiceFilter(null, null, null, null, false, null, null)))
                .containsExactly("s/power");
        assertThat(ids(new ServiceFilter(null, null, null, null, null, null, "WAT")))
                .containsExactly("s/water");
    }

    @Test
    void aPlanIsShownWithItsServicesAndWithItsProject() {
        books.project("j", "z", "e");
        plan("s", "2023-02-01");
        agree("s", "power", "2023-02-01", "");
        var queries = books.queries();

        ServicePlanDetail plan = queries.services().planById("s").orElseThrow();
        assertThat(plan.plan().agreedOn()).isEqualTo(LocalDate.of(2023, 2, 1));
        assertThat(plan.plan().services()).extracting(ServiceView::name).containsExactly("Connect power");
        assertThat(Books.types(plan.history())).containsExactly("service.ServiceAgreed", "service.ServicePlanAgreed");
        assertThat(queries.projects().byId("j").orElseThrow().servicePlans()).containsExactly(plan.plan());
    }

    private List<String> lateOn(String day) {
        return ids(new ServiceFilter(null, null, null, null, null, LocalDate.parse(day), null));
    }

    private List<String> ids(ServiceFilter filter) {
        return books.queries().services().list(filter, PageRequest.first(9)).items().stream()
                .map(ServiceView::id)
                .toList();
    }

    private ServiceView service() {
        return books.queries().services().byId("s", "power").orElseThrow();
    }

    private List<String> at(String asOf, long knownAt) {
        return books.at("read.service_at", STATE, asOf, knownAt);
    }

    private void plan(String plan, String day) {
        books.event("service.ServicePlanAgreed", day, """
                {'zone':'z','project':'j','plan':'%s','name':'Plan %s'}""".formatted(plan, plan));
    }

    private long agree(String plan, String service, String day, String more) {
        return books.event(
                "service.ServiceAgreed", day, """
                {'zone':'z','project':'j','plan':'%s','service':'%s','name':'Connect %s'%s}""".formatted(plan, service, service, more.isEmpty() ? "" : "," + more));
    }

    private long deliver(String plan, String service, String day) {
        return books.event("service.ServiceDelivered", day, """
                {'zone':'z','project':'j','plan':'%s','service':'%s','result':'done'}""".formatted(plan, service));
    }
}
