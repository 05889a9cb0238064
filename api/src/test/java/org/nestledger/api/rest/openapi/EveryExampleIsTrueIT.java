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
import org.nestledger.api.runtime.ApiJson;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedDemonstration;
import org.nestledger.api.testing.ServedLedger;
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
            RecordPortalVisits RecordSupplyNotice ReverseEntry ClosePeriod RequireApproval""".strip().split("\\s+"));

    /** Of each recording its own: names by chance, hashes and signatures, and when a command came. */
    private static final Set<String> BY_CHANCE = Set.of("eventId", "leafHash", "source", "root", "proposedAt");

    /** Of each recording its own in these alone. */
    private static final Map<String, Set<String>> BY_CHANCE_IN = Map.of(
            "event.page", Set.of("id"),
            "refusal.list", Set.of("items", "next"));

    /** Asked after the story: nothing waits before. */
    private static final Set<String> OF_PROPOSALS = Set.of("proposal.list", "proposal.one");

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
            if (OF_PROPOSALS.contains(operation.id())) {
                continue;
            }
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

    @Test
    void dABatchIsAnsweredLineByLineAsItsExampleSays() {
        Operation batch = description.operation("batch.submit");
        Http.Answer answer = LEDGER.as("platform")
                .post(batch.path(), batch.exampleLines().getBytes(StandardCharsets.UTF_8), "application/x-ndjson");
        ExampleAnswer expected = batch.exampleAnswers().findFirst().orElseThrow();
        assertThat(answer.status()).isEqualTo(expected.status());
        assertThat(answer.type()).startsWith(expected.type());
        List<String> lines = answer.text().lines().toList();
        List<String> examples = expected.body().asString().lines().toList();
        List<String> faults = new ArrayList<>();
        assertThat(lines).hasSameSizeAs(examples);
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = ApiJson.mapper().readTree(lines.get(i));
            compare("batch.submit", "", ApiJson.mapper().readTree(examples.get(i)), line, faults);
            faults.addAll(
                    schemas.faults(ApiJson.mapper().readTree("{\"$ref\":\"#/components/schemas/BatchResult\"}"), line));
        }
        assertThat(faults).isEmpty();
    }

    /** After the last command of the story two people agree on what is published. */
    @Test
    void eProposalsAreShownApprovedAndTakenAwayAsTheirExamplesSay() {
        for (String id : List.of("proposal", "mistake")) {
            Operation publish = description.commands().get("PublishFigure");
            String body = publish.exampleBody()
                    .toString()
                    .replace("example-PublishFigure", "example-" + id)
                    .replace("example-figure", "example-" + id);
            Http.Answer waiting = LEDGER.as("headquarters")
                    .post(publish.path(), body.getBytes(StandardCharsets.UTF_8), "application/json");
            assertThat(waiting.status()).as(waiting.text()).isEqualTo(202);
            assertThat(schemaFaults(publish, waiting)).isEmpty();
        }
        Http other = LEDGER.http().bearing(ServedLedger.token(LEDGER.runtime(), List.of("headquarters@zhaoqing")));
        List<String> faults = new ArrayList<>();
        for (String id : List.of("proposal.list", "proposal.one", "proposal.approve")) {
            Operation operation = description.operation(id);
            faults.addAll(faults(operation, other.send(operation.method(), operation.examplePath(), null)));
        }
        Operation withdraw = description.operation("proposal.withdraw");
        assertThat(other.send("DELETE", withdraw.examplePath(), null).status()).isEqualTo(204);
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
