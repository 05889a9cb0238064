package org.nestledger.core.log.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("all")
class FaultCampaignIT {

    @TempDir
    Path directory;

    @Test
    void whatClientsWereToldStandsInTheLogWhateverIsKilled() throws Exception {
        long seed = System.nanoTime();
        int kinds = Fault.values().length;
        try (Campaign campaign = new Campaign(directory, seed, kinds)) {
            Tally tally = campaign.run(kinds, (_, _) -> {});
            assertThat(tally.violations()).as("seed %d", seed).isEmpty();
            assertThat(tally.faults()).containsOnlyKeys(Fault.values());
            assertThat(tally.counts().get("acknowledged")).isGreaterThan(200);
        }
    }
}
