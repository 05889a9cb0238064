package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.By;
import org.nestledger.core.decision.Role;
import org.nestledger.core.ledger.CommandTypes;

class EveryCommandNamesItsRolesTest {

    private final Map<String, Set<Role>> table = CommandTable.roles();

    @Test
    void noCommandIsForgotten() {
        assertThat(table.keySet())
                .containsExactlyInAnyOrderElementsOf(CommandTypes.byName().keySet());
    }

    @Test
    void eachIsForThoseWhomTheDesignNames() {
        assertThat(CommandTypes.byName())
                .allSatisfy(
                        (name, type) -> assertThat(type.getAnnotation(By.class).value())
                                .as(name)
                                .containsExactlyInAnyOrderElementsOf(table.get(name)));
    }

    @Test
    void auditorsAndViewersWriteNothing() {
        assertThat(table).allSatisfy((name, roles) -> assertThat(roles).doesNotContain(Role.AUDITOR, Role.VIEWER));
    }
}
