package org.nestledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.measure.Quantity;
import org.nestledger.core.project.ProjectStage;
import org.nestledger.query.history.HistoryEntry;
import org.nestledger.query.land.ParcelDetail;
import org.nestledger.query.land.ParcelFilter;
import org.nestledger.query.movement.Balance;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.project.Milestone;
import org.nestledger.query.project.ProjectDetail;
import org.nestledger.query.supply.SupplyDetail;
import org.nestledger.query.testing.Samples;
import org.nestledger.query.testing.ScenarioEvents;
import org.nestledger.query.testing.TestLedger;
import org.nestledger.query.zone.ZoneDetail;

/** One of each kind by its id, with what stands on its accounts and what happened to it. */
class EntitiesIT {

    private final TestLedger ledger = new TestLedger();

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void whatIsUnknownIsAbsent() {
        var queries = ledger.queries();
        assertThat(queries.zones().byId("x")).isEmpty();
        assertThat(queries.parcels().byId("x")).isEmpty();
        assertThat(queries.projects().byId("x")).isEmpty();
        assertThat(queries.supplies().byId("x")).isEmpty();
        assertThat(queries.enterprises().byId("x")).isEmpty();
        assertThat(queries.quotas().byId("x", 2023)).isEmpty();
    }

    @Test
    void aZoneHasItsTreeItsNameAndItsClosing() {
        zone("top", null, "");
        zone("z", "top", "");
        event("zone.ZoneAmended", "2023-01-01", "{'zone':'z','name':'New name','previousName':'z'}");
        event("zone.PeriodClosed", "2023-02-01", "{'zone':'z','through':'2022-12-31'}");
        event("zone.TargetSet", "2023-03-01", "{'zone':'z','measure':'land.acquired','year':2024,'target':'9 mu'}");

        ZoneDetail top = ledger.caughtUp().queries().zones().byId("top").orElseThrow();
        ZoneDetail z = ledger.queries().zones().byId("z").orElseThrow();

        assertThat(top.children()).containsExactly(z.zone());
        assertThat(z.zone().name()).isEqualTo("New name");
        assertThat(z.zone().ancestors()).containsExactly("top");
        assertThat(z.zone().closedThrough()).isEqualTo(LocalDate.of(2022, 12, 31));
        assertThat(z.targets()).extracting(target -> target.target()).containsExactly(new Quantity("9", "mu"));
        assertThat(types(z.history()))
                .containsExactly("zone.TargetSet", "zone.PeriodClosed", "zone.ZoneAmended", "zone.ZoneDesignated");
    }

    @Test
    void aSplitParcelGivesAreaAndDescriptionToItsChildren() {
        event("land.ParcelRegistered", "2023-01-01", "{'zone':'z','parcel':'p','area':'10 mu','use':'industry'}");
        LedgerEvent split = event("land.ParcelSplit", "2023-02-01", """
                {'zone':'z','parcel':'p','previousArea':'10 mu','area':'6 mu',
                 'children':[{'parcel':'p-1','area':'4 mu','acquired':'0 mu','serviced':'0 mu','ready':'0 mu','use':'roads',
                              'boundary':{'type':'Polygon','coordinates':[]}}]}""");
        ParcelDetail child = parcel("p-1");

        assertThat(parcel("p").parcel().area()).isEqualTo(new Quantity("6", "mu"));
        assertThat(child.parcel().area()).isEqualTo(new Quantity("4", "mu"));
        assertThat(child.parcel().use()).isEqualTo("roads");
        assertThat(child.boundary()).isNotNull();
        assertThat(types(child.history())).containsExactly("land.ParcelSplit");

        ledger.append(Samples.reversal(2, split));
        assertThat(parcel("p").parcel().area()).isEqualTo(new Quantity("10", "mu"));
        assertThat(ledger.queries()
                        .parcels()
                        .list(new ParcelFilter(null, null, "p-"), PageRequest.first(9))
                        .items())
                .isEmpty();
    }

    @Test
    void theEarlierDescriptionReturnsWhenALaterOneIsReversed() {
        event("land.ParcelRegistered", "2023-01-01", "{'zone':'z','parcel':'p','area':'10 mu','name':'first'}");
        LedgerEvent amended = event(
                "land.ParcelAmended",
                "2023-02-01",
                "{'zone':'z','parcel':'p','details':{'name':'second'},'previousDetails':{'name':'first'}}");
        LedgerEvent resurveyed = event(
                "land.ParcelResurveyed",
                "2023-03-01",
                "{'zone':'z','parcel':'p','previousArea':'10 mu','area':'9.5 mu'}");
        assertThat(parcel("p").parcel().name()).isEqualTo("second");
        assertThat(parcel("p").parcel().area()).isEqualTo(new Quantity("9.5", "mu"));

        ledger.append(Samples.reversal(2, amended), Samples.reversal(3, resurveyed));
        assertThat(parcel("p").parcel().name()).isEqualTo("first");
        assertThat(parcel("p").parcel().area()).isEqualTo(new Quantity("10", "mu"));
        assertThat(parcel("p").history().get(2).reversedBy()).isEqualTo(5);
    }

