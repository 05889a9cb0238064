package org.nestledger.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nestledger.core.ledger.Upcasters.Step;
import tools.jackson.databind.JsonNode;

class UpcastersTest {

    private static final Upcasters STEPS = new Upcasters(List.of(
            new Step("a.Done", 1, data -> data.set("area", data.remove("size"))),
            new Step("a.Done", 2, data -> data.put("unit", "mu")),
            new Step("b.Done", 1, data -> data.put("wrong", true))));

    @Test
    void stepsAreTakenOneAfterTheOther() {
        assertThat(STEPS.upcast("a.Done", 1, 3, json("{\"size\":5}"))).isEqualTo(json("{\"area\":5,\"unit\":\"mu\"}"));
        assertThat(STEPS.upcast("a.Done", 2, 3, json("{\"area\":5}"))).isEqualTo(json("{\"area\":5,\"unit\":\"mu\"}"));
        assertThat(STEPS.upcast("a.Done", 1, 2, json("{\"size\":5}"))).isEqualTo(json("{\"area\":5}"));
    }

    @Test
    void dataOfTheWantedVersionIsGivenBack() {
        JsonNode data = json("{\"size\":5}");
        assertThat(STEPS.upcast("a.Done", 3, 3, data)).isSameAs(data);
        assertThat(STEPS.upcast("c.Done", 1, 1, data)).isSameAs(data);
    }

    @Test
    void whatIsGivenIsNotChanged() {
        JsonNode data = json("{\"size\":{\"value\":5}}");
        STEPS.upcast("a.Done", 1, 3, data);
        assertThat(data).isEqualTo(json("{\"size\":{\"value\":5}}"));
    }

    @Test
    void aMissingStepAndDataThatIsNoObjectAreRefused() {
        assertThatThrownBy(() -> STEPS.upcast("a.Done", 1, 4, json("{\"size\":5}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("version 3 of \"a.Done\" has no upcaster");
        assertThatThrownBy(() -> STEPS.upcast("a.Done", 1, 2, json("[5]")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no object");
    }

    @Test
    void twoStepsFromOneVersionAreAMistake() {
        Step step = new Step("a.Done", 1, data -> data.put("x", 1));
        assertThatThrownBy(() -> new Upcasters(List.of(step, step))).isInstanceOf(IllegalStateException.class);
    }

    private static JsonNode json(String text) {
        return LedgerJson.mapper().readTree(text);
    }
}
