package org.nestledger.query.report.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.query.report.explain.WhatAFigureIsMadeOfTest.recorded;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.testing.Scenario;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.ReportPeriod;

/** What stands behind a published figure and what the ledger says to it, by the events alone. */
class WhatAPublishedFigureIsHeldAgainstTest {

    private static final LocalDate END = LocalDate.of(2023, 12, 31);

    /** The day of publication ends at this moment, where the zone is. */
    private static final Instant NIGHT = Instant.parse("2024-01-02T16:00:00Z");

    /** From position 6 on; the publications begin at 14. */
    static final List<RecordedEvent> LOG =
            EarlierPublications.among(recorded(Scenario.ZONES + """
            RegisterParcel parcel=p area=200mu on=2023-01-01
            AcquireLand parcel=p area=60mu on=2023-02-01
            RegisterParcel zone=sub parcel=q area=50mu on=2023-01-01
            AcquireLand zone=sub parcel=q area=30mu on=2023-12-31
            RegisterParcel zone=peer parcel=r area=500mu on=2023-01-01
            AcquireLand zone=peer parcel=r area=300mu on=2023-02-01
            IntroduceProject project=a plannedInvestment=500CNY on=2023-03-01
            IntroduceProject project=b on=2023-03-02
            PublishFigure figure=f measure=land.acquired value=4 unit=ha statedOn=2023-12-30 publishedOn=2024-01-02
            PublishFigure figure=g measure=land.acquired.rank value=1 unit=rank statedOn=2023-12-31 publishedOn=2024-01-02
            PublishFigure zone=sub figure=h measure=land.acquired subject=sub value=30 statedOn=2024-01-02 publishedOn=2024-01-02
            PublishFigure figure=i measure=investment.planned value=7 unit=USD statedOn=2023-12-31 publishedOn=2024-01-02
            PublishFigure figure=j measure=zone.study-visits value=7 unit=count statedOn=2023-12-31 publishedOn=2024-01-02
            PublishFigure figure=k measure=land.acquired value=60 unit=CNY statedOn=2023-12-31 publishedOn=2024-01-02
            PublishFigure figure=l measure=land.acquired value=300 statedOn=2023-12-31 publishedOn=2024-01-02
            PublishFigure figure=m measure=land.acquired period=2022 value=1 statedOn=2023-12-31 publishedOn=2024-01-02
            PublishFigure figure=n measure=projects.introduced period=2023-03 value=9 unit=count statedOn=2023-12-31 publishedOn=2024-01-02
            PublishFigure figure=o measure=land.acquired value=1 statedOn=2023-12-31 publishedOn=2024-01-02
            RetractFigure figure=g on=2024-01-05
            """), Map.of("l", "peer", "o", "nowhere"));

    private static final long BEFORE_RETRACTION = LOG.size() - 1L;

    private static Asked asked(String zone, String figure, String unit) {
        return new Asked(
                "reconciliation/verdicts/" + figure, zone, ReportPeriod.parse("2023"), unit, END, BEFORE_RETRACTION);
    }

    private static String value(String zone, String figure, String unit) {
        return Alone.value(Alone.explain(LOG, asked(zone, figure, unit)));
    }

    @ParameterizedTest
    @CsvSource({
        "z,    f/land.acquired/z/2023//published,                           mu,    60 mu",
        "z,    g/land.acquired.rank/z/2023//published,                      rank,  1 rank",
        "z,    h/land.acquired/sub/2023//published,                         mu,    30 mu",
        "sub,  h/land.acquired/sub/2023//published,                         mu,    30 mu",
        "sub,  f/land.acquired/z/2023//published,                           mu,    none",
        "peer, f/land.acquired/z/2023//published,                           mu,    none",
        "z,    i/investment.planned/z/2023//published,                      USD,   7 USD",
        "z,    j/zone.study-visits/z/2023//published,                       count, 7 count",
        "z,    f/land.serviced/z/2023//published,                           mu,    none",
        "z,    f/land.acquired/sub/2023//published,                         mu,    none",
        "z,    f/land.acquired/z/2023-03//published,                        mu,    none",
        "z,    m/land.acquired/z/2022//published,                           mu,    none",
    })
    void thePublishedNumberIsTheOneOfItsEvent(String zone, String figure, String unit, String expected) {
        assertThat(value(zone, figure, unit)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "z,    f/land.acquired/z/2023/2023-12-30/ledger,                    mu,    60 mu",
        "z,    f/land.acquired/z/2023/2023-12-31/ledger,                    mu,    90 mu",
        "z,    f/land.acquired/z/2023/2023-06-30/ledger,                    mu,    none",
        "z,    g/land.acquired.rank/z/2023/2023-12-31/ledger,               rank,  2 rank",
        "z,    h/land.acquired/sub/2023/2023-12-31/ledger,                  mu,    30 mu",
        "sub,  h/land.acquired/sub/2023/2023-12-31/ledger,                  mu,    30 mu",
        "z,    i/investment.planned/z/2023/2023-12-31/ledger,               USD,   0 USD",
        "z,    i/investment.planned/z/2023/2023-12-31/ledger,               CNY,   none",
        "z,    k/land.acquired/z/2023/2023-12-31/ledger,                    mu,    none",
        "z,    l/land.acquired/peer/2023/2023-12-31/ledger,                 mu,    none",
        "z,    n/projects.introduced/z/2023-03/2023-03-31/ledger,           count, 2 count",
        "z,    o/land.acquired/nowhere/2023/2023-12-31/ledger,              mu,    none",
    })
    void theLedgerCountsToTheDayUpToWhichTheFigureSpeaks(String zone, String figure, String unit, String expected) {
        assertThat(value(zone, figure, unit)).isEqualTo(expected);
    }

