package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestledger.api.database.DatabaseSettings;
import org.nestledger.api.runtime.ApiJson;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.server.LedgerServer;
import org.nestledger.api.testing.Http;
import tools.jackson.databind.JsonNode;

class TokensOnTheCommandLineIT {

    @TempDir
    static Path temporary;

    private static String data;
    private static RunningDatabase running;

    @BeforeAll
    static void choose() {
        data = "--data=" + temporary.resolve("ledger");
        running = new RunningDatabase(temporary.resolve("ledger"));
    }

    @AfterAll
    static void end() {
        running.close();
    }

    @Test
    void aTokenIsPrintedOnceAndTakenUntilItIsRevoked() throws Exception {
        String name = name();
        CommandLineRun made = run("create", "--name=" + name, "--role=viewer", "--zone=*");
        assertThat(made.status()).as(made.err()).isZero();
        String token = made.out().strip();
        assertThat(token).matches("nest_[A-Za-z0-9_-]{43}");

        try (LedgerRuntime runtime = LedgerRuntime.open(
                        DatabaseSettings.embedded(temporary.resolve("ledger")), java.time.Clock.systemUTC());
                LedgerServer server = LedgerServer.start(runtime, 0)) {
            Http http = new Http(server.address());
            assertThat(http.get("/api/v1/zones").status()).isEqualTo(401);
            assertThat(http.bearing(token).get("/api/v1/zones").status()).isEqualTo(200);
            CommandLineRun listed = run("list");
            assertThat(listed.out()).contains(name, "viewer@*").doesNotContain(token);

            assertThat(run("revoke", name).out().strip())
                    .isEqualTo("The token " + name + " is revoked; a running server notices within 10 seconds.");
            org.awaitility.Awaitility.await()
                    .atMost(java.time.Duration.ofSeconds(15))
                    .until(() -> http.bearing(token).get("/api/v1/zones").status() == 401);
        }
        assertThat(listed(name).has("revokedAt")).isTrue();
    }

    @Test
    void severalRolesInSeveralZonesAreOneToken() {
        String name = name();
        assertThat(run("create", "--name=" + name, "--role=committee,platform", "--zone=a,b", "--expires=30")
                        .status())
                .isZero();
        JsonNode token = listed(name);
        assertThat(token.get("grants").toString())
                .isEqualTo("[\"committee@a\",\"committee@b\",\"platform@a\",\"platform@b\"]");
        assertThat(token.get("expiresAt").asString()).isNotBlank();
        assertThat(token.get("createdBy").asString()).startsWith("local:");
    }

    @Test
    void aZoneThatIsNotThereYetIsTold() {
        CommandLineRun made = run("create", "--name=" + name(), "--role=viewer", "--zone=nowhere,*");
        assertThat(made.status()).isZero();
        assertThat(made.out().strip()).matches("nest_[A-Za-z0-9_-]{43}");
        assertThat(made.err().strip().lines())
                .singleElement()
                .asString()
                .startsWith("There is no zone \"nowhere\" yet; ");
        assertThat(run("create", "--name=" + name(), "--role=viewer", "--zone=*")
                        .err())
                .isEmpty();
    }

    @Test
    void aNameIsNeverUsedTwice() {
        String name = name();
        run("create", "--name=" + name, "--role=viewer", "--zone=*");
        run("revoke", name);
        CommandLineRun again = run("create", "--name=" + name, "--role=auditor", "--zone=*");
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.out()).isEmpty();
        assertThat(again.err().strip().lines()).singleElement().asString().contains("choose another name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create --name=x --role=king --zone=z | There is no role",
                "create --name=x --role=viewer --zone=a/b | is no id of a zone",
                "create --name=-x --role=viewer --zone=z | A name is at most 60 of",
                "create --name=x --role=viewer --zone=z --expires=0 | is no number of days",
                "create --name=x --role=viewer | --zone",
                "revoke nobody | There is no token \"nobody\"",
            })
    void whatIsWrongIsOneLine(String arguments, String why) {
        CommandLineRun wrong = run(arguments.split(" "));
        assertThat(wrong.status()).isNotZero();
        assertThat(wrong.err().strip().lines()).singleElement().asString().contains(why);
        assertThat(wrong.out()).isEmpty();
    }

    private static JsonNode listed(String name) {
        for (JsonNode token :
                ApiJson.mapper().readTree(run("list", "--format=json").out())) {
            if (token.get("name").asString().equals(name)) {
                return token;
            }
        }
        throw new AssertionError(name);
    }

    private static String name() {
        return "t-" + UUID.randomUUID();
    }

    private static CommandLineRun run(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "token";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 1] = data;
        return CommandLineRun.of(all);
    }
}
