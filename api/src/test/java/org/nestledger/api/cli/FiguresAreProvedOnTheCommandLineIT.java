package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.api.runtime.ApiJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A figure is verified without the ledger, and every way of tampering with its file gets one line. */
class FiguresAreProvedOnTheCommandLineIT {

    private static final String OTHER_KEY =
            "ledger.example/events+1aaa64c3+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";

    private static final String WITNESS = "witness.example/w1+20324abe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X";

    private static final RecordedYear YEAR = RecordedYear.shared();

    private static final Path LAND = YEAR.proof("land.acquired");

    /** What is done to a file, and what is said of it then. */
    private static final Map<String, Consumer<ObjectNode>> TAMPERING = Map.ofEntries(
            Map.entry(
                    "its records give 130 mu, not 131 mu", json -> figure(json).put("value", "131")),
            Map.entry(
                    "its records give 130 mu, not 130 JPY", json -> figure(json).put("unit", "JPY")),
            Map.entry(
                    "\"ha\" is no unit that a figure can be in",
                    json -> figure(json).put("unit", "ha")),
            Map.entry(
                    "\"projects\" is no unit that a figure can be in",
                    json -> figure(json).put("unit", "projects")),
            Map.entry("its records give 70 mu, not 130 mu", json -> drop(json, 7)),
            Map.entry("its records give 100 mu, not 130 mu", json -> drop(json, 4)),
            Map.entry("its records give 60 mu, not 130 mu", json -> json.put("asOf", "2023-02-01")),
            Map.entry("its records give 120 mu, not 130 mu", json -> json.put("knownAt", 9)),
            Map.entry("its records give 0 mu, not 130 mu", json -> figure(json).put("measure", "land.serviced")),
            Map.entry("its records give 30 mu, not 130 mu", json -> figure(json).put("subject", "sub")),
            Map.entry("the record is not the event at position 7", json -> {
                ObjectNode record = record(json, 7);
                record.put("record", base64(text(record).replace("\"60\"", "\"61\"")));
            }),
            Map.entry(
                    "position 8 stands twice",
                    json -> records(json).add(record(json, 8).deepCopy())),
            Map.entry(
                    "the record is not the event at position 8",
                    json -> record(json, 8).set("proof", record(json, 12).get("proof"))),
            Map.entry(
                    "the record is not the event at position 11",
                    json -> record(json, 7).put("position", 11)),
            Map.entry(
                    "position 17 does not contribute to it",
                    json -> records(json).add(record(tree(YEAR.proof("projects.introduced")), 17))),
            Map.entry(
                    "position 7 holds malformed base64", json -> record(json, 7).put("record", "§")),
            Map.entry(
                    "this release knows no figure \"land.foo\"",
                    json -> figure(json).put("measure", "land.foo")),
            Map.entry(
                    "its records give 0 mu, not 131 mu",
                    json -> figure(json).put("period", "2023-Q2").put("value", "131")),
            Map.entry(
                    "it is a figure of a year, a quarter or a month, and not of 2023-12-31",
                    json -> figure(json).put("period", "2023-12-31")),
            Map.entry("\"2023-Q5\" is no period;", json -> figure(json).put("period", "2023-Q5")),
            Map.entry(
                    "\"soon\" is no period; write it like 2023",
                    json -> figure(json).put("period", "soon")),
            Map.entry("and not all up to position 999", json -> json.put("knownAt", 999)),
            Map.entry(
                    "the checkpoint is not genuine: ",
                    json -> json.put(
                            "checkpoint", json.get("checkpoint").asString().replaceFirst("\n[0-9]+\n", "\n99\n"))),
            Map.entry("it is of format \"v2\", not nest-ledger-figure@v1", json -> json.put("format", "v2")),
            Map.entry("the records are missing", json -> json.remove("records")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "investment.planned --unit=CNY",
                "projects.introduced.interval",
                "projects.introduced.qualified.share",
                "supply.need-met",
                "permits.four-certificates.fastest",
                "permits.four-certificates.rank --subject=a",
                "portal.visits.rank",
                "land.serviced --quarter=1",
                "quota.granted.rank --quarter=1",
                "supply.need-met --quarter=2",
                "projects.supplied.interval --month=2023-06",
            })
    void figuresOfEveryKindAreVerifiedAndComplete(String words) {
        String[] parts = words.split(" ", -1);
        Path file = YEAR.proof(parts[0], Arrays.copyOfRange(parts, 1, parts.length));
        CommandLineRun run = YEAR.verify(file, "--complete=" + YEAR.exported);
        assertThat(run.err()).doesNotContain("ledger:");
        assertThat(run.out()).startsWith("Verified: " + parts[0] + " of ").contains("Complete: ");
    }

