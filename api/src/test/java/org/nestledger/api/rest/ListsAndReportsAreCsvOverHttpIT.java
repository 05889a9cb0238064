package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nestledger.api.cli.CommandLineRun;
import org.nestledger.api.database.DatabaseSettings;
import org.nestledger.api.output.ListKind;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.server.LedgerServer;
import org.nestledger.api.testing.BookCommands;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import org.nestledger.query.report.catalogue.ReportType;
import org.nestledger.query.report.catalogue.ReportTypes;

/** What HTTP answers in CSV is to the byte what the command line prints. */
class ListsAndReportsAreCsvOverHttpIT {

    private static final String CSV = "text/csv";

    @TempDir
    static Path temporary;

    private static Path data;
    private static LedgerRuntime runtime;
    private static LedgerServer server;
    private static Http http;

    @BeforeAll
    static void serveTheBooks() throws Exception {
        data = temporary.resolve("data");
        List<String> lines = new ArrayList<>(List.of(line("DesignateZone", Commands.zone("own"))));
        BookCommands.of("own").forEach(given -> lines.add(line(given.name(), given.body())));
        lines.add(line(
                "RegisterParcel", Commands.parcel("own", "quoted", "1").replace("North field", "=1+1,\\\"a\\\"\\nb")));
        Path file = Files.write(temporary.resolve("commands.jsonl"), lines);
        CommandLineRun run = CommandLineRun.of("import", file.toString(), "--data=" + data);
        assertThat(run.out().strip()).as(run.err()).endsWith("refused 0");
        runtime = LedgerRuntime.open(new DatabaseSettings(data, null, null, null), Clock.systemUTC());
        server = LedgerServer.start(runtime, 0);
        http = ServedLedger.http(runtime, server);
    }

    @AfterAll
    static void stop() {
        server.close();
        runtime.close();
    }

    private static String line(String name, String body) {
        return body.replaceFirst("\\{", "{\"command\":\"" + name + "\",").replaceAll("\\s*\n\\s*", " ");
    }

    @ParameterizedTest
    @EnumSource
    void everyListIsWhatTheCommandLinePrints(ListKind kind) {
        Http.Answer csv = http.get("/api/v1/" + kind + "?zone=own&asOf=2024-06-30&areaUnit=ha", "Accept", CSV);
        assertThat(csv.status()).as(csv.text()).isEqualTo(200);
        assertThat(csv.type()).isEqualTo("text/csv;header=present;charset=UTF-8");
        assertThat(csv.headers()).containsKey("etag").doesNotContainKey("link");
        assertThat(csv.text())
                .isEqualTo(printed("list", kind.name(), "--zone=own", "--as-of=2024-06-30", "--area-unit=ha"));
        assertThat(csv.text().lines().count()).isGreaterThan(1);
    }

