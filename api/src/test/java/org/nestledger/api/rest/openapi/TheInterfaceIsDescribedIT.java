package org.nestledger.api.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nestledger.api.rest.openapi.Description.Operation;
import org.nestledger.api.runtime.ApiJson;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedDemonstration;
import org.nestledger.api.testing.ServedLedger;
import org.nestledger.core.ledger.CommandTypes;
import org.nestledger.query.report.catalogue.ReportType;
import org.nestledger.query.report.catalogue.ReportTypes;
import org.nestledger.query.report.explain.TableExplanations;
import tools.jackson.databind.JsonNode;

class TheInterfaceIsDescribedIT {

    /** In the description as paths of their own: what they stand for. */
    private static final Set<String> ANY =
            Set.of("/api/v1/commands/{name}", "/api/v1/reports/{report}", "/api/v1/reports/{report}/explain");

    private static final Set<String> ITSELF = Set.of("/api/v1/openapi.json", "/api/v1/openapi.yaml");

    private final ServedDemonstration ledger = ServedDemonstration.shared();
    private final Description description = Description.of(ledger.http());

    /** By the schema that the OpenAPI Initiative publishes. */
    @Test
    void theDescriptionIsValidOpenApi() throws IOException {
        assertThat(description.json().get("openapi").asString()).startsWith("3.1.");
        try (InputStream schema = getClass().getResourceAsStream("openapi-3.1.schema.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema)
                            .validate(description.json()))
                    .isEmpty();
        }
    }

    @Test
    void everyReferenceIsToSomethingThatIsThere() {
        assertThat(description.json().findValues("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(description
                                .json()
                                .at(reference.asString().substring(1))
                                .isMissingNode())
                        .as(reference.asString())
                        .isFalse());
    }

    @Test
    void everyAddressOfTheInterfaceIsDescribed() {
        Set<String> described =
                description.operations().stream().map(Operation::path).collect(Collectors.toSet());
        assertThat(ledger.server().addresses().stream()
                        .filter(address ->
                                address.startsWith("/api/") && !ANY.contains(address) && !ITSELF.contains(address)))
                .isNotEmpty()
                .allSatisfy(address -> assertThat(described).contains(address));
    }

    @Test
    void everyCommandAndEveryReportIsDescribed() {
        assertThat(description.commands().keySet())
                .containsExactlyInAnyOrderElementsOf(CommandTypes.byName().keySet());
        assertThat(description.asking().stream().map(Operation::id).filter(id -> id.startsWith("report.")))
                .containsExactlyInAnyOrderElementsOf(ReportTypes.all().stream()
                        .map(ReportType::name)
                        .map("report."::concat)
                        .toList());
        assertThat(description.asking().stream().map(Operation::id).filter(id -> id.startsWith("explain.")))
                .contains("explain.annual")
                .containsAll(TableExplanations.ofReports().stream()
                        .map("explain."::concat)
                        .toList());
    }

    @Test
    void everyOperationAndEveryParameterSaysWhatItIs() {
        assertThat(description.operations()).allSatisfy(operation -> {
            assertThat(operation.json().path("summary").asString("")).isNotBlank();
            assertThat(operation.json().path("description").asString("")).isNotBlank();
            assertThat(operation.parameters()).allSatisfy(parameter -> {
                assertThat(parameter.path("description").asString(""))
                        .as(parameter.toString())
                        .isNotBlank();
                assertThat(parameter.path("schema").has("type"))
                        .as(parameter.toString())
                        .isTrue();
            });
        });
        assertThat(description.operations().stream().map(Operation::id)).doesNotHaveDuplicates();
    }

    @Test
    void everyOperationHasAnExampleAndTheProblemsThatItCanMeet() {
        assertThat(description.operations()).allSatisfy(operation -> {
            assertThat(operation.exampleAnswers().toList())
                    .as(operation.id())
                    .hasSize(operation.json().path("responses").has("204") ? 0 : 1);
            assertThat(operation
                            .parameters()
                            .filter(parameter -> parameter.path("required").asBoolean())
                            .filter(parameter -> !parameter.has("example")))
                    .isEmpty();
            assertThat(Stream.of(400, 401, 403, 429, 503)
                            .filter(status -> operation
                                    .answerSchema(status, "application/problem+json")
                                    .isMissingNode()))
                    .isEmpty();
        });
        assertThat(description.commands().values())
                .allSatisfy(
                        command -> assertThat(command.exampleBody().isObject()).isTrue());
    }

