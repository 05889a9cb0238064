package org.nestledger.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.api.exchange.Beijing.with;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.core.notice.NoticeCommand.RecordSupplyNotice;

class BrokenRowsCostNothingElseTest {

    @TempDir
    Path directory;

    private final FakeLedger ledger = new FakeLedger();
    private final List<String> lines = new ArrayList<>(Beijing.text().lines().toList());
    private ImportRun run;

    @BeforeEach
    void start() {
        run = new ImportRun(directory, ledger);
    }

    @Test
    void wrongCellsInTheMiddle() throws IOException {
        lines.set(10, lines.get(10).replace("2.611420", "viel"));
        lines.set(40, lines.get(40).replace("协议出让", "租赁").replace("挂牌出让", "租赁").replace("招标出让", "租赁"));
        importLines();
        assertThat(run.summary()).isEqualTo("read 85, recorded 83, already there 0, refused 2");
        assertThat(refusals().getFirst()).isEqualTo("file,row,field,code,reason,remedy,value");
        assertThat(refusals().get(1))
                .startsWith("b.csv,11,Area (hectare),INVALID_FIELD,")
                .endsWith(",viel");
        assertThat(refusals().get(2))
                .startsWith("b.csv,41,Land supply method,INVALID_FIELD,")
                .endsWith(",租赁");
        assertThat(run.err).contains("row 11, Area (hectare): ").contains("row 41, Land supply method: ");
        assertThat(run.out.lines()).hasSize(1);
    }

    @Test
    void aRowOfTooFewOrTooManyCells() throws IOException {
        lines.set(5, "北京市本级,1101002019B01575,half a row");
        lines.set(6, lines.get(6) + ",one,two");
        lines.set(7, lines.get(7) + ",,,");
        importLines();
        assertThat(run.summary()).isEqualTo("read 85, recorded 83, already there 0, refused 2");
        assertThat(refusals().get(1)).startsWith("b.csv,6,,MALFORMED,").contains("3 cells under 28 headings");
        assertThat(refusals().get(2)).startsWith("b.csv,7,,MALFORMED,").contains("30 cells");
    }

    @Test
    void aQuoteThatIsNeverClosed() throws IOException {
        lines.set(20, lines.get(20).replaceFirst(",(?=[^,]*$)", ",\""));
        lines.set(30, "\"" + lines.get(30));
        importLines();
        assertThat(run.summary()).startsWith("read 85, ");
        assertThat(ledger.commands(RecordSupplyNotice.class)).hasSizeGreaterThanOrEqualTo(83);
    }

    @Test
    void twoStrayQuotesThatLookLikeOneCellOverRows() throws IOException {
        lines.set(20, with(lines.get(20), 2, "\"开头"));
        lines.set(23, with(lines.get(23), 2, "结尾\""));
        importLines();
        assertThat(run.summary()).startsWith("read 85, ");
        assertThat(ledger.commands(RecordSupplyNotice.class)).hasSizeGreaterThanOrEqualTo(83);
        assertThat(ledger.commands(RecordSupplyNotice.class))
                .noneMatch(c -> c.notice().projectName().contains("\n"));
    }

    @Test
    void cellsOfSeveralLinesKeepTheirRowNumber() throws IOException {
        lines.set(1, with(lines.get(1), 3, "\"first line\nsecond, \"\"quoted\"\"\nthird\""));
        lines.set(2, with(lines.get(2), 4, "x"));
        importLines();
        assertThat(run.summary()).isEqualTo("read 85, recorded 84, already there 0, refused 1");
        assertThat(refusals().get(1)).startsWith("b.csv,5,");
        assertThat(ledger.commands(RecordSupplyNotice.class))
                .anyMatch(c -> "first line\nsecond, \"quoted\"\nthird"
                        .equals(c.notice().location()));
    }

    @Test
    void bytesThatAreNotUtf8() throws IOException {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("1101002019B01556") + 20;
        bytes[at] = (byte) 0xFF;
        run.run(run.file("b.csv", bytes));
        assertThat(run.summary()).isEqualTo("read 85, recorded 84, already there 0, refused 1");
        assertThat(refusals().get(1)).startsWith("b.csv,3,Project name,INVALID_FIELD,holds bytes");
    }