    static Stream<ReportType<?>> everyReportIsWhatTheCommandLinePrints() {
        return ReportTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource
    void everyReportIsWhatTheCommandLinePrints(ReportType<?> type) {
        List<String> command = new ArrayList<>();
        if (type.name().equals("reconciliation")) {
            command.add("reconcile");
        } else {
            command.addAll(List.of("report", type.name()));
        }
        command.addAll(List.of("--zone=own", "--as-of=2023-12-31"));
        String period = type.span() == ReportType.Span.DAY ? "" : "&year=2023";
        if (!period.isEmpty()) {
            command.add("--year=2023");
        }
        Http.Answer csv =
                http.get("/api/v1/reports/" + type.name() + "?zone=own&asOf=2023-12-31" + period, "Accept", CSV);
        assertThat(csv.status()).as(csv.text()).isEqualTo(200);
        assertThat(csv.type()).isEqualTo("text/csv;header=present;charset=UTF-8");
        assertThat(csv.text()).startsWith("section").isEqualTo(printed(command.toArray(String[]::new)));
    }

    @Test
    void soAreChangesDifferencesAndExplanations() {
        assertThat(csv("reports/land?zone=own&month=2023-02&changes=true"))
                .isEqualTo(printed("report", "land", "--zone=own", "--month=2023-02", "--changes"));
        assertThat(csv("reports/diff?zone=own&year=2023&fromKnown=3"))
                .isEqualTo(printed("report", "diff", "--zone=own", "--year=2023", "--from-known=3"));
        assertThat(csv("reports/annual/figures/land.acquired/explain?zone=own&year=2023"))
                .isEqualTo(printed("explain", "annual", "own", "2023", "land.acquired"));
    }

    private static String csv(String path) {
        Http.Answer answer = http.get("/api/v1/" + path, "Accept", CSV);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    private static String printed(String... command) {
        CommandLineRun run =
                CommandLineRun.of(Stream.concat(Stream.of(command), Stream.of("--format=csv", "--data=" + data))
                        .toArray(String[]::new));
        assertThat(run.status()).as(run.err()).isIn(0, 3);
        return run.out();
    }

    /** Quotation marks, line ends and signs that spreadsheets take for formulas stand as they were recorded. */
    @Test
    void aCellIsWhatWasRecorded() throws Exception {
        String text = csv("parcels?zone=own&q=quoted");
        assertThat(text).endsWith("\r\n").contains("\"=1+1,\"\"a\"\"\nb\"");
        try (var records = CsvReader.builder().ofNamedCsvRecord(text)) {
            assertThat(records.stream().map(record -> record.getField("name"))).containsExactly("=1+1,\"a\"\nb");
        }
    }

    @Test
    void theNextPageIsInALink() {
        List<String> seen = new ArrayList<>();
        String next = "/api/v1/permits?zone=own&limit=1&sort=-appliedOn&minPosition=1";
        while (next != null) {
            Http.Answer csv = http.get(next, "Accept", CSV);
            Http.Answer json = http.get(next);
            assertThat(csv.headers().get("link")).isEqualTo(json.headers().get("link"));
            seen.add(csv.text().lines().toList().get(1).replaceAll(",.*", ""));
            String link = csv.headers().get("link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
            assertThat(json.json().has("next")).isEqualTo(next != null);
            if (next != null) {
                assertThat(link).endsWith(">; rel=\"next\"").doesNotContain("minPosition");
            }
        }
        assertThat(seen).containsExactly("b-own", "a-own");
    }

    @Test
    void theNextPageIsOfTheSameQuestion() {
        String asked = "/api/v1/parcels?zone=own&q=" + "%C3%B6%20%26%22" + "&limit=1";
        assertThat(http.get(asked).headers()).doesNotContainKey("link");
        String link = http.get("/api/v1/parcels?zone=own&limit=1&asOf=2024-01-01&knownAt="
                        + runtime.log().head())
                .headers()
                .get("link");
        assertThat(link).contains("zone=own", "limit=1", "asOf=2024-01-01", "knownAt=", "cursor=");
    }

    @Test
    void whatWasRefusedIsAListToo() {
        assertThat(new Http(server.address())
                        .bearing("nothing")
                        .get("/api/v1/zones")
                        .status())
                .isEqualTo(401);
        String text = csv("refusals");
        assertThat(text).startsWith("id,refused at,actor,address,method,path,command,zone,status,code,times\r\n");
    }

    @Test
    void soIsWhatWaitsForApproval() {
        http.command("DesignateZone", Commands.zone("agreed"));
        http.command("RequireApproval", """
            {"commandId":"agreed","zone":"agreed","matters":["QUOTA"],"occurredOn":"2021-01-01"}""");
        Http.Answer waits = http.command("GrantQuota", """
            {"commandId":"waits","zone":"agreed","year":2024,"area":{"value":"1","unit":"mu"},"occurredOn":"2024-01-02",
             "documents":[{"kind":"approval","number":"7"}]}""");
        assertThat(waits.status()).as(waits.text()).isEqualTo(202);
        assertThat(csv("proposals?zone=agreed"))
                .startsWith("id,zone,command,command id,actor,proposed at,state,decided by,decided at,body\r\n")
                .contains(",agreed,GrantQuota,waits,");
    }
}
