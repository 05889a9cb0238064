package org.nestledger.api.rest.openapi;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.ledger.Submission;
import org.nestledger.query.page.PageRequest;

/** What each parameter means, which is the same wherever it is taken. */
final class ParameterMeanings {

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("zone", "The id of a zone; what lies in the zones within it is included."),
            Map.entry("asOf", "The last business day that counts; in a report of a period its end when absent."),
            Map.entry(
                    "knownAt",
                    "The last record that counts: a position like `1234` or an instant like `2024-01-02T00:00:00Z`;"
                            + " everything recorded so far when absent."),
            Map.entry(
                    "minPosition", "Waits until this position can be seen: the `lastPosition` of a command's answer."),
            Map.entry("areaUnit", "The unit in which areas are shown; mu when absent."),
            Map.entry("limit", "How many at most."),
            Map.entry(
                    "sort",
                    "The fields to sort by, separated by commas, each with a minus sign before it for descending; `id` when"
                            + " absent."),
            Map.entry("state", "What became of the proposal."),
            Map.entry("cursor", "The `next` of the page before; the first page when absent."),
            Map.entry("q", "A text that a name or an id contains, in any case."),
            Map.entry("id", "The id."),
            Map.entry("year", "The year; with `quarter` a part of it."),
            Map.entry("quarter", "The quarter of the year."),
            Map.entry("month", "The month, instead of year and quarter."),
            Map.entry(
                    "changes", "Whether each figure stands beside those of the period before and of the year before."),
            Map.entry("fromKnown", "The last record that counts at the earlier moment: a position or an instant."),
            Map.entry("toKnown", "The same of the later moment; everything recorded so far when absent."),
            Map.entry(
                    "figure",
                    "A figure of the report: its table and the first cells of its row, joined by slashes, such as"
                            + " `total/zhaoqing/land:serviced/SUPPLY`; a slash within a cell is written `~1`."),
            Map.entry("measure", "The name of a figure, such as `land.acquired`."),
            Map.entry("subject", "What it is a figure of: a zone or a project."),
            Map.entry("unit", "The unit or currency, when there is a figure for each."),
            Map.entry("project", "The id of a project."),
            Map.entry("enterprise", "The id of an enterprise."),
            Map.entry("parcel", "The id of a parcel."),
            Map.entry("supply", "The id of a supply."),
            Map.entry("plan", "The id of a service plan."),
            Map.entry("service", "The id of a service within its plan."),
            Map.entry("power", "The id of a power within its zone."),
            Map.entry("report", "The name of a report; where it may be absent, the annual one then."),
            Map.entry("name", "The name of a command."),
            Map.entry("after", "The position after which events are given; from the beginning when absent."),
            Map.entry("Last-Event-ID", "The position of the last event that the client has; goes before `after`."),
            Map.entry("type", "A type of event, such as `land.LandAcquired` or `org.nestledger.land.LandAcquired`."),
            Map.entry("position", "The position of an event in the log."),
            Map.entry("awaitCheckpoint", "Whether to wait until the log is signed, and to answer with the proofs."),
            Map.entry("dryRun", "Whether to answer what would be recorded and posted, and record nothing."),
            Map.entry("Idempotency-Key", "The id of the command, instead of `commandId` in the body."),
            Map.entry("use", "What the parcel is used for."),
            Map.entry("kind", "The kind."),
            Map.entry("stage", "The stage of the project."),
            Map.entry("status", "The status of the permit."),
            Map.entry("industry", "The industry."),
            Map.entry("method", "How the land is supplied."),
            Map.entry("source", "Where the money comes from."),
            Map.entry("batch", "The batch in which the power was delegated."),
            Map.entry("covers", "A kind of permit that the power covers."),
            Map.entry("account", "An account of the journal, such as `land:acquired`."),
            Map.entry("flow", "Why the amount moves."),
            Map.entry("from", "The first day."),
            Map.entry("to", "The last day."),
            Map.entry("day", "The day."),
            Map.entry("lateOn", "Services that were due before this day and were not delivered by its end."),
            Map.entry("open", "Whether it is still to be delivered."),
            Map.entry("withdrawn", "Whether it was withdrawn."),
            Map.entry("retracted", "Whether it was retracted."));

    /** The schemas of those whose Java type says too little. */
    private static final Map<String, Supplier<Schema<?>>> BOUNDS = Map.of(
            "limit", () -> WrittenForms.integer(1, (long) PageRequest.MAX_LIMIT)._default(100),
            "quarter", () -> WrittenForms.integer(1, 4L),
            "minPosition", () -> WrittenForms.integer(0, 999_999_999_999_999_999L),
            "after", () -> WrittenForms.integer(0, Long.MAX_VALUE),
            "Last-Event-ID", () -> WrittenForms.integer(0, Long.MAX_VALUE),
            "position", () -> WrittenForms.integer(1, Long.MAX_VALUE),
            "areaUnit", WrittenForms::units,
            "Idempotency-Key", () -> WrittenForms.text().minLength(1).maxLength(Submission.MAX_ID_LENGTH));

    private ParameterMeanings() {}

    /** What a parameter means; absent when nobody has said it, which a test finds. */
    static @Nullable String of(String name) {
        return MEANINGS.get(name);
    }

    static void describe(Parameter parameter) {
        parameter.setDescription(MEANINGS.get(parameter.getName()));
        Supplier<Schema<?>> bounds = BOUNDS.get(parameter.getName());
        if (bounds != null) {
            parameter.setSchema(bounds.get());
        }
    }

    /** The same for another operation, which may have an example of its own. */
    static Parameter copy(Parameter parameter) {
        return new Parameter()
                .name(parameter.getName())
                .in(parameter.getIn())
                .required(parameter.getRequired())
                .description(parameter.getDescription())
                .schema(parameter.getSchema());
    }

    /** A parameter that the controller's method does not name. */
    static Parameter implied(String name) {
        Parameter parameter = new Parameter().name(name).in("query").required(false);
        describe(parameter);
        return parameter;
    }
}
