package org.nestledger.query.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.core.log.EventLog;
import org.nestledger.query.report.changes.ChangedReport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reports. Each figure is computed from the rows that its two dates admit. */
public final class Reports {

    private final JdbcClient database;
    private final EventLog log;
    private final int mostEvents;
    private final KnownPositions positions;

    /** @param mostEvents with a figure that rests on more, questions end in {@link TooManyEventsException} */
    public Reports(JdbcClient database, EventLog log, int mostEvents) {
        this.database = database;
        this.log = log;
        this.mostEvents = mostEvents;
        this.positions = new KnownPositions(database, log);
    }

    /**
     * A zone's year, rolled up over its descendants.
     *
     * @param asOf the last business day that counts; the end of the year when absent
     */
    public Answer<AnnualReport> annual(String zone, int year, @Nullable LocalDate asOf, KnownAt knownAt) {
        return ofYear(zone, year, asOf, knownAt, Annual::report);
    }

    /**
     * A report of a zone and year.
     *
     * @param asOf the last business day that counts; the end of the year when absent
     */
    public <R extends Report> Answer<R> ofYear(
            String zone, int year, @Nullable LocalDate asOf, KnownAt knownAt, ReportMaker<R> maker) {
        return ofPeriod(zone, ReportPeriod.year(year), asOf, knownAt, maker);
    }

    /**
     * A report of a zone and year, quarter or month.
     *
     * @param asOf the last business day that counts; the end of the period when absent
     */
    public <R extends Report> Answer<R> ofPeriod(
            String zone, StatedPeriod period, @Nullable LocalDate asOf, KnownAt knownAt, ReportMaker<R> maker) {
        return about(zone, period, asOf, knownAt, maker::make);
    }

    /**
     * The same with each figure beside that of the period before and that of the year before. Their dates stand to them as
     * this one stands to its own period; all three are as known at the same position.
     *
     * @param asOf the last business day that counts; the end of the period when absent
     */
    public <R extends Report> Answer<ChangedReport<R>> withChanges(
            String zone, StatedPeriod period, @Nullable LocalDate asOf, KnownAt knownAt, ReportMaker<R> maker) {
        return answer(zone, knownAt, books -> {
            StatedPeriod before = ReportPeriod.before(period);
            StatedPeriod yearBefore = ReportPeriod.yearBefore(period);
            LocalDate day = asOf == null ? period.period().end() : asOf;
            Function<StatedPeriod, R> earlier = other -> {
                LocalDate then = ReportPeriod.earlierDay(day, period, other);
                return maker.make(books.sources(
                        new Scope(zone, other, then, books.known.position()), asOf == null ? null : then));
            };
            R now = maker.make(books.sources(new Scope(zone, period, day, books.known.position()), asOf));
            R ofBefore = earlier.apply(before);
            R ofYearBefore = before.equals(yearBefore) ? ofBefore : earlier.apply(yearBefore);
            return ChangedReport.of(now, before.text(), ofBefore, yearBefore.text(), ofYearBefore);
        });
    }

    /**
     * A report of a zone on a day.
     *
     * @param asOf the last business day that counts; the zone's own day of the last record that counts when absent
     */
    public <R extends Report> Answer<R> ofDay(
            String zone, @Nullable LocalDate asOf, KnownAt knownAt, ReportMaker<R> maker) {
        return aboutDay(zone, asOf, knownAt, maker::make);
    }

    /**
     * What a question about a zone and period leads to.
     *
     * @param asOf the last business day that counts; the end of the period when absent
     */
    public <R> Answer<R> about(
            String zone,
            StatedPeriod period,
            @Nullable LocalDate asOf,
            KnownAt knownAt,
            Function<ReportSources, R> question) {
        return answer(zone, knownAt, books -> {
            LocalDate day = asOf == null ? period.period().end() : asOf;
            return question.apply(books.sources(new Scope(zone, period, day, books.known.position()), asOf));
        });
    }

    /**
     * What a question about a zone and a day leads to.
     *
     * @param asOf the last business day that counts; the zone's own day of the last record that counts when absent
     */
    public <R> Answer<R> aboutDay(
            String zone, @Nullable LocalDate asOf, KnownAt knownAt, Function<ReportSources, R> question) {
        return answer(zone, knownAt, books -> {
            LocalDate day = asOf == null ? books.lastDay() : asOf;
            return question.apply(
                    books.sources(new Scope(zone, ReportPeriod.day(day), day, books.known.position()), asOf));
        });
    }

    /**
     * A single figure of a zone or a project, as {@link Figures} gives it.
     *
     * @param asOf the last business day that counts; the end of the period when absent
     */
    public Derivation figure(
            String measure, String subject, StatedPeriod period, @Nullable LocalDate asOf, KnownAt knownAt) {
        long asked = positions.of(knownAt);
        return asked > positions.reached()
                ? new Derivation.NotDerivable("position " + asked + " is not in the read models yet")
                : new Figures(database, asOf == null ? period.period().end() : asOf, asked)
                        .of(measure, subject, period);
    }

    /** What comes of a position, if the read models reach it. */
    public <R> Answer<R> at(KnownAt knownAt, LongFunction<R> question) {
        return reached(knownAt, position -> new Answer.Found<>(question.apply(position)));
    }

    private <R> Answer<R> answer(String zone, KnownAt knownAt, Function<Books, R> report) {
        return reached(
                knownAt,
                position -> timeZone(zone, position)
                        .<Answer<R>>map(timeZone -> new Answer.Found<>(
                                report.apply(new Books(positions.at(position), ZoneId.of(timeZone)))))
                        .orElse(new Answer.UnknownZone<>(zone)));
    }

    private <R> Answer<R> reached(KnownAt knownAt, LongFunction<Answer<R>> answer) {
        long asked = positions.of(knownAt);
        long reached = positions.reached();
        return asked > reached ? new Answer.NotYetKnown<>(asked, reached) : answer.apply(asked);
    }

    private Optional<String> timeZone(String zone, long knownAt) {
        return database.sql("select time_zone from read.zone_designation where zone = :zone and position <= :knownAt")
                .param("zone", zone)
                .param("knownAt", knownAt)
                .query(String.class)
                .optional();
    }

    /** A zone that is known. */
    private final class Books {

        private final KnownPosition known;
        private final ZoneId timeZone;

        Books(KnownPosition known, ZoneId timeZone) {
            this.known = known;
            this.timeZone = timeZone;
        }

        LocalDate lastDay() {
            return known.recordedAt() == null ? LocalDate.EPOCH : LocalDate.ofInstant(known.recordedAt(), timeZone);
        }

        ReportSources sources(Scope scope, @Nullable LocalDate asked) {
            return new ReportSources(database, log, positions, scope, known, asked, mostEvents);
        }
    }
}
