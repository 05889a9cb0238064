package org.nestledger.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.ledger.Submission;
import org.nestledger.core.zone.ZoneCommand.DesignateZone;

class CommandsAreImportedTest {

    private static final String ZONE = """
            {"command":"DesignateZone","commandId":"c%d","zone":"z%d","kind":"ZONE","name":"园区","occurredOn":"2020-01-01"}
            """.strip();

    @TempDir
    Path directory;

    private final FakeLedger ledger = new FakeLedger();
    private ImportRun run;

    @BeforeEach
    void start() {
        run = new ImportRun(directory, ledger);
    }

    @Test
    void oneALineInTheirOrder() throws IOException {
        String text = zone(1) + "\n\n" + zone(2) + "\r\n" + zone(3);
        assertThat(run.run(run.file("c.jsonl", text), "--format=commands")).isZero();
        assertThat(run.summary()).isEqualTo("read 3, recorded 3, already there 0, refused 0");
        assertThat(ledger.accepted).extracting(Submission::commandId).containsExactly("c1", "c2", "c3");
        assertThat(ledger.commands(DesignateZone.class).getFirst().name()).isEqualTo("园区");
    }

    @Test
    void theSecondTimeTheyAreThere() throws IOException {
        Path file = run.file("c.jsonl", zone(1) + "\n" + zone(2));
        run.run(file);
        run.run(file);
        assertThat(run.summary()).isEqualTo("read 2, recorded 0, already there 2, refused 0");
    }

    @Test
    void aDryRunDecidesAndRecordsNothing() throws IOException {
        run.run(run.file("c.jsonl", zone(1) + "\nnonsense\n" + zone(1)), "--dry-run");
        assertThat(run.summary()).isEqualTo("read 3, recorded 1, already there 1, refused 1");
        assertThat(ledger.accepted).isEmpty();
        assertThat(directory.resolve("c.jsonl.refusals.csv")).exists();
    }

    @Test
    void brokenOnesAreListedWithTheirLineAndMember() throws IOException {
        String text = String.join(
                "\n",
                zone(1),
                "not json",
                zone(2).replace("\"kind\":\"ZONE\"", "\"kind\":\"VILLAGE\""),
                zone(3).replace("\"name\":\"园区\",", ""),
                zone(4).replace("DesignateZone", "Explode"),
                zone(5).replace("\"name\"", "\"nom\":\"x\",\"name\""),
                "[]",
                zone(6).replace("\"zone\":\"z6\"", "\"zone\":\"z1\""),
                zone(7));
        assertThat(run.run(run.file("c.jsonl", text))).isZero();
        assertThat(run.summary()).isEqualTo("read 9, recorded 2, already there 0, refused 7");
        assertThat(Files.readAllLines(directory.resolve("c.jsonl.refusals.csv")).stream()
                        .skip(1)
                        .map(line ->
                                line.split(",", -1)[1] + " " + line.split(",", -1)[2] + " " + line.split(",", -1)[3]))
                .containsExactly(
                        "2  MALFORMED",
                        "3 kind INVALID_FIELD",
                        "4 name MISSING_FIELD",
                        "5  UNKNOWN_COMMAND",
                        "6 nom UNKNOWN_FIELD",
                        "7  MALFORMED",
                        "8  ID_TAKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16"})
    void inAnyEncoding(String encoding) throws IOException {
        run.run(run.file("c.jsonl", zone(1) + "\n" + zone(2), Charset.forName(encoding)));
        assertThat(run.summary()).as(run.err).isEqualTo("read 2, recorded 2, already there 0, refused 0");
        assertThat(ledger.commands(DesignateZone.class)).allMatch(c -> c.name().equals("园区"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirst() throws IOException {
        run.run(run.file("any.name", "\uFEFF" + zone(1)));
        assertThat(run.summary()).isEqualTo("read 1, recorded 1, already there 0, refused 0");
    }

    @Test
    void brokenBytesAndHugeLinesCostTheirLineOnly() throws IOException {
        byte[] bytes = (zone(1) + "\n" + zone(2) + "\n{\"x\":\"" + "x".repeat(2_000_000) + "\"}\n" + zone(3))
                .getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\"c2\"") + 40] = (byte) 0xC0;
        run.run(run.file("c.jsonl", bytes));
        assertThat(run.summary()).isEqualTo("read 4, recorded 2, already there 0, refused 2");
    }

    @Test
    void aToldZoneIsOfNoUseAndSaysSo() throws IOException {
        run.run(run.file("c.jsonl", zone(1)), "--zone=other");
        assertThat(run.err).contains("--zone changes nothing here");
        assertThat(ledger.zones).containsExactly("z1");
    }

    private static String zone(int number) {
        return ZONE.formatted(number, number);
    }
}
