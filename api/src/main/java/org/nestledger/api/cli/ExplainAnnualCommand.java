package org.nestledger.api.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.query.report.catalogue.ReportTypes;
import org.nestledger.query.report.explain.Explanations.Question;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains a figure of the annual report, which a measure names. */
@Command(
        description = "Print the formula of a figure of the annual report, the entries that give it, and their"
                + " events with positions.")
final class ExplainAnnualCommand implements Callable<Integer> {

    @Mixin
    ExplainOptions options = new ExplainOptions();

    @Mixin
    ExplainedPeriod period = new ExplainedPeriod();

    @Parameters(
            index = "1..*",
            arity = "1..2",
            paramLabel = "[YYYY] MEASURE",
            hideParamSyntax = true,
            description = "The year of the report, which --month may stand for, and the figure as the report names"
                    + " it, such as land.acquired or land.acquired.rank; one that no measure names by its table and the"
                    + " first cells of its row, joined by slashes, such as balances/land:serviced.")
    List<String> yearAndMeasure = List.of();

    @Option(
            names = "--subject",
            paramLabel = "ID",
            description = "The project, for a figure of projects: any of the zone that has it.")
    @Nullable
    String subject;

    @Override
    public Integer call() {
        StatedPeriod stated = period.stated(yearAndMeasure);
        String figure = yearAndMeasure.getLast();
        return figure.contains("/") ? ofTable(stated, figure) : ofMeasure(stated, figure);
    }

    private int ofMeasure(StatedPeriod stated, String measure) {
        Question question =
                new Question(options.zone, stated, measure, subject, options.unit, options.asOf, options.knownAt.value);
        return options.print(queries -> queries.explanations().annual(question));
    }

    private int ofTable(StatedPeriod stated, String figure) {
        return ExplainTableCommand.print(ReportTypes.ANNUAL, options, stated, figure);
    }
}
