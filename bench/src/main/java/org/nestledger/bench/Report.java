package org.nestledger.bench;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Results with what they were measured on.
 *
 * @param facts the machine and the versions
 */
record Report(Map<String, String> facts, List<Result> results) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** For people: the facts, a table of what was measured, and one of what it is judged by. */
    String table() {
        StringBuilder text = new StringBuilder();
        facts.forEach((name, value) -> text.append("%-12s %s%n".formatted(name + ":", value)));
        text.append("\nMedians of the rounds (smallest-largest); times in ms.\n");
        text.append(table(
                List.of("benchmark", "variant", "with", "per second", "", "p50", "p99"),
                results.stream().map(Report::row).toList()));
        List<List<String>> judged = results.stream()
                .flatMap(result -> result.claims().stream().map(claim -> row(result, claim)))
                .toList();
        if (!judged.isEmpty()) {
            text.append("\n\n")
                    .append(table(List.of("benchmark", "variant", "with", "figure", "value", "goal", "met"), judged));
        }
        return text.append('\n').toString();
    }

    /** For programs: the same with all digits. */
    String json() {
        return JSON.writeValueAsString(this);
    }

    private static List<String> row(Result result) {
        return List.of(
                result.benchmark(),
                result.variant(),
                Text.of(result.parameters()),
                text(result.perSecond()),
                result.perSecond() == null ? "" : result.unit(),
                text(result.p50Millis()),
                text(result.p99Millis()));
    }

    private static String text(@Nullable Spread spread) {
        return spread == null ? "" : Text.of(spread);
    }

    private static List<String> row(Result result, Claim claim) {
        List<String> row = new ArrayList<>(List.of(
                result.benchmark(),
                result.variant(),
                Text.of(result.parameters()),
                claim.what(),
                Text.of(claim.value())));
        row.addAll(
                switch (claim.goal()) {
                    case null -> List.of("", "");
                    case Claim.Goal.AtLeast goal -> List.of("≥ " + Text.of(goal.bound()), met(claim, goal));
                    case Claim.Goal.AtMost goal -> List.of("≤ " + Text.of(goal.bound()), met(claim, goal));
                });
        return row;
    }

    private static String met(Claim claim, Claim.Goal goal) {
        return goal.isMet(claim.value()) ? "yes" : "NO";
    }

    private static String table(List<String> headings, List<List<String>> rows) {
        return AsciiTable.getTable(
                AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS,
                rows,
                IntStream.range(0, headings.size())
                        .mapToObj(i -> new Column()
                                .header(headings.get(i))
                                .dataAlign(
                                        Arrays.asList("per second", "p50", "p99", "value")
                                                        .contains(headings.get(i))
                                                ? HorizontalAlign.RIGHT
                                                : HorizontalAlign.LEFT)
                                .with((List<String> row) -> row.get(i)))
                        .toList());
    }
}
