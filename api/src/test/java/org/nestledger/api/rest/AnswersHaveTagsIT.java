package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import org.nestledger.query.projection.Rebuild;

class AnswersHaveTagsIT {

    private final ServedLedger ledger = ServedLedger.shared();
    private final Http http = ledger.http();
    private final String zone = Commands.newZone(http);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zones?",
                "zones/ZONE?",
                "parcels?",
                "projects?",
                "supplies?",
                "enterprises?",
                "quotas?",
                "permits?",
                "powers?",
                "services?",
                "funds?",
                "claims?",
                "visits?",
                "journal?",
                "reports/annual?zone=ZONE&year=2023&",
                "reports/stages?zone=ZONE&",
                "reports/reconciliation?zone=ZONE&year=2023&",
                "reports/diff?zone=ZONE&year=2023&fromKnown=1&",
                "reports/annual/figures/projects.introduced/explain?zone=ZONE&year=2023&"
            })
    void whoHasTheAnswerIsToldSo(String path) {
        String asked = path(path.replace("ZONE", zone) + "asOf=2023-12-31");
        Http.Answer first = settled(asked);
        String tag = first.headers().get("etag");
        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        assertThat(first.headers()).containsEntry("cache-control", "no-cache, private");
        for (String method : List.of("GET", "HEAD")) {
            Http.Answer again = http.send(method, asked, null, "If-None-Match", tag);
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.text()).isEmpty();
            assertThat(again.headers()).containsEntry("etag", tag).containsEntry("cache-control", "no-cache, private");
            assertThat(again.headers().get("vary")).contains("Accept", "Authorization");
        }
    }

    @Test
    void theAnswerIsGivenAgainAfterAnythingWasRecorded() {
        String asked = path("zones/" + zone);
        String before = settled(asked).headers().get("etag");
        http.command("RegisterParcel", Commands.parcel(zone, Commands.id("p"), "1"));
        Http.Answer after = http.get(asked + "?minPosition=" + ledger.head(), "If-None-Match", before);
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.headers().get("etag")).isNotEqualTo(before);
        assertThat(after.text()).contains(zone);
    }

    @Test
    void everythingThatChangesTheAnswerChangesTheTag() {
        String asked = path("parcels?zone=" + zone);
        List<String> tags = List.of(
                tag(asked),
                tag(asked + "&areaUnit=ha"),
                tag(asked + "&areaUnit=mu"),
                tag(asked + "&asOf=2022-01-01"),
                tag(asked + "&limit=7"),
                tag(path("projects?zone=" + zone)),
                settled(asked, "Accept", "text/csv").headers().get("etag"));
        assertThat(tags).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(tag(asked + "&minPosition=1")).isEqualTo(tag(asked));
    }

    @Test
    void whatIsKnownAtAPositionStaysTheSameWhateverIsRecordedLater() {
        String asked = path("reports/annual?zone=" + zone + "&year=2023&knownAt=" + ledger.head());
        ledger.runtime().awaitSigned(ledger.head());
        Http.Answer first = settled(asked);
        assertThat(first.headers()).containsEntry("cache-control", "max-age=3600, private");
        http.command("IntroduceProject", Commands.project(zone, Commands.id("j")));
        String later = asked + "&minPosition=" + ledger.head();
        assertThat(http.get(later).text()).isEqualTo(first.text());
        assertThat(http.get(later, "If-None-Match", first.headers().get("etag")).status())
                .isEqualTo(304);
    }

    @Test
    void anInstantIsThePositionThatItMeansWhenItIsAskedFor() {
        String asked = path("zones/" + zone + "?knownAt=2999-01-01T00:00:00Z");
        String before = tag(asked);
        assertThat(settled(asked).headers()).containsEntry("cache-control", "no-cache, private");
        http.command("RegisterParcel", Commands.parcel(zone, Commands.id("p"), "1"));
        assertThat(http.get(asked + "&minPosition=" + ledger.head(), "If-None-Match", before)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aListOfTagsAndAWeakOneAreUnderstood() {
        String asked = path("zones/" + zone);
        String tag = tag(asked);
        assertThat(http.get(asked, "If-None-Match", "\"other\", W/" + tag).status())
                .isEqualTo(304);
        assertThat(http.get(asked, "If-None-Match", "\"other\", \"more\"").status())
                .isEqualTo(200);
        assertThat(http.get(asked, "If-None-Match", "nonsense\", ,W/").status()).isEqualTo(200);
        Http.Answer any = http.get(asked, "If-None-Match", "*");
        assertThat(any.status()).isEqualTo(304);
        assertThat(any.text()).isEmpty();
        assertThat(any.headers()).containsEntry("etag", tag);
    }

    /** The report names the checkpoint of the closing, which is signed after the closing was recorded. */
    @Test
    void aReportThatNamesCheckpointsHasAnotherTagWhenOneIsSigned() {
        await().until(() -> ledger.runtime().log().signed(ledger.head()) == ledger.head());
        http.command("ClosePeriod", Commands.closing(zone, "2022-12-31"));
        String asked = path("reports/closings?zone=" + zone + "&knownAt=" + ledger.head());
        Map<String, String> answers = new ConcurrentHashMap<>();
        Http.Answer last = settled(asked);
        Instant end = Instant.now().plusSeconds(60);
        while (!last.text().contains("checkpoint") && Instant.now().isBefore(end)) {
            remember(last, answers);
            last = settled(asked);
        }
        remember(last, answers);
        assertThat(last.text()).contains("checkpoint");
        Http.Answer later = settled(asked);
        assertThat(later.headers()).containsEntry("cache-control", "max-age=3600, private");
        assertThat(later.text()).isEqualTo(last.text());
        assertThat(answers.values()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zones/nowhere",
                "zones?zone=nowhere",
                "zones?knownAt=never",
                "zones?knownAt=999999999",
                "reports/annual?zone=nowhere&year=2023",
                "reports/nothing?zone=nowhere&year=2023"
            })
    void aRefusalHasNoTag(String path) {
        Http.Answer refused = http.get(path(path), "If-None-Match", "*");
        assertThat(refused.status()).isBetween(400, 503);
        assertThat(refused.headers()).doesNotContainKey("etag");
    }

    @Test
    void anAnswerThatIsThereAlreadyCostsNoReport() throws SQLException {
        String asked = path("reports/annual/figures/projects.introduced/explain?zone=" + zone + "&year=2023");
        String tag = tag(asked);
        try (Connection other = DriverManager.getConnection(ledger.database().jdbcUrl(), "postgres", "");
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table read.zone_designation, read.movement in access exclusive mode");
            CompletableFuture<Http.Answer> computed =
                    CompletableFuture.supplyAsync(() -> http.get(asked + "&asOf=2023-11-30"));
            assertThat(http.get(asked, "If-None-Match", tag).status()).isEqualTo(304);
            assertThat(computed).isNotDone();
            other.rollback();
            assertThat(computed.join().status()).isEqualTo(200);
        }
    }

    @Test
    void readModelsThatReplaceOthersGiveOtherTags() throws Exception {
        String asked = path("zones/" + zone);
        String before = tag(asked);
        ledger.runtime().projections().rebuild().run(Rebuild.Mode.SWAP_WHEN_SAME, Rebuild.Watch.NONE);
        // whoever folds looks once a second whether others took the place of its read models
        await().untilAsserted(() ->
                assertThat(http.get(asked, "If-None-Match", before).status()).isEqualTo(200));
        await().untilAsserted(() -> assertThat(tag(asked)).isNotNull().isNotEqualTo(before));
    }

    @Test
    void oneTagIsNeverThatOfTwoAnswersWhileOthersWrite() {
        settled(path("zones/" + zone));
        Map<String, String> answers = new ConcurrentHashMap<>();
        AtomicBoolean written = new AtomicBoolean();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 60; i++) {
                        http.command("RegisterParcel", Commands.parcel(zone, Commands.id("busy"), "1"));
                    }
                })
                .whenComplete((_, _) -> written.set(true));
        List<CompletableFuture<Void>> readers = List.of("parcels?limit=1000&zone=" + zone, "zones/" + zone).stream()
                .map(path -> CompletableFuture.runAsync(() -> {
                    while (!written.get()) {
                        remember(http.get(path(path)), answers);
                    }
                    remember(settled(path(path)), answers);
                }))
                .toList();
        writer.join();
        readers.forEach(CompletableFuture::join);
        assertThat(answers).hasSizeGreaterThan(2);
    }

    private static void remember(Http.Answer answer, Map<String, String> answers) {
        assertThat(answer.status()).isEqualTo(200);
        String tag = answer.headers().get("etag");
        if (tag != null) {
            String other = answers.putIfAbsent(tag, answer.text());
            assertThat(other == null || other.equals(answer.text()))
                    .as("%s is of %s and of %s", tag, other, answer.text())
                    .isTrue();
        }
    }

    private String tag(String asked) {
        return settled(asked).headers().get("etag");
    }

    /** The answer when the read models hold all that was recorded. */
    private Http.Answer settled(String asked, String... headers) {
        http.get(path("zones?limit=1&minPosition=" + ledger.head()));
        // a report may name what was signed, so that its tag changes once more when its last event is
        await().until(() -> ledger.runtime().log().signed(ledger.head()) == ledger.head());
        Http.Answer answer = http.get(asked, headers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private static String path(String rest) {
        return "/api/v1/" + rest;
    }
}
