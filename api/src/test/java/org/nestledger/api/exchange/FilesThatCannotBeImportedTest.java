package org.nestledger.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.core.decision.Role;
import org.nestledger.core.decision.Sender;
import org.nestledger.core.ledger.Ledger;
import org.nestledger.core.ledger.LedgerUnavailableException;
import org.nestledger.core.ledger.Outcome;
import org.nestledger.core.ledger.Submission;

class FilesThatCannotBeImportedTest {

    @TempDir
    Path directory;

    private final FakeLedger ledger = new FakeLedger();
    private ImportRun run;

    @BeforeEach
    void start() {
        run = new ImportRun(directory, ledger);
    }

    @Test
    void oneThatIsNotThere() {
        refused("does not exist", directory.resolve("nowhere.csv"));
    }

    @Test
    void aDirectory() {
        refused("is a directory", directory);
    }

    @Test
    void anEmptyOne() throws IOException {
        refused("is empty", run.file("empty.csv", ""));
        refused("is empty", run.file("blank.csv", "\uFEFF\r\n  \r\n"));
        refused("is empty", run.file("empty.jsonl", ""), "--format=commands");
    }

    @Test
    void aBinaryOne() throws IOException {
        byte[] noise = new byte[4_096];
        new Random(7).nextBytes(noise);
        noise[0] = 0;
        refused("is binary", run.file("noise.csv", noise));
        refused("Excel workbook", run.file("book.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0}), "--format=landchina");
        refused("old Excel workbook", run.file("book.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}));
        refused("compressed", run.file("b.csv.gz", new byte[] {0x1f, (byte) 0x8b, 8}));
    }

    @Test
    void oneOfAnUnknownFormat() throws IOException {
        refused("--format=commands or --format=landchina", run.file("a.csv", "a,b,c\n1,2,3\n"));
        refused("has no headings of land supply notices", run.file("b.csv", "a,b,c\n1,2,3\n"), "--format=landchina");
    }

    @Test
    void oneWithoutTheHeadingsThatMatter() throws IOException {
        refused("lacks the heading 面积(公顷), 供地方式, 合同签订日期", run.file("a.csv", "电子监管号,项目名称,土地使用权人\n1,2,3\n"));
    }

    @Test
    void oneThatContradictsItself() throws IOException {
        String headings = "电子监管号,项目名称,项目名称,面积,供地方式,合同签订日期,土地使用权人\n";
        refused(
                "has the heading 项目名称 more than once, with different content in row 2",
                run.file("a.csv", headings + "k,a,b,1,划拨,2020-01-01,h\n"));
    }

    @Test
    void andThenNoneOfTheOthersIsBegun() throws IOException {
        refused("does not exist", run.file("good.csv", Beijing.text()), directory.resolve("typo.csv"));
    }

    @Test
    void anUnknownFormatOrZoneIsAUsageError() throws IOException {
        Path file = run.file("good.csv", Beijing.text());
        assertThat(run.run(file, "--format=xml")).isEqualTo(2);
        assertThat(run.err).contains("use landchina or commands");
        assertThat(run.run(file, "--zone=a/b")).isEqualTo(2);
        assertThat(run.run("--format=landchina")).isEqualTo(2);
        assertThat(run.opened).isZero();
    }

    @Test
    void refusalsNeverOverwriteTheInputNorAnythingElse() throws IOException {
        Path file = run.file("good.csv", Beijing.text());
        refused("cannot also take the refusals", file, "--refusals=" + file);
        Path precious = run.file("precious.txt", "do not lose me\n");
        refused("is not a list of refusals", file, "--refusals=" + precious);
        assertThat(Files.readString(precious)).isEqualTo("do not lose me\n");
    }

    @Test
    void refusalsGoWhereTheyAreToldAndReplaceOlderOnes() throws IOException {
        Path bad = run.file("bad.csv", Beijing.text().replace("2.611420", "x"));
        Path list = run.file("list.csv", "");
        assertThat(run.run(bad, "--refusals=" + list)).isZero();
        assertThat(Files.readAllLines(list)).hasSize(2);
        run.run(bad, "--refusals=" + list);
        assertThat(Files.readAllLines(list)).hasSize(2);
        assertThat(directory.resolve("bad.csv.refusals.csv")).doesNotExist();
        run.run(run.file("good.csv", Beijing.text()), "--refusals=" + list);
        assertThat(list).doesNotExist();
    }

    @Test
    void whereRefusalsCannotBeWrittenTheyAreStillTold() throws IOException {
        Path bad = run.file("bad.csv", Beijing.text().replace("2.611420", "x"));
        assertThat(run.run(bad, "--refusals=" + directory.resolve("no/such/place.csv")))
                .isEqualTo(1);
        assertThat(run.err).contains("cannot be written").contains("row 11, Area (hectare)");
        assertThat(run.summary()).isEqualTo("read 85, recorded 84, already there 0, refused 1");
    }

    @Test
    void unknownColumnsAreNamedOnce() throws IOException {
        String text = Beijing.text().lines().map(line -> line + ",x").reduce("", (a, b) -> a + b + "\n");
        assertThat(run.run(run.file("more.csv", text.replaceFirst("URL,x", "URL,Remark"))))
                .isZero();
        assertThat(run.err).containsOnlyOnce("leaves out the columns Remark");
        assertThat(run.summary()).isEqualTo("read 85, recorded 85, already there 0, refused 0");
    }

    @Test
    void theImportStopsWhenTheLedgerIsGone() throws IOException {
        ImportRun gone = new ImportRun(directory, new Ledger() {
            @Override
            public Outcome submit(Submission submission) {
                throw new LedgerUnavailableException("no connection", false, new IOException());
            }

            @Override
            public Ledger dryRun() {
                return this;
            }
        });
        assertThat(gone.run(gone.file("good.csv", Beijing.text()))).isEqualTo(1);
        assertThat(gone.err).contains("import: the ledger cannot be reached (no connection)");
        assertThat(gone.out).isEmpty();
    }

    @Test
    void aBusyLedgerIsAskedAgain() {
        int[] asked = {0};
        Gateway gateway = new Gateway(
                new Ledger() {
                    @Override
                    public Outcome submit(Submission submission) {
                        if (++asked[0] < 3) {
                            throw new LedgerUnavailableException("busy", true, new IOException());
                        }
                        return new Outcome.Recorded(1, 1, false);
                    }

                    @Override
                    public Ledger dryRun() {
                        return this;
                    }
                },
                new Sender("local:test", Role.all()),
                Duration.ZERO);
        assertThat(gateway.give("id", () -> "zone")).isEqualTo(new Outcome.Recorded(1, 1, false));
        assertThat(asked[0]).isEqualTo(3);
    }

    private void refused(String problem, Object... arguments) {
        assertThat(run.run(arguments)).isEqualTo(1);
        assertThat(run.err.lines())
                .singleElement()
                .asString()
                .startsWith("import: ")
                .contains(problem);
        assertThat(run.out).isEmpty();
        assertThat(run.opened).isZero();
        assertThat(ledger.accepted).isEmpty();
    }
}
