package org.nestledger.api.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nestledger.api.runtime.ApiJson;
import org.nestledger.core.measure.AreaUnit;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.Ratio;
import org.nestledger.query.report.changes.Change;
import org.nestledger.query.report.changes.Earlier;
import tools.jackson.databind.JsonNode;

/** Every area of an answer is shown in the unit, wherever it stands; nothing else is another one. */
class AreasAreShownInTheAskedUnitTest {

    private static final ShownAreas HECTARES = new ShownAreas(AreaUnit.HECTARE);

    record Answer(
            String name,
            @Nullable Quantity area,
            List<Quantity> several,
            List<Figure> figures,
            @Nullable Claim claim) {}

    record Claim(String value, String unit, String precision) {}

    record Statement(@Nullable String value, String unit, String precision) {}

    private static final Answer ANSWER = new Answer(
            "parcel",
            new Quantity("30", "mu"),
            List.of(new Quantity("1", "mu"), new Quantity("5", "CNY")),
            List.of(figure("8505", "mu"), figure("101", "count"), figure("2", "mu")),
            new Claim("15", "mu", "truncated:2"));

    @Test
    void inJsonWithTheRatioOfWhatIsRounded() {
        assertThat(json(HECTARES.json(ANSWER).toString())).isEqualTo(json("""
            {"name":"parcel","area":{"value":"2","unit":"ha"},
             "several":[{"value":"0.066667","unit":"ha","ratio":{"numerator":1,"denominator":15}},
                        {"value":"5","unit":"CNY"}],
             "figures":[
               {"measure":"m","subject":"z","period":"2023","value":"567","unit":"ha"},
               {"measure":"m","subject":"z","period":"2023","value":"101","unit":"count"},
               {"measure":"m","subject":"z","period":"2023","value":"0.133333","unit":"ha",
                "ratio":{"numerator":2,"denominator":15}}],
             "claim":{"value":"15","unit":"mu","precision":"truncated:2"}}\
            """));
    }

    @Test
    void inTheRecordsThatTablesAreMadeOf() {
        Answer shown = HECTARES.records(ANSWER);
        assertThat(shown.area()).isEqualTo(new Quantity("2", "ha"));
        assertThat(shown.several()).containsExactly(new Quantity("0.066667", "ha"), new Quantity("5", "CNY"));
        assertThat(shown.figures())
                .containsExactly(
                        figure("567", "ha"),
                        figure("101", "count"),
                        new Figure(
                                "m", "z", "2023", "0.133333", "ha", new Ratio(BigInteger.TWO, BigInteger.valueOf(15))));
        assertThat(shown.claim()).isEqualTo(ANSWER.claim());
    }

    @Test
    void inAListOfEntries() {
        assertThat(HECTARES.records(List.of(new Quantity("15", "mu")))).containsExactly(new Quantity("1", "ha"));
        assertThat(HECTARES.json(List.of(new Quantity("15", "mu"))))
                .isEqualTo(json("[{\"value\":\"1\",\"unit\":\"ha\"}]"));
    }

    @Test
    void whatIsAbsentStaysAbsent() {
        Answer nothing = new Answer("parcel", null, List.of(), List.of(), null);
        assertThat(HECTARES.records(nothing)).isSameAs(nothing);
        assertThat(HECTARES.json(nothing)).isEqualTo(json("{\"name\":\"parcel\",\"several\":[],\"figures\":[]}"));
    }

    @Test
    void anAmountThatIsAbsentHasTheUnitOfThoseBesideIt() {
        Change gone = new Change("ranks", Map.of("item", "value"), null, "mu", null, earlier("150", "mu"), null);
        assertThat(HECTARES.records(gone))
                .isEqualTo(new Change("ranks", Map.of("item", "value"), null, "ha", null, earlier("10", "ha"), null));
        assertThat(HECTARES.json(gone)).isEqualTo(json("""
            {"section":"ranks","key":{"item":"value"},"unit":"ha","before":{"value":"10","unit":"ha"}}"""));
        Change place = new Change("ranks", Map.of("item", "rank"), null, "rank", null, earlier("2", "rank"), null);
        assertThat(HECTARES.records(place)).isSameAs(place);
        assertThat(HECTARES.json(place)).isEqualTo(ShownAreas.AS_RECORDED.json(place));
    }

    @Test
    void whatWasPublishedWithoutANumberKeepsItsUnit() {
        Statement stated = new Statement(null, "mu", "exact");
        assertThat(HECTARES.records(stated)).isSameAs(stated);
        assertThat(HECTARES.json(stated)).isEqualTo(json("{\"unit\":\"mu\",\"precision\":\"exact\"}"));
    }

    @Test
    void asRecordedWithoutOne() {
        assertThat(ShownAreas.AS_RECORDED.records(ANSWER)).isSameAs(ANSWER);
        assertThat(ShownAreas.AS_RECORDED.json(ANSWER))
                .isEqualTo(ApiJson.mapper().valueToTree(ANSWER));
    }

    @ParameterizedTest
    @EnumSource
    void jsonAndTablesSayTheSame(AreaUnit unit) {
        ShownAreas shown = new ShownAreas(unit);
        JsonNode json = shown.json(ANSWER);
        Answer records = shown.records(ANSWER);
        assertThat(records.area())
                .isEqualTo(new Quantity(
                        json.at("/area/value").asString(), json.at("/area/unit").asString()));
        assertThat(json.at("/area/unit").asString()).isEqualTo(unit.code());
        assertThat(json.at("/several/0/value").asString())
                .isEqualTo(records.several().getFirst().value());
        assertThat(json.at("/figures/2/value").asString())
                .isEqualTo(records.figures().get(2).value());
    }

    private static Earlier earlier(String value, String unit) {
        return new Earlier(value, unit, null, null);
    }

    private static Figure figure(String value, String unit) {
        return new Figure("m", "z", "2023", value, unit, null);
    }

    private static JsonNode json(String text) {
        return ApiJson.mapper().readTree(text);
    }
}
