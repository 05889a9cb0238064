package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.server.LedgerServer;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;

class AServerWithoutIdentitiesServesItsMachineIT {

    @Test
    void itListensNowhereElse() {
        for (String address : List.of("0.0.0.0", "")) {
            assertThatThrownBy(() -> Configured.start(Map.of("server.address", address)))
                    .isInstanceOf(LedgerFailure.class)
                    .hasMessageContaining("Nobody is configured who may use the server")
                    .hasMessageContaining("./ledger token create")
                    .hasMessageContaining("SERVER_ADDRESS");
        }
    }

    @Test
    void readingIsOpenAndCommandsAreNot() {
        try (Configured ledger = Configured.start(Map.of())) {
            assertThat(ledger.http().get("/api/v1/zones").status()).isEqualTo(200);
            assertThat(ledger.http().get("/actuator/prometheus").status()).isEqualTo(200);
            Http.Answer refused = ledger.http().command("DesignateZone", Commands.zone("z"));
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.json().get("code").asString()).isEqualTo("UNAUTHENTICATED");
            assertThat(refused.json().get("remedy").asString()).contains("./ledger token create");
            assertThat(ledger.runtime().log().head()).isZero();

            String token = ServedLedger.token(ledger.runtime(), List.of("headquarters@*"));
            assertThat(ledger.http()
                            .bearing(token)
                            .command("DesignateZone", Commands.zone("z"))
                            .status())
                    .isEqualTo(201);
            assertThat(ledger.http().bearing("nest_x").get("/api/v1/zones").status())
                    .as("whoever presents something is told when it is not taken")
                    .isEqualTo(401);
        }
    }

    @Test
    void aValidTokenOpensItForOthersAndClosesItForEverybodyElse() {
        AtomicReference<String> token = new AtomicReference<>();
        try (Configured ledger = Configured.start(Map.of("server.address", "0.0.0.0"), (runtime, port) -> {
            token.set(ServedLedger.token(runtime, List.of("viewer@*")));
            return LedgerServer.start(runtime, port);
        })) {
            Http http = new Http("http://127.0.0.1:" + ledger.server().port());
            Http known = http.bearing(token.get());
            for (String path : List.of("/api/v1/zones", "/actuator/prometheus")) {
                assertThat(http.get(path).status()).isEqualTo(401);
                assertThat(known.get(path).status()).isEqualTo(200);
            }
            assertThat(http.get("/actuator/health").status()).isEqualTo(200);
            assertThat(http.get("/actuator/health").json().has("components")).isFalse();
            assertThat(known.get("/actuator/health").json().has("components")).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "headquarters, DesignateZone, 201",
        "committee, DesignateZone, 403",
        "platform, DesignateZone, 403",
        "auditor, DesignateZone, 403",
    })
    void theDemonstrationHasItsUsers(String user, String command, int status) {
        try (Configured ledger = Configured.start(Map.of("server.address", "0.0.0.0"), LedgerServer::demonstrate)) {
            assertThat(ledger.http().address()).startsWith("http://127.0.0.1:");
            assertThat(ledger.http().get("/api/v1/zones").status()).isEqualTo(200);
            Http.Answer nobody = ledger.http().command(command, Commands.zone("z"));
            assertThat(nobody.status()).isEqualTo(401);
            assertThat(nobody.json().get("remedy").asString()).contains("headquarters");
            assertThat(ledger.http()
                            .as(user, "wrong")
                            .command(command, Commands.zone("z"))
                            .status())
                    .isEqualTo(401);
            assertThat(ledger.http()
                            .as(user, "demo")
                            .command(command, Commands.zone("z"))
                            .status())
                    .isEqualTo(status);
        }
    }

    @Test
    void aPasswordIsForTheDemonstrationAlone() {
        try (Configured ledger = Configured.start(Map.of())) {
            assertThat(ledger.http()
                            .as("headquarters", "demo")
                            .get("/api/v1/zones")
                            .status())
                    .isEqualTo(401);
        }
    }
}
