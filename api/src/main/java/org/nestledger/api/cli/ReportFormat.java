package org.nestledger.api.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.nestledger.api.runtime.ApiJson;
import org.nestledger.query.report.AnnualReport;

/** How a report is printed. The names are what is written on the command line. */
enum ReportFormat {
    table {
        @Override
        void print(AnnualReport report, PrintWriter out) {
            ReportTable.print(report, out);
        }
    },
    json {
        @Override
        void print(AnnualReport report, PrintWriter out) {
            out.println(ApiJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        }
    },
    csv {
        @Override
        void print(AnnualReport report, PrintWriter out) {
            StringWriter text = new StringWriter();
            try (CsvWriter csv = CsvWriter.builder().build(text)) {
                csv.writeRecord(List.of("section", "name", "subject", "period", "value", "unit", "ratio"));
                for (ReportRow row : ReportRow.of(report)) {
                    csv.writeRecord(List.of(
                            row.section(),
                            row.name(),
                            row.subject(),
                            row.period(),
                            row.value(),
                            row.unit(),
                            row.ratio()));
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            out.print(text);
        }
    };

    abstract void print(AnnualReport report, PrintWriter out);
}
