package org.nestledger.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.supply.SupplyCommand.RescindSupply;
import org.nestledger.core.supply.SupplyCommand.SupplyLand;

/**
 * A supply of the demonstration.
 *
 * @param number its place among those of its year
 * @param rescission absent when the project keeps all of it
 */
record DemoSupply(
        int number,
        DemoProject project,
        SupplyLand command,
        @Nullable Rescission rescission,
        Instant recordedAt) {

    /** What was taken back of it. */
    record Rescission(RescindSupply command, Instant recordedAt) {}

    LocalDate day() {
        return command.occurredOn();
    }

    /** In whole yuan. */
    long price() {
        return Objects.requireNonNull(command.price()).minor() / 100;
    }

    boolean isGivenBack() {
        return rescission != null && rescission.command().area() == null;
    }

    DemoSupply rescinded(Rescission all) {
        return new DemoSupply(number, project, command, all, recordedAt);
    }
}
