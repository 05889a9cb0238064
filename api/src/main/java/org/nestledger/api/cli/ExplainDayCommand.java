package org.nestledger.api.cli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.report.catalogue.ReportType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains a figure in the tables of a report of a day. */
@Command
final class ExplainDayCommand implements Callable<Integer> {

    @Mixin
    ExplainOptions options = new ExplainOptions();

    @Parameters(
            index = "1..*",
            arity = "1",
            paramLabel = "FIGURE",
            hideParamSyntax = true,
            description =
                    "The figure: its table and the first cells of its row, joined by slashes, such as"
                            + " stages/INTRODUCED/projects. What tells it from others is enough; a slash within a cell is written ~1.")
    List<String> figure = List.of();

    @Spec
    @Nullable
    CommandSpec command;

    private final ReportType<?> type;

    ExplainDayCommand(ReportType<?> type) {
        this.type = type;
    }

    @Override
    public Integer call() {
        if (figure.size() > 1) {
            throw new ParameterException(
                    Objects.requireNonNull(command).commandLine(),
                    "The report " + type.name() + " is of a day: leave the year out, and give the day with --as-of.");
        }
        return ExplainTableCommand.print(type, options, null, figure.getFirst());
    }
}
