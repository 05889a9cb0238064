package org.nestledger.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.testing.CommandLine;
import tools.jackson.databind.node.ObjectNode;

class TheSameBodyHasTheSameHashTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DesignateZone zone=z on=2023-01-01",
                "AcquireLand parcel=p area=90mu existing=1.5mu on=2023-06-01",
                "SupplyLand parcel=p project=a supply=s area=90.25mu on=2023-06-01",
                "IntroduceProject project=a on=2023-06-01",
                "AgreeServicePlan project=a plan=l services=v,w on=2023-05-01",
                "ReverseEntry position=7"
            })
    void theHashIsOfTheCanonicalJsonWithTheNameFirst(String line) throws Exception {
        LedgerCommand command = CommandLine.parse(line);
        ObjectNode json = LedgerJson.mapper().createObjectNode();
        json.put("command", CommandTypes.name(command.getClass()));
        json.setAll((ObjectNode) LedgerJson.mapper().valueToTree(command));
        byte[] canonical = LedgerJson.mapper().writeValueAsBytes(json);

        assertThat(CommandHash.of(command))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical)));
    }

    @Test
    void anotherBodyAndAnotherNameHaveOthers() {
        String designation = CommandHash.of(CommandLine.parse("DesignateZone zone=z on=2023-01-01"));

        assertThat(CommandHash.of(CommandLine.parse("DesignateZone zone=z on=2023-01-01")))
                .isEqualTo(designation);
        assertThat(CommandHash.of(CommandLine.parse("DesignateZone zone=z on=2023-01-02")))
                .isNotEqualTo(designation);
        assertThat(CommandHash.of(CommandLine.parse("ReverseEntry position=7")))
                .isNotEqualTo(CommandHash.of(CommandLine.parse("ReverseEntry position=8")));
    }
}