    @Test
    void aVerifiedFigureSaysWhatIsProvedAndWhatIsNot() {
        CommandLineRun run = YEAR.verify(LAND);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .hasSize(3)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith(
                                        "Verified: land.acquired of z in 2023 is 130 mu as of 2023-12-31, as known at"
                                                + " position ")
                                .contains(", recomputed from 6 records of ledger.localhost/"),
                        second -> assertThat(second).isEqualTo("Formula: land acquired in the period."),
                        third -> assertThat(third)
                                .startsWith(
                                        "This proves that these contributions are in the log and give the figure. It"
                                                + " does not prove that none is missing: --complete=DIR"));
    }

    @Test
    void aMissingPairThatAddsUpToNothingIsFoundInTheExport() throws Exception {
        Path file = tampered(LAND, json -> {
            drop(json, 9);
            drop(json, 10);
        });
        assertThat(YEAR.verify(file).status()).isZero();
        CommandLineRun run = YEAR.verify(file, "--complete=" + YEAR.exported);
        assertThat(run.status()).isEqualTo(1);
        assertThat(lines(run))
                .containsExactly(
                        "ledger: The figure is NOT verified: against the export, positions 9, 10 contribute too.");
        assertThat(YEAR.verify(LAND, "--complete=" + YEAR.directory.resolve("nowhere"))
                        .err())
                .contains("There is no directory");
    }

    @Test
    void everyWayOfTamperingGetsOneLine() throws Exception {
        for (Map.Entry<String, Consumer<ObjectNode>> row : TAMPERING.entrySet()) {
            CommandLineRun run = YEAR.verify(tampered(LAND, row.getValue()));
            assertThat(run.status()).as(row.getKey()).isEqualTo(1);
            assertThat(run.out()).as(row.getKey()).isEmpty();
            assertThat(lines(run))
                    .singleElement()
                    .asString()
                    .startsWith("ledger: The figure is NOT verified: ")
                    .contains(row.getKey());
        }
    }

    @Test
    void witnessesAreAskedForAsOfAWholeLog() {
        isRefused(YEAR.verify(LAND, "--witness=" + WITNESS), "the checkpoint is not witnessed: ");
    }

    @Test
    void aForeignKeyAndATruncatedFileGetOneLine() throws Exception {
        isRefused(
                CommandLineRun.of("verify", "--figure=" + LAND, "--vkey=" + OTHER_KEY),
                "the checkpoint is not genuine: ");
        byte[] whole = Files.readAllBytes(LAND);
        IntStream.of(0, 1, whole.length / 2, whole.length - 3).forEach(length -> {
            Path cut = write("cut", new String(whole, 0, length, StandardCharsets.UTF_8));
            isRefused(YEAR.verify(cut), "it is no whole bundle of format ");
        });
        assertThat(YEAR.verify(YEAR.directory.resolve("missing")).err()).contains("cannot be read.");
        assertThat(CommandLineRun.of("verify", "--complete=" + YEAR.exported, "--vkey=" + YEAR.key)
                        .err())
                .contains("or a figure with --figure.");
    }

    private static void isRefused(CommandLineRun run, String why) {
        assertThat(lines(run)).singleElement().asString().startsWith("ledger: The figure is NOT verified: " + why);
    }

    private static List<String> lines(CommandLineRun run) {
        return run.err().lines().filter(line -> line.startsWith("ledger:")).toList();
    }

    private static Path tampered(Path file, Consumer<ObjectNode> change) {
        ObjectNode json = tree(file);
        change.accept(json);
        return write("tampered", json.toString());
    }

    private static ObjectNode tree(Path file) {
        try {
            return (ObjectNode) ApiJson.mapper().readTree(Files.readAllBytes(file));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Path write(String name, String text) {
        try {
            return Files.writeString(YEAR.directory.resolve(name), text);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static ObjectNode figure(ObjectNode json) {
        return (ObjectNode) json.get("figure");
    }

    private static ArrayNode records(ObjectNode json) {
        return (ArrayNode) json.get("records");
    }

    private static ObjectNode record(ObjectNode json, long position) {
        return (ObjectNode) records(json)
                .valueStream()
                .filter(record -> record.get("position").asLong() == position)
                .findFirst()
                .orElseThrow();
    }

    private static void drop(ObjectNode json, long position) {
        List<JsonNode> kept = records(json)
                .valueStream()
                .filter(record -> record.get("position").asLong() != position)
                .toList();
        assertThat(kept).hasSize(records(json).size() - 1);
        records(json).removeAll().addAll(kept);
    }

    private static String text(ObjectNode record) {
        return new String(Base64.getDecoder().decode(record.get("record").asString()), StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
