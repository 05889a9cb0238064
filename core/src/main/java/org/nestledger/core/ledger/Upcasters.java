package org.nestledger.core.ledger;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nestledger.core.decision.EventName;
import org.nestledger.core.opening.OpeningEvent.OpeningStockRecorded;
import org.nestledger.core.opening.OpeningUpcasts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads data of an earlier version of an event type as data of a later one. What is stored is never touched. */
final class Upcasters {

    /**
     * From one version of a type's data to the next.
     *
     * @param from the version that the step begins with
     * @param change changes the object that it is given
     */
    record Step(String type, int from, Consumer<ObjectNode> change) {}

    /** Every version that was ever stored, but for the current ones, has its step. */
    static final Upcasters OF_THE_LEDGER = new Upcasters(
            List.of(new Step(EventName.of(OpeningStockRecorded.class), 1, OpeningUpcasts::stockNamesItsQuotaAsOne)));

    private final Map<Version, Step> steps;

    private record Version(String type, int number) {}

    Upcasters(List<Step> steps) {
        this.steps = steps.stream()
                .collect(Collectors.toUnmodifiableMap(
                        step -> new Version(step.type(), step.from()), Function.identity()));
    }

    /**
     * The data in a later version; the argument is left as it is.
     *
     * @throws IllegalArgumentException when a step is missing or the data is not what it was in its version
     */
    JsonNode upcast(String type, int from, int to, JsonNode data) {
        if (from == to) {
            return data;
        }
        if (!(data.deepCopy() instanceof ObjectNode upcast)) {
            throw new IllegalArgumentException("the data of version " + from + " of \"" + type + "\" is no object");
        }
        for (int version = from; version < to; version++) {
            Step step = steps.get(new Version(type, version));
            if (step == null) {
                throw new IllegalArgumentException("version " + version + " of \"" + type + "\" has no upcaster");
            }
            step.change().accept(upcast);
        }
        return upcast;
    }
}