    /** Clients are tried against servers that answer with the examples, and check them by the schemas. */
    @Test
    void everyExampleIsOfTheSchemaThatItStandsBeside() {
        DescribedSchemas schemas = new DescribedSchemas(description);
        List<String> faults = new ArrayList<>();
        for (Operation operation : description.operations()) {
            operation
                    .parameters()
                    .filter(parameter -> parameter.has("example"))
                    .forEach(parameter -> schemas.faults(parameter.get("schema"), parameter.get("example"))
                            .forEach(fault -> faults.add(operation + " " + parameter.get("name") + fault)));
            operation
                    .exampleAnswers()
                    .forEach(answer -> schemas.faults(
                                    operation.answerSchema(answer.status(), answer.type()), answer.body())
                            .forEach(fault -> faults.add(operation + " answers " + fault)));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theYearIsRequiredWhereNothingElseStatesThePeriod() {
        assertThat(description.asking().stream()
                        .filter(operation -> operation
                                .parameters()
                                .anyMatch(each -> each.get("name").asString().equals("year")
                                        && each.path("required").asBoolean()))
                        .map(Operation::id))
                .contains("report.reconciliation", "explain.reconciliation")
                .doesNotContain("report.annual", "explain.annual", "quota.list", "diff.diff");
    }

    /** What can be sorted by is what the description says, and nothing else. */
    @Test
    void everyListCanBeSortedByWhatIsDescribed() {
        List<Operation> lists = description.asking().stream()
                .filter(operation -> operation
                        .parameters()
                        .anyMatch(each -> each.get("name").asString().equals("sort")))
                .toList();
        assertThat(lists).hasSize(13).allSatisfy(list -> {
            Http.Answer answer = ledger.http().get(list.path() + "?sort=nothing");
            assertThat(answer.status()).isEqualTo(400);
            String named = answer.json().get("detail").asString().replaceAll(".* of |, separated by.*", "");
            Set<String> fields = new TreeSet<>(Arrays.asList(named.split(", ")));
            assertThat(described(list)).isEqualTo(fields);
        });
    }

    private static Set<String> described(Operation list) {
        return list.parameters()
                .filter(parameter -> parameter.get("name").asString().equals("sort"))
                .flatMap(parameter -> parameter.at("/schema/items/enum").valueStream())
                .map(JsonNode::asString)
                .map(field -> field.startsWith("-") ? field.substring(1) : field)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void commandsAreDescribedAsStrictlyAsTheyAreTaken() {
        JsonNode schemas = description.json().at("/components/schemas");
        assertThat(CommandTypes.byName().keySet())
                .allSatisfy(name -> assertThat(
                                schemas.get(name).get("additionalProperties").asBoolean(true))
                        .as(name)
                        .isFalse());
        JsonNode supply = schemas.get("SupplyLand");
        assertThat(supply.get("required").valueStream().map(JsonNode::asString))
                .contains("zone", "parcel", "project", "supply", "area", "method", "occurredOn")
                .doesNotContain("documents", "price", "instalments");
        assertThat(supply.at("/properties/method/enum").valueStream().map(JsonNode::asString))
                .contains("AUCTION", "TENDER");
        assertThat(supply.at("/properties/occurredOn/format").asString()).isEqualTo("date");
        assertThat(schemas.at("/ConvertLand/properties/quotaYear/type").asString())
                .isEqualTo("integer");
    }

    @Test
    void passwordsAreDescribedInTheDemonstrationAlone() {
        assertThat(description.json().at("/components/securitySchemes").propertyNames())
                .containsExactlyInAnyOrder("bearer", "basic");
        Description ofOthers = Description.of(ServedLedger.shared().http());
        assertThat(ofOthers.json().at("/components/securitySchemes").propertyNames())
                .containsExactly("bearer");
    }

    @Test
    void theDescriptionIsTheSameForEverybodyInJsonAndInYaml() {
        Http.Answer french = ledger.http().get("/api/v1/openapi.json", "Accept-Language", "fr");
        assertThat(ApiJson.mapper().readTree(french.text())).isEqualTo(description.json());
        Http.Answer yaml = ledger.http().get("/api/v1/openapi.yaml");
        assertThat(yaml.type()).startsWith("application/yaml");
        assertThat(yaml.text()).startsWith("openapi: 3.1").contains("/api/v1/commands/SupplyLand:");
    }
}