    @Test
    void aProjectGoesThroughItsStagesAndBackByReversal() {
        event("enterprise.EnterpriseRegistered", "2023-01-01", "{'zone':'z','enterprise':'e','name':'Co'}");
        event(
                "enterprise.EnterpriseQualified",
                "2023-01-02",
                "{'zone':'z','enterprise':'e','qualification':'HIGH_TECH','certificate':'G1'}");
        event(
                "project.ProjectIntroduced",
                "2023-01-03",
                "{'zone':'z','project':'a','name':'A','enterprise':'e','plannedInvestment':'10 CNY','landNeed':'5 mu'}");
        event(
                "project.InvestmentPlanRevised",
                "2023-01-04",
                "{'zone':'z','project':'a','plannedInvestment':'0 CNY','previousPlannedInvestment':'10 CNY'}");
        event("project.InvestmentRecorded", "2023-01-05", "{'zone':'z','project':'a','amount':'3.5 CNY'}");
        event("project.ConstructionStarted", "2023-01-06", "{'zone':'z','project':'a','reported':true}");
        event("project.MilestoneReached", "2023-01-07", "{'zone':'z','project':'a','milestone':'roof closed'}");
        LedgerEvent completed =
                event("project.ConstructionCompleted", "2023-01-08", "{'zone':'z','project':'a','reported':false}");

        ProjectDetail a = project();
        assertThat(a.project().stage()).isEqualTo(ProjectStage.COMPLETED);
        assertThat(a.project().startReported()).isTrue();
        assertThat(a.project().planned()).isEqualTo(new Quantity("0", "CNY"));
        assertThat(a.project().landNeed()).isEqualTo(new Quantity("5", "mu"));
        assertThat(a.milestones()).containsExactly(new Milestone("roof closed", LocalDate.of(2023, 1, 7)));
        assertThat(a.balances()).contains(new Balance("investment:made", null, new Quantity("3.5", "CNY")));

        ledger.append(Samples.reversal(8, completed));
        assertThat(project().project().stage()).isEqualTo(ProjectStage.BUILDING);
        assertThat(project().project().completedOn()).isNull();
        var enterprise = ledger.queries().enterprises().byId("e").orElseThrow();
        assertThat(enterprise.projects()).containsExactly(project().project());
        assertThat(enterprise.enterprise().qualifications()).hasSize(1);
    }

    @Test
    void aSupplyKeepsItsTermsAndWhatWasTakenBack() {
        event("supply.LandSupplied", "2023-01-01", """
                {'zone':'z','parcel':'p','project':'a','supply':'s','area':'8 mu','warnings':['PRICE_UNKNOWN'],
                 'terms':{'method':'TENDER','contractNumber':'c','agreedStart':'2023-06-01',
                          'instalments':[{'number':1}],'useTerms':[{'use':'industry','years':'50'}]}}""");
        event(
                "supply.SupplyRescinded",
                "2023-02-01",
                "{'zone':'z','parcel':'p','project':'a','supply':'s','area':'3 mu'}");

        SupplyDetail supply = ledger.caughtUp().queries().supplies().byId("s").orElseThrow();
        assertThat(supply.supply().rescinded()).isEqualTo(new Quantity("3", "mu"));
        assertThat(supply.supply().price()).isNull();
        assertThat(supply.terms().useTerms()).hasSize(1);
        assertThat(supply.balances()).contains(new Balance("land:supplied", null, new Quantity("5", "mu")));
    }

    @Test
    void aQuotaAccountShowsWhatIsLeft() {
        event("quota.QuotaGranted", "2023-01-01", "{'zone':'z','year':2023,'area':'50 mu'}");
        event("quota.QuotaRevoked", "2023-02-01", "{'zone':'z','year':2023,'area':'5 mu'}");
        event("quota.QuotaAllocated", "2023-03-01", "{'zone':'z','toZone':'y','year':2023,'area':'15 mu'}");

        var quota = ledger.caughtUp().queries().quotas().byId("z", 2023).orElseThrow();
        assertThat(quota.quota().granted()).isEqualTo(new Quantity("45", "mu"));
        assertThat(quota.quota().available()).isEqualTo(new Quantity("30", "mu"));
        assertThat(quota.history()).hasSize(3);
        assertThat(ledger.queries()
                        .quotas()
                        .list(null, 2023, PageRequest.first(9))
                        .items())
                .extracting(each -> each.id())
                .containsExactly("y/2023", "z/2023");
        assertThat(types(ledger.queries().quotas().byId("y", 2023).orElseThrow().history()))
                .containsExactly("quota.QuotaAllocated");
    }

    private ProjectDetail project() {
        return ledger.caughtUp().queries().projects().byId("a").orElseThrow();
    }

    private ParcelDetail parcel(String id) {
        return ledger.caughtUp().queries().parcels().byId(id).orElseThrow();
    }

    private void zone(String id, String parent, String more) {
        String up = parent == null ? "" : "'parent':'" + parent + "','ancestors':['" + parent + "'],";
        event(
                "zone.ZoneDesignated",
                "2020-01-01",
                "{'zone':'" + id + "','kind':'ZONE','name':'" + id + "'," + up + "'timeZone':'Asia/Shanghai'" + more
                        + "}");
    }

    private LedgerEvent event(String type, String day, String json) {
        LedgerEvent event = ScenarioEvents.event(type, day, json.replace('\'', '"'));
        ledger.append(event);
        return event;
    }

    private static List<String> types(List<HistoryEntry> history) {
        return history.stream().map(HistoryEntry::type).toList();
    }
}
