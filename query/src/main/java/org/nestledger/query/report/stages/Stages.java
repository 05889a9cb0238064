package org.nestledger.query.report.stages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nestledger.core.measure.Quantity;
import org.nestledger.core.project.ProjectStage;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the report of the stages. */
public final class Stages {

    private static final String STAGES = SqlFile.beside(Stages.class, "stages.sql");
    private static final String AGREED = SqlFile.beside(Stages.class, "agreed-steps.sql");

    private Stages() {}

    public static StagesReport report(ReportSources sources) {
        Scope scope = sources.scope();
        return new StagesReport(
                scope.zone(),
                scope.asOf(),
                sources.knownAt(),
                stages(sources.database(), scope),
                sources.database()
                        .sql(AGREED)
                        .params(scope.parameters())
                        .query((row, _) -> agreed(row, scope.asOf()))
                        .list());
    }

    private static List<StageLine> stages(JdbcClient database, Scope scope) {
        Map<ProjectStage, Line> lines = new EnumMap<>(ProjectStage.class);
        database.sql(STAGES).params(scope.parameters()).query(row -> {
            Line line = lines.computeIfAbsent(ProjectStage.valueOf(row.getString("stage")), _ -> new Line());
            line.add(row);
        });
        return Arrays.stream(ProjectStage.values())
                .map(stage -> lines.getOrDefault(stage, new Line()).of(stage))
                .toList();
    }

    private static AgreedSteps agreed(ResultSet row, LocalDate asOf) throws SQLException {
        ProjectStage stage = ProjectStage.valueOf(row.getString("stage"));
        return new AgreedSteps(
                row.getString("zone"),
                row.getString("project"),
                row.getString("name"),
                stage,
                row.getString("supply"),
                Amounts.knownArea(row, "area"),
                Columns.date(row, "supplied_on"),
                Columns.maybeDate(row, "agreed_delivery"),
                Step.of(
                        Columns.maybeDate(row, "agreed_start"),
                        Columns.maybeDate(row, "started_on"),
                        row.getBoolean("start_reported"),
                        stage.isPast(ProjectStage.INTRODUCED),
                        asOf),
                Step.of(
                        Columns.maybeDate(row, "agreed_completion"),
                        Columns.maybeDate(row, "completed_on"),
                        row.getBoolean("completion_reported"),
                        stage.isPast(ProjectStage.BUILDING),
                        asOf));
    }

    private static final class Line {

        private final List<Quantity> planned = new ArrayList<>();
        private final List<Quantity> made = new ArrayList<>();
        private long projects;

        void add(ResultSet row) throws SQLException {
            String unit = row.getString("unit");
            switch (row.getString("kind")) {
                case "projects" -> projects = row.getLong("amount");
                case "planned" -> planned.add(Amounts.quantity(row.getBigDecimal("amount"), unit));
                default -> made.add(Amounts.quantity(row.getBigDecimal("amount"), unit));
            }
        }

        StageLine of(ProjectStage stage) {
            return new StageLine(stage, projects, planned, made);
        }
    }
}
