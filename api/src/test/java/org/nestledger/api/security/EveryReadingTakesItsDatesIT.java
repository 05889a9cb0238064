package org.nestledger.api.security;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nestledger.api.security.EndpointTable.Row;
import org.nestledger.api.testing.Http;
import org.nestledger.query.report.catalogue.ReportType;
import org.nestledger.query.report.catalogue.ReportTypes;

/** Walks every address that is read: as of a day, as known at a moment, and after a write. */
class EveryReadingTakesItsDatesIT {

    /** Addresses that are of no day and no moment, and why. */
    private static final Map<String, String> WITHOUT_DATES = Map.ofEntries(
            entry("/error", "answers what failed"),
            entry("/log/checkpoint", "the newest signature; earlier ones are with who saved them"),
            entry("/log/vkey", "the keys to verify with now"),
            entry("/log/tile/**", "never changes"),
            entry("/api/v1/events", "begins after a position, and each event never changes"),
            entry("/api/v1/events/live", "begins after a position, and each event never changes"),
            entry("/api/v1/events/{position}/proof", "of one position; the checkpoint that it leads to is the newest"),
            entry("/api/v1/refusals", "is not in the ledger"),
            entry("/api/v1/proposals", "is not in the ledger before it is approved"),
            entry("/api/v1/proposals/{id}", "is not in the ledger before it is approved"),
            entry("/api/v1/openapi.json", "describes the interface of this release"),
            entry("/api/v1/openapi.yaml", "describes the interface of this release"));

    private final Http http = SecuredLedger.shared().everything();

    /** Every report, not only those that the table has to tell who sees them. */
    static Stream<String> readings() {
        return Stream.concat(
                        EndpointTable.rows().stream()
                                .filter(row -> !WITHOUT_DATES.containsKey(row.pattern()))
                                .map(Row::request)
                                .filter(request -> !request.startsWith("POST ")),
                        ReportTypes.all().stream().map(EveryReadingTakesItsDatesIT::report))
                .distinct();
    }

    private static String report(ReportType<?> type) {
        return "/api/v1/reports/" + type.name() + "?zone={z}"
                + (type.span() == ReportType.Span.DAY ? "" : "&year=2023");
    }

    static Stream<String> underTheInterface() {
        return EndpointTable.rows().stream()
                .map(Row::request)
                .filter(request -> request.startsWith("/api/") && !request.contains("/live"));
    }

    private static String address(String request) {
        return SecuredLedger.shared().address(request).replace("&toKnown=2", "");
    }

    private Http.Answer with(String request, String parameter) {
        String address = address(request);
        return http.get(address + (address.contains("?") ? "&" : "?") + parameter);
    }

    /** A comparison states two moments. */
    private static String knownAt(String request) {
        return request.contains("fromKnown") ? "toKnown" : "knownAt";
    }

    private static void assertProblem(Http.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
    }

    @Test
    void theListOfThoseWithoutDatesIsTrue() {
        assertThat(EndpointTable.rows().stream().map(Row::pattern)).containsAll(WITHOUT_DATES.keySet());
        assertThat(WITHOUT_DATES.values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @MethodSource("readings")
    void itIsAsOfADay(String request) {
        assertProblem(with(request, "asOf=tomorrow"), 400, "INVALID_PARAMETER");
        Http.Answer now = http.get(address(request));
        assertThat(now.status()).as(now.text()).isEqualTo(200);
        Http.Answer before = with(request, "asOf=2019-12-31");
        assertThat(before.status()).as(before.text()).isIn(200, 400, 404);
        assertThat(before.text()).isNotEqualTo(now.text()).doesNotContain("UNKNOWN_PARAMETER");
    }

    @ParameterizedTest
    @MethodSource("readings")
    void itIsAsKnownAtAMoment(String request) {
        String name = knownAt(request);
        assertProblem(with(request, name + "=yesterday"), 400, "INVALID_PARAMETER");
        assertProblem(with(request, name + "=999999999"), 503, "NOT_YET");
        String now = http.get(address(request)).text();
        Http.Answer nothing = with(request, name + "=0");
        assertThat(nothing.text()).isNotEqualTo(now).doesNotContain("UNKNOWN_PARAMETER");
        assertThat(nothing.status()).isIn(200, 400, 404);
        long head = SecuredLedger.shared().runtime().log().head();
        // Others write to the same ledger, and what was written is to be read a moment later.
        Http.Answer then = with(request, name + "=" + head + "&minPosition=" + head);
        assertThat(then.status()).as(then.text()).isEqualTo(200);
        assertThat(with(request, name + "=2999-01-01T00:00:00Z").text()).isEqualTo(then.text());
    }

    @ParameterizedTest
    @MethodSource("underTheInterface")
    void itWaitsForAWrite(String request) {
        assertProblem(with(request, "minPosition=later"), 400, "INVALID_PARAMETER");
        long head = SecuredLedger.shared().runtime().log().head();
        Http.Answer there = with(request, "minPosition=" + head);
        assertThat(there.status()).isEqualTo(200);
        assertThat(there.text()).isEqualTo(http.get(address(request)).text());
    }

    @ParameterizedTest
    @MethodSource("underTheInterface")
    void aParameterThatIsNotThereIsRefusedWithThoseThatAre(String request) {
        Http.Answer refused = with(request, "colour=green");
        assertProblem(refused, 400, "UNKNOWN_PARAMETER");
        assertThat(refused.json().get("detail").asString()).contains("colour");
        assertThat(refused.json().get("remedy").asString()).startsWith("Use ").contains("minPosition");
    }

    @Test
    void aWriteThatDoesNotComeIsNotWaitedForLong() {
        assertProblem(with("/api/v1/zones", "minPosition=999999999"), 503, "NOT_YET");
    }
}
