package org.nestledger.api.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.nestledger.api.area.ShownAreas;
import org.nestledger.api.runtime.ApiJson;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.Section;

/** How a report is printed. The names are what is written on the command line. */
public enum ReportFormat {
    table {
        @Override
        public void print(Report report, ShownAreas areas, PrintWriter out) {
            ReportTable.print(areas.records(report), out);
        }
    },
    json {
        @Override
        public void print(Report report, ShownAreas areas, PrintWriter out) {
            out.println(ApiJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(areas.json(report)));
        }
    },
    /** All sections under one heading: the section, and every column that one of them has. */
    csv {
        @Override
        public void print(Report report, ShownAreas areas, PrintWriter out) {
            List<Section> sections = areas.records(report).sections();
            Set<String> columns = new LinkedHashSet<>();
            sections.forEach(section -> columns.addAll(section.columns()));
            StringWriter text = new StringWriter();
            try (CsvWriter csv = CsvWriter.builder().build(text)) {
                csv.writeRecord(line("section", columns));
                for (Section section : sections) {
                    for (List<String> row : section.rows()) {
                        csv.writeRecord(line(section.name(), cells(section.columns(), row, columns)));
                    }
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            out.print(text);
        }
    };

    public abstract void print(Report report, ShownAreas areas, PrintWriter out);

    private static List<String> cells(List<String> names, List<String> row, Set<String> columns) {
        return columns.stream()
                .map(names::indexOf)
                .map(index -> index < 0 ? "" : row.get(index))
                .toList();
    }

    private static List<String> line(String first, Iterable<String> others) {
        List<String> line = new ArrayList<>();
        line.add(first);
        others.forEach(line::add);
        return line;
    }
}
