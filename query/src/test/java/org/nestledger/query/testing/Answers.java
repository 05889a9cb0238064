package org.nestledger.query.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.claim.ClaimFilter;
import org.nestledger.query.enterprise.EnterpriseFilter;
import org.nestledger.query.fund.FundFilter;
import org.nestledger.query.land.ParcelFilter;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.permit.PermitFilter;
import org.nestledger.query.permit.PowerFilter;
import org.nestledger.query.project.ProjectFilter;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.ReportPeriod;
import org.nestledger.query.report.capital.Capital;
import org.nestledger.query.report.catalogue.ReportTypes;
import org.nestledger.query.report.reconciliation.Reconciling;
import org.nestledger.query.report.services.Services;
import org.nestledger.query.report.stages.Stages;
import org.nestledger.query.report.starts.LateStarts;
import org.nestledger.query.service.ServiceFilter;
import org.nestledger.query.supply.SupplyFilter;
import org.nestledger.query.zone.ZoneFilter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whatever the read models answer about a world of renamed ids, as text by question, without what tells one log from
 * another: positions, also where they are ids, times of recording, and the histories of entities, which show reversed entries too.
 */
public final class Answers {

    private static final Set<String> OF_ONE_LOG =
            Set.of("position", "positions", "knownAt", "recordedAt", "eventId", "history");
    private static final PageRequest ALL = PageRequest.first(PageRequest.MAX_LIMIT);

    private static final List<String> OF_PERIODS =
            List.of("land", "quota", "pipeline", "investment", "permit-durations", "targets", "ranks");

    private final RenamedWorld world;
    private final Map<String, String> answers = new TreeMap<>();

    private Answers(RenamedWorld world) {
        this.world = world;
    }

    /** All reports that know two dates. */
    public static Map<String, String> reports(
            LedgerQueries queries, RenamedWorld world, String zone, LocalDate asOf, long knownAt) {
        Answers all = new Answers(world);
        KnownAt known = KnownAt.position(knownAt);
        String id = world.id(zone);
        var reports = queries.reports();
        all.report("annual", reports.annual(id, 2023, asOf, known));
        all.report("reconciliation", reports.ofYear(id, 2023, asOf, known, Reconciling::report));
        all.report("capital", reports.ofYear(id, 2023, asOf, known, Capital::report));
        for (String name : OF_PERIODS) {
            var type = ReportTypes.find(name).orElseThrow();
            all.report(name, reports.ofPeriod(id, ReportPeriod.quarter(2023, 1), asOf, known, type.maker()));
        }
        all.report("stages", reports.ofDay(id, asOf, known, Stages::report));
        all.report("late starts", reports.ofDay(id, asOf, known, LateStarts::report));
        all.report("services", reports.ofDay(id, asOf, known, Services::report));
        all.put("targets", at(queries, asOf, knownAt).zones().targets(id));
        all.answers.putAll(balances(queries, world, zone, asOf, knownAt));
        return all.answers;
    }

    public static Map<String, String> balances(
            LedgerQueries queries, RenamedWorld world, String zone, LocalDate asOf, long knownAt) {
        Answers all = new Answers(world);
        all.put("balances", at(queries, asOf, knownAt).journal().ofZone(world.id(zone)));
        return all.answers;
    }

    /** All lists and all that can be asked of the single entities, for all that is known. */
    public static Map<String, String> lists(LedgerQueries queries, RenamedWorld world, String zone) {
        Answers all = new Answers(world);
        String id = world.id(zone);
        all.put("zones", queries.zones().list(new ZoneFilter(id, null, null), ALL));
        var parcels = all.put("parcels", queries.parcels().list(new ParcelFilter(id, null, null), ALL));
        parcels.items().forEach(each -> all.detail(each.id(), queries.parcels().byId(each.id())));
        var projects = all.put("projects", queries.projects().list(new ProjectFilter(id, null, null, null, null), ALL));
        projects.items()
                .forEach(each -> all.detail(each.id(), queries.projects().byId(each.id())));
        var supplies = all.put("supplies", queries.supplies().list(new SupplyFilter(id, null, null, null, null), ALL));
        supplies.items()
                .forEach(each -> all.detail(each.id(), queries.supplies().byId(each.id())));
        var enterprises = all.put("enterprises", queries.enterprises().list(new EnterpriseFilter(id, null), ALL));
        enterprises
                .items()
                .forEach(each -> all.detail(each.id(), queries.enterprises().byId(each.id())));
        all.put("quotas", queries.quotas().list(id, null, ALL));
        all.detail("quota", queries.quotas().byId(id, 2023));
        var permits =
                all.put("permits", queries.permits().list(new PermitFilter(id, null, null, null, null, null), ALL));
        permits.items().forEach(each -> all.detail(each.id(), queries.permits().byId(each.id())));
        all.put("powers", queries.powers().list(new PowerFilter(id, null, null, null, null), ALL));
        all.put("services", queries.services().list(new ServiceFilter(id, null, null, null, null, null, null), ALL));
        List.of("l", "s1").forEach(plan -> all.detail(plan, queries.services().planById(world.id(plan))));
        all.put("funds", queries.funds().list(new FundFilter(id, null, null, null, null, null, null, null, null), ALL));
        all.put("claims", queries.claims().list(new ClaimFilter(id, null, null, null, null), ALL));
        all.put("visits", queries.visits().list(id, null, null, ALL));
        return all.answers;
    }

    private static LedgerQueries at(LedgerQueries queries, LocalDate asOf, long knownAt) {
        return ((Answer.Found<LedgerQueries>) queries.at(asOf, KnownAt.position(knownAt))).report();
    }

    private void report(String name, Answer<? extends Report> answer) {
        put(name, answer instanceof Answer.Found<? extends Report>(Report report) ? report : answer.toString());
    }

    private void detail(String id, Optional<?> detail) {
        put("detail of " + world.original(id), detail.map(Object.class::cast).orElse("none"));
    }

    private <T> Page<T> put(String name, Page<T> page) {
        put(name, (Object) page);
        return page;
    }

    private void put(String name, Object answer) {
        JsonNode json = LedgerJson.mapper().valueToTree(answer);
        strip(json);
        answers.put(name, world.original(json.toString()));
    }

    private static void strip(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.remove(OF_ONE_LOG);
            if (object.path("id").asString("").matches("[0-9]+")) {
                object.remove("id");
            }
        }
        Stream<JsonNode> children = json.isContainer() ? json.valueStream() : Stream.of();
        List.copyOf(children.toList()).forEach(Answers::strip);
    }
}
