package org.nestledger.api.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nestledger.query.report.AnnualReport;

/** A report as tables for people, one for each of its sections. */
final class ReportTable {

    private ReportTable() {}

    static void print(AnnualReport report, PrintWriter out) {
        out.println("Annual report of " + report.zone() + " for " + report.year());
        out.println("as of " + report.asOf() + ", as known at position "
                + report.knownAt().position()
                + (report.knownAt().recordedAt() == null
                        ? ""
                        : " (recorded " + report.knownAt().recordedAt() + ")"));
        Map<String, List<ReportRow>> sections = ReportRow.of(report).stream()
                .collect(Collectors.groupingBy(ReportRow::section, LinkedHashMap::new, Collectors.toList()));
        sections.forEach((section, rows) -> {
            out.println();
            out.println(Character.toUpperCase(section.charAt(0)) + section.substring(1));
            out.println(AsciiTable.getTable(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS, rows, columns()));
        });
    }

    private static List<com.github.freva.asciitable.ColumnData<ReportRow>> columns() {
        return List.of(
                new Column().header("name").dataAlign(HorizontalAlign.LEFT).with(ReportRow::name),
                new Column().header("subject").dataAlign(HorizontalAlign.LEFT).with(ReportRow::subject),
                new Column().header("period").dataAlign(HorizontalAlign.LEFT).with(ReportRow::period),
                new Column().header("value").dataAlign(HorizontalAlign.RIGHT).with(ReportRow::value),
                new Column().header("unit").dataAlign(HorizontalAlign.LEFT).with(ReportRow::unit),
                new Column().header("ratio").dataAlign(HorizontalAlign.RIGHT).with(ReportRow::ratio));
    }
}
