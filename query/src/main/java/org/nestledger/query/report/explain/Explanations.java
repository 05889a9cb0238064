package org.nestledger.query.report.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.core.measure.Period;
import org.nestledger.query.report.AnnualFigures;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.Reports;
import org.nestledger.query.report.Scope;
import org.nestledger.query.report.explain.Explained.NoFigure;
import org.nestledger.query.report.explain.Explained.Several;
import org.nestledger.query.report.explain.Explained.UnknownMeasure;

/** Says of any figure of the annual report what it is made of. */
public final class Explanations {

    private final Reports reports;

    public Explanations(Reports reports) {
        this.reports = reports;
    }

    /**
     * Which figure of a zone's annual report.
     *
     * @param measure as the report names it, such as {@code land.acquired.rank}
     * @param subject the figure's; the zone, or the one project that has the figure, when absent
     * @param unit the figure's; not needed unless there is one for each currency
     * @param asOf the last business day that counts; the end of the period when absent
     */
    public record Question(
            String zone,
            StatedPeriod period,
            String measure,
            @Nullable String subject,
            @Nullable String unit,
            @Nullable LocalDate asOf,
            KnownAt knownAt) {

        public static Question ofYear(
                String zone,
                int year,
                String measure,
                @Nullable String subject,
                @Nullable String unit,
                @Nullable LocalDate asOf,
                KnownAt knownAt) {
            StatedPeriod period = new StatedPeriod("%04d".formatted(year), Period.year(year));
            return new Question(zone, period, measure, subject, unit, asOf, knownAt);
        }
    }

    public Answer<Explained> annual(Question question) {
        return reports.about(
                question.zone(),
                question.period(),
                question.asOf(),
                question.knownAt(),
                sources -> explained(question, sources));
    }

    private static Explained explained(Question question, ReportSources sources) {
        return Meant.by(question.measure())
                .map(meant -> explained(question, meant, sources))
                .orElseGet(() -> new UnknownMeasure(question.measure(), Meant.names()));
    }

    private static Explained explained(Question question, Meant meant, ReportSources sources) {
        AnnualFigures annual = new AnnualFigures(sources.database(), sources.scope());
        List<Figure> named = annual.of(meant.measure(), question.subject()).stream()
                .filter(figure -> figure.measure().equals(question.measure()))
                .toList();
        List<Figure> figures = named.stream()
                .filter(figure -> matches(question.subject(), figure.subject()))
                .filter(figure -> matches(question.unit(), figure.unit()))
                .toList();
        if (figures.isEmpty()) {
            return new NoFigure(none(question));
        }
        List<String> subjects = distinct(figures.stream().map(Figure::subject));
        if (subjects.size() > 1) {
            return new Several("subject", subjects);
        }
        return figures.size() > 1
                ? new Several("unit", distinct(figures.stream().map(Figure::unit)))
                : explained(figures.getFirst(), sources);
    }

    private static boolean matches(@Nullable String wanted, String found) {
        return wanted == null || wanted.equals(found);
    }

    private static List<String> distinct(Stream<String> all) {
        return all.distinct().sorted().toList();
    }

    private static String none(Question question) {
        return "The annual report of " + question.zone() + " for "
                + question.period().text() + " has no figure "
                + question.measure()
                + (question.subject() == null ? "" : " of " + question.subject())
                + (question.unit() == null ? "" : " in " + question.unit()) + ".";
    }

    private static Explained explained(Figure figure, ReportSources sources) {
        Scope scope = sources.scope();
        return Explaining.of(figure, Asked.of(figure, scope.stated(), scope.asOf(), scope.knownAt()), sources);
    }
}
