package org.nestledger.api.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.nestledger.api.rest.openapi.Description.ExampleAnswer;
import org.nestledger.api.rest.openapi.Description.Operation;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedDemonstration;
import tools.jackson.databind.JsonNode;

/**
 * Sends the example of every operation that the description has, as it stands there, to the demonstration, and compares
 * what comes back with the example's answer and with the answer's schema.
 */
@TestMethodOrder(MethodName.class)
class EveryExampleIsTrueIT {

    /** One story: each command goes on from those before it, or from what the demonstration recorded. */
    private static final List<String> STORY = Arrays.asList("""
            DesignateZone AmendZone SetTarget RecordOpeningQuota GrantQuota AllocateQuota RevokeQuota LapseQuota
            RegisterParcel RecordOpeningStock AmendParcel AcquireLand ConvertLand ServiceLand ResurveyParcel SplitParcel
            RegisterEnterprise QualifyEnterprise IntroduceProject AmendProject RevisePlannedInvestment
            RecordOpeningProject SupplyLand RecordLandPayment RescindSupply RefundLandPrice DelegatePowers WithdrawPower
            ApplyForPermit GrantPermit RefusePermit StartConstruction RecordInvestment ReachMilestone
            CompleteConstruction StartProduction RevokePermit ReportStart ReportCompletion WithdrawProject
            AgreeServicePlan AddService DeliverService LapseQualification RecordFunding PublishFigure RetractFigure
            RecordPortalVisits RecordSupplyNotice ReverseEntry ClosePeriod""".strip().split("\\s+"));

    /** Of each recording its own: names by chance, hashes and signatures. */
    private static final Set<String> BY_CHANCE = Set.of("eventId", "leafHash", "source", "root");

    /** Of each recording its own in these alone. */
    private static final Map<String, Set<String>> BY_CHANCE_IN = Map.of(
            "event.page", Set.of("id"),
            "refusal.list", Set.of("items", "next"));

    private static final ServedDemonstration LEDGER = ServedDemonstration.shared();
    private static Description description;
    private static DescribedSchemas schemas;

    @BeforeAll
    static void read() {
        description = Description.of(LEDGER.http());
        schemas = new DescribedSchemas(description);
    }

    @Test
    void aEveryQuestionIsAnsweredAsItsExampleSays() throws Exception {
        List<String> faults = new ArrayList<>();
        for (Operation operation : description.asking()) {
            Http.Answer answer = operation.id().equals("event.live")
                    ? firstOf(operation)
                    : LEDGER.http().get(operation.examplePath());
            faults.addAll(faults(operation, answer));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void bTheStoryHasEveryCommand() {
        assertThat(STORY)
                .containsExactlyInAnyOrderElementsOf(description.commands().keySet());
    }

    @Test
    void cEveryCommandIsTriedAndThenRecordedAsItsExampleSays() {
        List<String> faults = new ArrayList<>();
        for (String name : STORY) {
            Operation command = description.commands().get(name);
            schemas.faults(command.bodySchema(), command.exampleBody())
                    .forEach(fault -> faults.add(name + " sends " + fault));
            Http.Answer tried = give(command, "?dryRun=true");
            faults.addAll(schemaFaults(command, tried));
            faults.addAll(faults(command, give(command, "")));
            assertThat(give(command, "").json().get("already").asBoolean())
                    .as(name)
                    .isTrue();
        }
        assertThat(faults).isEmpty();
    }

    private static Http.Answer give(Operation command, String query) {
        return LEDGER.as(command.user())
                .post(
                        command.path() + query,
                        command.exampleBody().toString().getBytes(StandardCharsets.UTF_8),
                        "application/json");
    }

    private static List<String> faults(Operation operation, Http.Answer answer) {
        ExampleAnswer expected =
                operation.exampleAnswers().findFirst().orElseThrow(() -> new AssertionError(operation));
        if (answer.status() != expected.status() || !answer.type().startsWith(expected.type())) {
            return List.of(operation + " answers " + answer);
        }
        List<String> faults = new ArrayList<>(schemaFaults(operation, answer));
        if (expected.type().contains("json")) {
            compare(operation.id(), "", expected.body(), answer.json(), faults);
        } else if (!answer.text()
                .lines()
                .findFirst()
                .equals(expected.body().asString().lines().findFirst())) {
            faults.add(operation + " answers " + answer.text());
        }
        return faults;
    }

    private static List<String> schemaFaults(Operation operation, Http.Answer answer) {
        String type = answer.type().replaceAll(";.*", "");
        JsonNode schema = operation.answerSchema(answer.status(), type);
        if (schema.isMissingNode()) {
            return List.of(operation + " answers what is not described: " + answer);
        }
        return !type.contains("json")
                ? List.of()
                : schemas.faults(schema, answer.json()).stream()
                        .map(fault -> operation + " answers " + fault)
                        .toList();
    }

    /** Everything that the example has is there; what is left out of it is not looked at. */
    private static void compare(
            String operation, String path, JsonNode expected, JsonNode actual, List<String> faults) {
        if (expected.isObject()) {
            expected.properties().forEach(member -> {
                String name = member.getKey();
                if (!BY_CHANCE.contains(name)
                        && !BY_CHANCE_IN.getOrDefault(operation, Set.of()).contains(name)) {
                    compare(operation, path + "/" + name, member.getValue(), actual.path(name), faults);
                }
            });
        } else if (expected.isArray()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(operation, path + "/" + i, expected.get(i), actual.path(i), faults);
            }
        } else if (!expected.equals(actual)) {
            faults.add(operation + path + " is " + actual + ", not " + expected);
        }
    }

    /** The first event of a stream that never ends. */
    private static Http.Answer firstOf(Operation operation) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var response = client.send(
                    HttpRequest.newBuilder(URI.create(LEDGER.http().address() + operation.examplePath()))
                            .build(),
                    BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                String type = response.headers().firstValue("content-type").orElse("");
                return new Http.Answer(response.statusCode(), Map.of("content-type", type), lines.readLine() + "\n");
            } finally {
                client.shutdownNow();
            }
        }
    }
}
