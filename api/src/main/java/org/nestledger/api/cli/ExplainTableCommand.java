package org.nestledger.api.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.query.report.catalogue.ReportType;
import org.nestledger.query.report.explain.TableExplanations.Question;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Explains a figure in the tables of a report of a period. */
@Command
final class ExplainTableCommand implements Callable<Integer> {

    @Mixin
    ExplainOptions options = new ExplainOptions();

    @Mixin
    ExplainedPeriod period = new ExplainedPeriod();

    @Parameters(
            index = "1..*",
            arity = "1..2",
            paramLabel = "[YYYY] FIGURE",
            hideParamSyntax = true,
            description = "The year of the report, which --month may stand for, and the figure: its table and the first"
                    + " cells of its row, joined by slashes, such as total/land:serviced/SUPPLY. What tells it from others"
                    + " is enough; a slash within a cell is written ~1.")
    List<String> yearAndFigure = List.of();

    private final ReportType<?> type;

    ExplainTableCommand(ReportType<?> type) {
        this.type = type;
    }

    @Override
    public Integer call() {
        return print(type, options, period.stated(yearAndFigure, type.span()), yearAndFigure.getLast());
    }

    /** @param stated absent for a report of a day */
    static int print(ReportType<?> type, ExplainOptions options, @Nullable StatedPeriod stated, String figure) {
        Question question = new Question(
                type.name(), options.zone, stated, figure, options.unit, options.asOf, options.knownAt.value);
        return options.print(queries -> queries.tableExplanations().explain(question, type.maker()));
    }
}
