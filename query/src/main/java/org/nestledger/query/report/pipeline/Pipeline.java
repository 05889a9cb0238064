package org.nestledger.query.report.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;
import org.nestledger.core.project.ProjectStage;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.Scope;

/** Makes the report of the pipeline. */
public final class Pipeline {

    private static final String MOVES = SqlFile.beside(Pipeline.class, "moves.sql");
    private static final String STANDING = SqlFile.beside(Pipeline.class, "standing-investment.sql");
    private static final String INVESTED = SqlFile.beside(Pipeline.class, "period-investment.sql");

    private static final Map<String, ProjectStage> STAGES = Arrays.stream(ProjectStage.values())
            .collect(Collectors.toUnmodifiableMap(stage -> stage.account().code(), Function.identity()));

    /** A move before the period or in it; {@code from} is absent when the project was not there before. */
    private record Move(boolean before, @Nullable ProjectStage from, ProjectStage to, long projects) {}

    private record Sum(@Nullable ProjectStage stage, boolean planned, Quantity amount) {}

    private final ReportSources sources;

    private Pipeline(ReportSources sources) {
        this.sources = sources;
    }

    public static PipelineReport report(ReportSources sources) {
        return new Pipeline(sources).report();
    }

    private PipelineReport report() {
        Scope scope = sources.scope();
        List<Move> moves = moves();
        List<Sum> standing = sums(STANDING);
        List<Sum> invested = sums(INVESTED);
        return new PipelineReport(
                scope.zone(),
                sources.year(),
                scope.stated().text(),
                scope.asOf(),
                sources.knownAt(),
                Arrays.stream(ProjectStage.values())
                        .map(stage -> flow(stage, moves, standing))
                        .toList(),
                moves.stream()
                        .filter(move -> !move.before())
                        .map(move -> new StageMove(move.from(), move.to(), move.projects()))
                        .toList(),
                amounts(invested, Sum::planned),
                amounts(invested, sum -> !sum.planned()));
    }

    private static StageFlow flow(ProjectStage stage, List<Move> moves, List<Sum> standing) {
        long opening = count(moves, move -> move.before() && move.to() == stage)
                - count(moves, move -> move.before() && move.from() == stage);
        long came = count(moves, move -> !move.before() && move.to() == stage);
        long left = count(moves, move -> !move.before() && move.from() == stage);
        return new StageFlow(
                stage,
                opening,
                came,
                left,
                opening + came - left,
                amounts(standing, sum -> sum.stage() == stage && sum.planned()),
                amounts(standing, sum -> sum.stage() == stage && !sum.planned()));
    }

    private static long count(List<Move> moves, Predicate<Move> which) {
        return moves.stream().filter(which).mapToLong(Move::projects).sum();
    }

    private static List<Quantity> amounts(List<Sum> sums, Predicate<Sum> which) {
        return sums.stream().filter(which).map(Sum::amount).toList();
    }

    private List<Move> moves() {
        return sources.database()
                .sql(MOVES)
                .params(sources.scope().parameters())
                .param(
                        "stages",
                        Arrays.stream(ProjectStage.values())
                                .map(stage -> stage.account().code())
                                .toArray(String[]::new))
                .query((row, _) -> new Move(
                        row.getBoolean("before"),
                        STAGES.get(row.getString("from_account")),
                        Objects.requireNonNull(STAGES.get(row.getString("to_account"))),
                        row.getLong("projects")))
                .list();
    }

    private List<Sum> sums(String sql) {
        List<Sum> sums = new ArrayList<>();
        sources.database().sql(sql).params(sources.scope().parameters()).query(row -> {
            sums.add(new Sum(
                    Optional.ofNullable(row.getString("stage"))
                            .map(ProjectStage::valueOf)
                            .orElse(null),
                    row.getBoolean("planned"),
                    Amounts.quantity(row.getBigDecimal("amount"), row.getString("unit"))));
        });
        return sums;
    }
}
