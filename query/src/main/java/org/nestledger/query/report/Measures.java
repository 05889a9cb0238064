package org.nestledger.query.report;

import java.util.List;
import java.util.Optional;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.measure.Area;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.report.Measure.AmongProjects;
import org.nestledger.query.report.Measure.AmongZones;
import org.nestledger.query.report.Measure.AmongZonesByLast;
import org.nestledger.query.report.Measure.Computation;
import org.nestledger.query.report.Measure.FewestDays;
import org.nestledger.query.report.Measure.IntervalOf;
import org.nestledger.query.report.Measure.NeedMet;
import org.nestledger.query.report.Measure.PlansOfIntroduced;
import org.nestledger.query.report.Measure.ProjectsStarted;
import org.nestledger.query.report.Measure.ProjectsSupplied;
import org.nestledger.query.report.Measure.QualifiedOfIntroduced;
import org.nestledger.query.report.Measure.Ranking;
import org.nestledger.query.report.Measure.ShareOf;
import org.nestledger.query.report.Measure.SumOf;
import org.nestledger.query.report.Measure.Unranked;

/** The table of measures, in the order of the annual report. */
public final class Measures {

    public static final String CURRENCY = "currency";
    private static final Ranking UNRANKED = new Unranked();
    private static final Ranking AMONG_ZONES = new AmongZones();
    private static final String EACH_FLOW = "every movement";
    private static final String PROJECT = "the project";
    private static final String TAKEN_BACK = "takes the amount back on the reversal's date";
    private static final String GONE = "the project no longer counts";

    private static final List<Measure> ALL = List.of(
            new Measure(
                    "projects.introduced",
                    "projects introduced in the period, gross",
                    "signing",
                    PROJECT,
                    "takes one back on the reversal's date",
                    Movement.COUNT,
                    flow(Flow.INTRODUCE),
                    AMONG_ZONES),
            new Measure(
                    "projects.withdrawn",
                    "projects withdrawn in the period, whenever they were introduced",
                    "withdrawal",
                    PROJECT,
                    "takes one back on the reversal's date",
                    Movement.COUNT,
                    flow(Flow.WITHDRAW),
                    UNRANKED),
            new Measure(
                    "investment.planned",
                    "plan as of the report's date of the projects introduced in the period, withdrawn ones included",
                    "signing for the project, revision for its plan",
                    "the project, per currency",
                    "of the introduction: the project's plan no longer counts; of a revision: the plan before it counts",
                    CURRENCY,
                    new PlansOfIntroduced(),
                    UNRANKED),
            new Measure(
                    "projects.introduced.interval",
                    "days from the start of the period to its end or the report's date ÷ projects.introduced",
                    "signing",
                    PROJECT,
                    "as of projects.introduced",
                    "days/project",
                    new IntervalOf("projects.introduced"),
                    AMONG_ZONES),
            new Measure(
                    "projects.introduced.qualified",
                    "of projects.introduced, those whose enterprise is recognised as of the report's date",
                    "signing for the project, validity for the recognition",
                    PROJECT,
                    "of a recognition: the one before it counts",
                    Movement.COUNT,
                    new QualifiedOfIntroduced(),
                    AMONG_ZONES),
            new Measure(
                    "projects.introduced.qualified.share",
                    "projects.introduced.qualified ÷ projects.introduced",
                    "as of its parts",
                    PROJECT,
                    "as of its parts",
                    "percent",
                    new ShareOf("projects.introduced.qualified", "projects.introduced"),
                    UNRANKED),
            area("land.acquired", "land acquired in the period", Flow.ACQUIRE, "acquisition", AMONG_ZONES),
            area("land.serviced", "land serviced in the period", Flow.SERVICE, "completion of the works", AMONG_ZONES),
            area(
                    "quota.granted",
                    "quota granted by the province in the period",
                    Flow.QUOTA_GRANT,
                    "grant",
                    AMONG_ZONES),
            area(
                    "land.supplied",
                    "land supplied in the period, rescissions not deducted",
                    Flow.SUPPLY,
                    "contract",
                    AMONG_ZONES),
            area("land.rescinded", "supplied land taken back in the period", Flow.RESCIND, "rescission", UNRANKED),
            new Measure(
                    "projects.supplied",
                    "projects with more land supplied than rescinded in the period",
                    "contract, rescission",
                    PROJECT,
                    GONE + " when nothing is left",
                    Movement.COUNT,
                    new ProjectsSupplied(),
                    AMONG_ZONES),
            new Measure(
                    "projects.supplied.interval",
                    "days from the start of the period to its end or the report's date ÷ projects.supplied",
                    "contract",
                    PROJECT,
                    "as of projects.supplied",
                    "days/project",
                    new IntervalOf("projects.supplied"),
                    AMONG_ZONES),
            new Measure(
                    "supply.need-met",
                    "land supplied less rescinded in the period ÷ stated need, of the projects.supplied that state one",
                    "contract, rescission; the need as of the report's date",
                    PROJECT,
                    "as of projects.supplied; of an amendment: the need before it counts",
                    "percent",
                    new NeedMet("need-met.sql"),
                    UNRANKED),
            started("projects.construction-started", "projects that started construction under a permit", false),
            started(
                    "projects.construction-started.reported",
                    "projects whose start a public notice reports, without proof of a permit",
                    true),
            powers("powers.delegated", "municipal powers delegated in the period", Flow.DELEGATE, "delegation"),
            powers("powers.withdrawn", "delegated powers withdrawn in the period", Flow.POWER_WITHDRAW, "withdrawal"),
            new Measure(
                    "permits.four-certificates.fastest",
                    "fewest days from a project's first application not refused to the last grant of its four"
                            + " certificates, both included; of projects whose last grant, which stands, is in the period",
                    "application, grant",
                    PROJECT,
                    "of an application or a grant: it no longer counts",
                    Amounts.DAYS,
                    new FewestDays("four-certificates.sql"),
                    new AmongProjects()),
            new Measure(
                    "portal.visits",
                    "visits that the province's portal counted in the period",
                    "the day of the visits",
                    "every visit",
                    TAKEN_BACK,
                    Movement.VISITS,
                    flow(Flow.VISITS),
                    new AmongZonesByLast(30)));

    private Measures() {}

    public static List<Measure> all() {
        return ALL;
    }

    public static Optional<Measure> find(String code) {
        return ALL.stream().filter(measure -> measure.code().equals(code)).findFirst();
    }

    /** The measure whose rank is named so. */
    public static Optional<Measure> rankedAs(String name) {
        return ALL.stream().filter(measure -> measure.rankedAs().equals(name)).findFirst();
    }

    public static Measure named(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no measure \"" + code + "\""));
    }

    private static Measure area(String code, String formula, Flow flow, String date, Ranking ranking) {
        return new Measure(code, formula, date, EACH_FLOW, TAKEN_BACK, Area.UNIT, flow(flow), ranking);
    }

    private static Measure powers(String code, String formula, Flow flow, String date) {
        String reversal = "takes one back on the reversal's date";
        return new Measure(code, formula, date, "the power", reversal, Movement.COUNT, flow(flow), UNRANKED);
    }

    private static Measure started(String code, String formula, boolean reported) {
        Computation started = new ProjectsStarted(reported);
        return new Measure(code, formula, "start of construction", PROJECT, GONE, Movement.COUNT, started, UNRANKED);
    }

    private static Computation flow(Flow flow) {
        return new SumOf(flow);
    }
}