    @Test
    void aFigureThatWasRetractedIsNotComparedSinceThatIsKnown() {
        Asked before = asked("z", "g/land.acquired.rank/z/2023//published", "rank");
        Asked after = new Asked(
                before.measure(), before.subject(), before.period(), before.unit(), before.asOf(), LOG.size());
        assertThat(Alone.explain(LOG, before)).isPresent();
        assertThat(Alone.explain(LOG, after)).isEmpty();
    }

    @Test
    void thePublicationAndTheZonesAreTheReasons() {
        Explanation published = Alone.explain(LOG, asked("z", "h/land.acquired/sub/2023//published", "mu"))
                .orElseThrow();
        assertThat(published.entries()).extracting(Entry::position).containsExactly(16L);
        assertThat(published.basis()).extracting(Entry::position).containsExactly(4L);
        Explanation ledger = Alone.explain(LOG, asked("z", "f/land.acquired/z/2023/2023-12-31/ledger", "mu"))
                .orElseThrow();
        assertThat(ledger.entries()).extracting(Entry::position).containsExactly(7L, 9L);
        assertThat(ledger.basis()).extracting(Entry::position).containsExactlyInAnyOrder(14L, 3L, 4L);
        assertThat(ledger.parts())
                .extracting(part -> part.explanation().head().measure())
                .containsExactly("land.acquired");
    }

    /** The log takes all before the last acquisition on time. */
    private static List<RecordedEvent> acquired(Instant late) {
        List<RecordedEvent> log = recorded(Scenario.ZONES + """
                RegisterParcel parcel=p area=200mu on=2023-01-01
                AcquireLand parcel=p area=60mu on=2023-02-01
                PublishFigure figure=f value=80 statedOn=2023-12-30 publishedOn=2024-01-02
                AcquireLand parcel=p area=20mu on=2023-02-02
                """);
        return log.stream()
                .map(each -> new RecordedEvent(
                        each.position(),
                        each.position() == log.size() ? late : each.recordedAt(),
                        each.id(),
                        each.type(),
                        each.version(),
                        each.time(),
                        each.tags(),
                        each.metadata(),
                        each.payload(),
                        each.payloadVersion(),
                        each.bytes()))
                .toList();
    }

    @Test
    void theDayOfPublicationEndsInTheZonesNight() {
        String figure = "f/land.acquired/z/2023/2023-12-30/ledger";
        for (Instant late : List.of(NIGHT.minusNanos(1000), NIGHT)) {
            String then = late.isBefore(NIGHT) ? "80 mu" : "60 mu";
            assertThat(Alone.value(Alone.explain(acquired(late), asked("z", figure + " at publication", "mu"))))
                    .isEqualTo(then);
            assertThat(Alone.value(Alone.explain(acquired(late), asked("z", figure, "mu"))))
                    .isEqualTo("80 mu");
        }
    }

    @Test
    void theZonesClockIsAReasonForWhatWasKnown() {
        Explanation then = Alone.explain(
                        acquired(NIGHT), asked("z", "f/land.acquired/z/2023/2023-12-30/ledger at publication", "mu"))
                .orElseThrow();
        assertThat(then.entries()).extracting(Entry::position).containsExactly(7L);
        assertThat(then.basis()).extracting(Entry::position).containsExactly(8L, 3L);
    }

    @Test
    void aQuotientHasItsRatio() {
        List<RecordedEvent> log = recorded(Scenario.ZONES + """
                RegisterEnterprise enterprise=e on=2023-01-01
                QualifyEnterprise enterprise=e qualification=HIGH_TECH on=2023-02-01
                IntroduceProject project=a enterprise=e on=2023-03-01
                IntroduceProject project=b on=2023-03-01
                IntroduceProject project=c on=2023-03-01
                PublishFigure figure=f measure=projects.introduced.qualified.share value=33.3 unit=percent \
                statedOn=2023-12-30 publishedOn=2024-01-02
                """);
        Asked asked = asked("z", "f/projects.introduced.qualified.share/z/2023/2023-12-30/ledger", "percent");
        Figure figure = Alone.explain(log, asked).map(Recount::figure).orElseThrow();
        assertThat(figure.value()).isEqualTo("33.333333");
        assertThat(figure.ratio()).hasToString("Ratio[numerator=1, denominator=3]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verdicts/f/land.acquired/z/2023/2023-12-30/published",
                "verdicts/f/land.acquired/z/2023//ledger",
                "verdicts/f/land.acquired/z/2023/2023-02-30/ledger",
                "verdicts/f/land.acquired/z/some day/2023-12-30/ledger",
                "verdicts/j/zone.study-visits/z/2023/2023-12-30/ledger",
                "verdicts/f/land.acquired/z/2023/2023-12-30/ledger tomorrow",
                "said/f/land.acquired/z/2023//published",
                "verdicts/f/published",
            })
    void whatNobodyReconcilesIsNoFigure(String figure) {
        assertThat(Explainer.knows("reconciliation/" + figure)).isFalse();
    }

    @Test
    void onlyWhatItsMeasureCountsConcernsIt() {
        assertThat(Alone.concerning("reconciliation/verdicts/f/land.acquired/z/2023/2023-12-30/ledger", LOG))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 7L, 9L, 11L, 14L);
        assertThat(Alone.concerning("reconciliation/verdicts/g/land.acquired.rank/z/2023//published", LOG))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 15L, (long) LOG.size());
    }
}
