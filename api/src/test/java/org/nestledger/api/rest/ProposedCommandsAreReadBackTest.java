package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nestledger.api.testing.BookCommands;
import org.nestledger.core.ledger.CommandReader;
import org.nestledger.core.ledger.CommandReader.Understood;
import org.nestledger.core.ledger.LedgerJson;

class ProposedCommandsAreReadBackTest {

    static List<BookCommands.Given> aCommandIsTheSameAfterItWasKept() {
        return BookCommands.of("own");
    }

    @ParameterizedTest
    @MethodSource
    void aCommandIsTheSameAfterItWasKept(BookCommands.Given given) {
        Understood read =
                (Understood) CommandReader.read(given.name(), given.body().getBytes(StandardCharsets.UTF_8));
        byte[] kept = LedgerJson.mapper().writeValueAsBytes(read.command());

        assertThat(CommandReader.read(given.name(), read.commandId(), kept)).isEqualTo(read);
    }
}
