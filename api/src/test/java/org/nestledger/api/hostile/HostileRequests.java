package org.nestledger.api.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.nestledger.api.rest.openapi.DescribedSchemas;
import org.nestledger.api.rest.openapi.Description;
import org.nestledger.api.rest.openapi.Description.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes wrong requests of the right ones that the description has as examples. The same seed and number make the same
 * request. What might be taken as a command all the same is only tried ({@code dryRun}).
 */
final class HostileRequests {

    private static final byte[] NOTHING = {};

    private final List<Operation> questions;
    private final List<Operation> commands;
    private final DescribedSchemas schemas;
    private final long seed;

    HostileRequests(Description description, long seed) {
        this.questions = description.asking();
        this.commands = List.copyOf(description.commands().values().stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList());
        this.schemas = new DescribedSchemas(description);
        this.seed = seed;
    }

    HostileRequest at(int number) {
        RandomGenerator random = new Random(seed + 1_000_003L * number);
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> question(random);
            case 3 -> path(random);
            case 4, 5 -> wrongCommand(random);
            case 6, 7 -> brokenCommand(random);
            case 8 -> headers(random);
            default -> method(random);
        };
    }

    /** One parameter is wrong, unknown, twice or empty. */
    private HostileRequest question(RandomGenerator random) {
        Operation operation = HostileTexts.of(questions, random);
        List<JsonNode> inQuery = operation
                .parameters()
                .filter(each -> each.get("in").asString().equals("query"))
                .toList();
        String name = inQuery.isEmpty() || random.nextInt(8) == 0
                ? HostileTexts.inUrl(random)
                : HostileTexts.of(inQuery, random).get("name").asString();
        String value = name.equals("minPosition") && random.nextInt(20) != 0 ? "%2B1" : HostileTexts.inUrl(random);
        String path = operation.examplePath();
        String target = random.nextInt(3) == 0 || !path.contains(name + "=")
                ? path + (path.contains("?") ? "&" : "?") + name + "=" + value
                : path.replaceAll(
                        "(?<=[?&])" + name + "=[^&]*", name + "=" + java.util.regex.Matcher.quoteReplacement(value));
        return new HostileRequest("parameter", operation, "GET", target, usual(random), NOTHING);
    }

    /** What it names is not what can be named, or it is a path that leads elsewhere. */
    private HostileRequest path(RandomGenerator random) {
        Operation operation = HostileTexts.of(random.nextInt(4) == 0 ? commands : questions, random);
        String path = operation.path();
        String wrong = HostileTexts.inUrl(random);
        String target = switch (random.nextInt(8)) {
            case 0 -> path.replaceFirst("/api", "/api/../api") + "/..;/" + wrong;
            case 1 -> path.replace("/v1/", "//v1/./") + "/" + wrong;
            case 2 -> path + ";jsessionid=" + wrong;
            case 3 -> path.toUpperCase(java.util.Locale.ROOT) + "/" + wrong;
            case 4 -> "/" + wrong + path;
            default -> path.contains("{") ? path : path + "/" + wrong;
        };
        while (target.contains("{")) {
            target = target.replaceFirst(
                    "\\{[^}]*}", java.util.regex.Matcher.quoteReplacement(HostileTexts.inUrl(random)));
        }
        return new HostileRequest("path", null, operation.method(), target, usual(random), NOTHING);
    }

    /** JSON, but something in it is wrong. What the description allows all the same is only tried. */
    private HostileRequest wrongCommand(RandomGenerator random) {
        Operation command = HostileTexts.of(commands, random);
        ObjectNode body = HostileJson.wrong((ObjectNode) command.exampleBody(), random);
        for (int more = random.nextInt(3); more > 0; more--) {
            body = HostileJson.wrong(body, random);
        }
        boolean taken = schemas.faults(
                        command.json().at("/requestBody/content/application~1json/schema"),
                        HostileJson.withoutNulls(body))
                .isEmpty();
        String target = command.path() + (taken || random.nextBoolean() ? "?dryRun=true" : "");
        return new HostileRequest(
                "wrong body", command, "POST", target, giving(random), HostileJson.bytes(body.toString()));
    }

    /** Nothing that could be a command. */
    private HostileRequest brokenCommand(RandomGenerator random) {
        Operation command = HostileTexts.of(commands, random);
        byte[] body = HostileJson.broken((ObjectNode) command.exampleBody(), random);
        return new HostileRequest("broken body", command, "POST", command.path(), giving(random), body);
    }

    /** A command whose headers are wrong, and which is only tried. */
    private HostileRequest headers(RandomGenerator random) {
        Operation command = HostileTexts.of(commands, random);
        List<String> headers = giving(random);
        String text = HostileTexts.any(random).replaceAll("[\r\n\u0000]", "");
        headers.add(
                switch (random.nextInt(18)) {
                    case 0 -> "Content-Type: " + text;
                    case 1 -> "Content-Type: text/xml";
                    case 2 -> "Accept: " + text;
                    case 3 -> "Authorization: Bearer " + text;
                    case 4 -> "Authorization: Basic " + text;
                    case 5 -> "Idempotency-Key: " + text;
                    case 6 -> "Content-Length: " + HostileTexts.number(random);
                    case 7 ->
                        "Transfer-Encoding: "
                                + HostileTexts.of(List.of("chunked", "gzip", "identity", "x, chunked"), random);
                    case 8 -> "Host: " + text;
                    case 9 -> "Origin: https://" + text;
                    case 10 -> "Sec-Fetch-Site: cross-site";
                    case 11 -> "If-None-Match: " + text;
                    case 12 -> "Range: bytes=" + text;
                    case 13 -> "X-Forwarded-For: " + text;
                    case 14 -> "X-HTTP-Method-Override: DELETE";
                    case 15 -> "Expect: " + HostileTexts.of(List.of("100-continue", "200-ok"), random);
                    case 16 -> "X-Long: " + "a".repeat(HostileTexts.of(List.of(1_000, 9_000, 70_000), random));
                    default -> text;
                });
        if (random.nextBoolean()) {
            headers.remove("Content-Type: application/json");
        }
        byte[] body = HostileJson.bytes(command.exampleBody().toString());
        return new HostileRequest("header", null, "POST", command.path() + "?dryRun=true", headers, body);
    }

    /** A method that the address does not have, or none that there is. */
    private HostileRequest method(RandomGenerator random) {
        Operation operation = HostileTexts.of(random.nextBoolean() ? questions : commands, random);
        String method = HostileTexts.of(
                List.of(
                        "PUT",
                        "DELETE",
                        "PATCH",
                        "HEAD",
                        "OPTIONS",
                        "TRACE",
                        "CONNECT",
                        "PROPFIND",
                        "get",
                        "POST",
                        "GET",
                        "G\u0000T",
                        "É",
                        "A".repeat(10_000)),
                random);
        boolean own = method.equals(operation.method());
        return new HostileRequest(
                "method", null, own ? "DELETE" : method, operation.examplePath(), usual(random), NOTHING);
    }

    private static List<String> usual(RandomGenerator random) {
        List<String> headers = new ArrayList<>(List.of("Host: localhost", "Connection: close"));
        if (random.nextInt(10) == 0) {
            headers.add("Accept: "
                    + HostileTexts.of(List.of("image/png", "*/*;q=0", "text", "application/json;q=x"), random));
        }
        return headers;
    }

    /** Headers of somebody who may give most commands. */
    private static List<String> giving(RandomGenerator random) {
        List<String> headers = usual(random);
        String user = HostileTexts.of(List.of("headquarters", "committee", "platform"), random);
        headers.add("Authorization: Basic "
                + Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8)));
        headers.add("Content-Type: application/json");
        return headers;
    }
}