    @Test
    void bytesThatAreNotGb18030() throws IOException {
        byte[] bytes = String.join("\n", lines).getBytes(Charset.forName("GB18030"));
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("1101002019B01556") + 17;
        bytes[at] = (byte) 0xFF;
        run.run(run.file("b.csv", bytes));
        assertThat(run.summary()).isEqualTo("read 85, recorded 84, already there 0, refused 1");
    }

    @Test
    void hugeCellsAndHugeLines() throws IOException {
        lines.set(3, with(lines.get(3), 15, "x".repeat(5_000)));
        lines.set(4, with(lines.get(4), 15, "x".repeat(3_000_000)));
        importLines();
        assertThat(run.summary()).isEqualTo("read 85, recorded 83, already there 0, refused 2");
    }

    @Test
    void blankRowsAndRepeatedHeadingsAreNoRows() throws IOException {
        lines.add(7, "");
        lines.add(8, ",".repeat(27));
        lines.add(9, lines.getFirst());
        lines.add("   ");
        importLines();
        assertThat(run.summary()).isEqualTo("read 85, recorded 85, already there 0, refused 0");
    }

    @Test
    void whatTheLedgerStumblesOver() throws IOException {
        lines.set(9, with(lines.get(9), 2, "explodes"));
        importLines();
        assertThat(run.summary()).isEqualTo("read 85, recorded 84, already there 0, refused 1");
        assertThat(refusals().get(1)).startsWith("b.csv,10,").contains("boom");
    }

    @Test
    void theFirstOfTwoThatDifferWins() throws IOException {
        lines.add(50, with(lines.get(1), 10, "二级"));
        lines.add(lines.get(1));
        importLines();
        assertThat(run.summary()).isEqualTo("read 87, recorded 85, already there 1, refused 1");
        assertThat(refusals().get(1)).startsWith("b.csv,51,Electronic supervision number,NOTICE_DIFFERS,");
    }

    @Test
    void aReportThatIsRefusedLeavesItsNoticeRecorded() throws IOException {
        for (int i = 1; i <= 2; i++) {
            lines.set(i, with(with(with(lines.get(i), 2, "同一项目"), 16, "同一公司"), 23, "2020-01-01"));
        }
        importLines();
        assertThat(run.summary()).isEqualTo("read 85, recorded 85, already there 0, refused 0");
        assertThat(refusals()).hasSize(2);
        assertThat(refusals().get(1)).startsWith("b.csv,3,Actual start time,WRONG_STAGE,");
    }

    @Test
    void noRefusalRepeatsTheNameOfAPerson() throws IOException {
        lines.set(1, with(with(with(lines.get(1), 16, "李小明"), 2, "李小明住宅"), 4, "李小明"));
        lines.set(2, "李小明," + lines.get(2));
        importLines();
        assertThat(run.summary()).isEqualTo("read 85, recorded 83, already there 0, refused 2");
        assertThat(run.err + refusals()).doesNotContain("李小明");
    }

    @Test
    void valuesThatASpreadsheetWouldRunAreHarmless() throws IOException {
        lines.set(1, with(lines.get(1), 4, "=HYPERLINK(1)"));
        importLines();
        assertThat(refusals().get(1)).endsWith(",'=HYPERLINK(1)");
    }

    @Test
    void thousandsOfRowsKeepTheirOrder() throws IOException {
        List<String> many = new ArrayList<>(List.of(lines.getFirst()));
        for (int i = 0; i < 2_000; i++) {
            String number = "%s%05d".formatted("1101002019C", i);
            many.add(with(with(lines.get(1 + i % 85), 1, number), 4, i % 100 == 99 ? "x" : "1"));
        }
        run.run(run.file("b.csv", String.join("\n", many)));
        assertThat(run.summary()).isEqualTo("read 2000, recorded 1980, already there 0, refused 20");
        assertThat(refusals().stream().skip(1).map(line -> line.split(",", -1)[1]))
                .startsWith("101", "201")
                .endsWith("2001");
    }

    private void importLines() throws IOException {
        assertThat(run.run(run.file("b.csv", String.join("\r\n", lines)))).isZero();
    }

    private List<String> refusals() throws IOException {
        return Files.readAllLines(directory.resolve("b.csv.refusals.csv"));
    }
}
