package org.nestledger.api.cli;

import java.util.concurrent.Callable;
import org.nestledger.query.report.catalogue.ReportType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Explains a figure in the tables of a report of a day. */
@Command
final class ExplainDayCommand implements Callable<Integer> {

    @Mixin
    ExplainOptions options = new ExplainOptions();

    @Parameters(
            index = "1",
            paramLabel = "FIGURE",
            description =
                    "The figure: its table and the first cells of its row, joined by slashes, such as"
                            + " stages/INTRODUCED/projects. What tells it from others is enough; a slash within a cell is written ~1.")
    String figure = "";

    private final ReportType<?> type;

    ExplainDayCommand(ReportType<?> type) {
        this.type = type;
    }

    @Override
    public Integer call() {
        return ExplainTableCommand.print(type, options, null, figure);
    }
}
