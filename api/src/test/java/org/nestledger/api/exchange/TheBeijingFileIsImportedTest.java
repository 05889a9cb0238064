package org.nestledger.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nestledger.core.notice.NoticeCommand.RecordSupplyNotice;
import org.nestledger.core.zone.ZoneCommand.DesignateZone;

class TheBeijingFileIsImportedTest {

    private static final String ALL = "read 85, recorded 85, already there 0, refused 0";

    @TempDir
    Path directory;

    private final FakeLedger ledger = new FakeLedger();
    private ImportRun run;

    @BeforeEach
    void start() {
        run = new ImportRun(directory, ledger);
    }

    @Test
    void everyRowIsRecordedOnceUnderOneZone() throws IOException {
        assertThat(run.run(run.file("b.csv", Beijing.text()), "--format=landchina"))
                .isZero();
        assertThat(run.out).isEqualToIgnoringNewLines(ALL);
        assertThat(ledger.commands(DesignateZone.class))
                .singleElement()
                .satisfies(zone -> assertThat(zone.zone()).isEqualTo("cn-110100"))
                .satisfies(zone -> assertThat(zone.name()).isEqualTo("北京市本级"));
        assertThat(ledger.commands(RecordSupplyNotice.class)).hasSize(85);
        assertThat(directory.resolve("b.csv.refusals.csv")).doesNotExist();
    }

    @Test
    void theSecondTimeEverythingIsThere() throws IOException {
        Path file = run.file("b.csv", Beijing.text());
        run.run(file);
        assertThat(run.run(file)).isZero();
        assertThat(run.summary()).isEqualTo("read 85, recorded 0, already there 85, refused 0");
        assertThat(ledger.accepted).hasSize(86);
    }

    @Test
    void aDryRunSaysTheSameAndGivesTheLedgerNothing() throws IOException {
        assertThat(run.run(run.file("b.csv", Beijing.text()), "--dry-run")).isZero();
        assertThat(run.summary()).isEqualTo(ALL);
        assertThat(run.err).contains("dry run: nothing was recorded");
        assertThat(ledger.accepted).isEmpty();
        assertThat(ledger.dryRun.accepted).hasSize(86);
    }

    @Test
    void theZoneCanBeTold() throws IOException {
        run.run(run.file("b.csv", Beijing.text()), "--zone=zhaoqing");
        assertThat(ledger.commands(RecordSupplyNotice.class))
                .allMatch(c -> c.zone().equals("zhaoqing"));
    }

    @Test
    void theSameFileTwiceInOneRunIsRecordedOnce() throws IOException {
        Path file = run.file("b.csv", Beijing.text());
        run.run(file, file);
        assertThat(run.summary()).isEqualTo("read 170, recorded 85, already there 85, refused 0");
    }

    static Stream<Arguments> encodingsAndSeparators() {
        return Stream.of("UTF-8", "UTF-8 BOM", "GB18030", "UTF-16LE BOM", "UTF-16BE BOM")
                .flatMap(encoding -> Stream.of(",", "\t", "|").map(separator -> Arguments.of(encoding, separator)));
    }

    @ParameterizedTest
    @MethodSource("encodingsAndSeparators")
    void everyEncodingAndSeparatorGivesTheSameCommands(String encoding, String separator) throws IOException {
        run.run(run.file("plain.csv", Beijing.text()));
        List<RecordSupplyNotice> expected = ledger.commands(RecordSupplyNotice.class);
        FakeLedger other = new FakeLedger();
        ImportRun again = new ImportRun(directory, other);
        again.run(again.file("other.txt", encoded(chinese(separator), encoding)));
        assertThat(again.summary()).as(again.err).isEqualTo(ALL);
        assertThat(other.commands(RecordSupplyNotice.class)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(other.recorded.keySet()).isEqualTo(ledger.recorded.keySet());
    }

    @Test
    void theOrderOfTheColumnsDoesNotMatter() throws IOException {
        String reversed = Stream.concat(Stream.of(Beijing.chineseHeadings()), Beijing.rows().stream())
                .map(cells -> String.join("\t", cells.reversed()))
                .collect(Collectors.joining("\n"));
        run.run(run.file("plain.csv", Beijing.text()));
        assertThat(run.run(run.file("reversed.tsv", reversed))).isZero();
        assertThat(run.summary()).isEqualTo("read 85, recorded 0, already there 85, refused 0");
    }

    @Test
    void theInputStaysAsItIs() throws IOException {
        Path file = run.file("b.csv", Beijing.text());
        run.run(file);
        assertThat(Files.readString(file)).isEqualTo(Beijing.text());
    }

    private static String chinese(String separator) {
        return Stream.concat(Stream.of(Beijing.chineseHeadings()), Beijing.rows().stream())
                .map(cells -> String.join(separator, cells))
                .collect(Collectors.joining("\r\n"));
    }

    private static byte[] encoded(String text, String encoding) {
        return switch (encoding) {
            case "UTF-8" -> text.getBytes(StandardCharsets.UTF_8);
            case "UTF-8 BOM" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            case "UTF-16LE BOM" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
            case "UTF-16BE BOM" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE);
            default -> text.getBytes(Charset.forName(encoding));
        };
    }
}
