package org.nestledger.api.output;

import com.github.freva.asciitable.ColumnData;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.Section;

/** A report as tables for people, one for each of its sections. */
final class ReportTable {

    private static final String NUMBER = "(-?[0-9.]+)?(/[0-9]+)?";

    private ReportTable() {}

    static void print(Report report, PrintWriter out) {
        out.println(report.title());
        out.println("as of " + report.asOf() + ", as known at position "
                + report.knownAt().position()
                + (report.knownAt().recordedAt() == null
                        ? ""
                        : " (recorded " + report.knownAt().recordedAt() + ")"));
        for (Section section : report.sections()) {
            out.println();
            out.println(Character.toUpperCase(section.name().charAt(0))
                    + section.name().substring(1));
            out.println(TextTable.of(section.rows(), columns(section)));
        }
    }

    private static List<ColumnData<List<String>>> columns(Section section) {
        return IntStream.range(0, section.columns().size())
                .mapToObj(i -> column(section, i))
                .toList();
    }

    private static ColumnData<List<String>> column(Section section, int index) {
        boolean numbers = section.rows().stream().allMatch(row -> row.get(index).matches(NUMBER));
        return TextTable.column(section.columns().get(index), numbers, row -> row.get(index));
    }
}
