package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nestledger.core.zone.ZoneKind;
import org.nestledger.query.zone.ZoneView;

class ANewZoneIsKnownAtOnceTest {

    private final Map<String, ZoneView> readModels = new HashMap<>();
    private int looks;

    @Test
    void aZoneThatTheReadModelsHoldIsLookedForOnce() {
        fold("new");
        Zones zones = new Zones(this::look, () -> true);

        assertThat(zones.lineage("new")).containsExactly("root", "new");
        assertThat(zones.lineage("new")).containsExactly("root", "new");
        assertThat(looks).isEqualTo(1);
    }

    @Test
    void aZoneThatTheReadModelsDoNotHoldYetIsWaitedFor() {
        Zones zones = new Zones(this::look, () -> {
            fold("new");
            return true;
        });

        assertThat(zones.lineage("new")).containsExactly("root", "new");
    }

    @Test
    void aZoneThatTheReadModelsComeToHoldJustAfterTheLookIsFound() {
        Zones zones = new Zones(
                zone -> {
                    Optional<ZoneView> found = look(zone);
                    fold(zone);
                    return found;
                },
                () -> true);

        assertThat(zones.lineage("new")).containsExactly("root", "new");
    }

    @Test
    void aZoneThatNobodyDesignatedLiesInItselfAloneUntilSomebodyDoes() {
        Zones zones = new Zones(this::look, () -> true);

        assertThat(zones.lineage("new")).containsExactly("new");
        fold("new");
        assertThat(zones.lineage("new")).containsExactly("root", "new");
    }

    @Test
    void readModelsThatStayBehindAreNotWaitedForTwice() {
        Zones zones = new Zones(this::look, () -> false);

        assertThat(zones.lineage("new")).containsExactly("new");
        assertThat(looks).isEqualTo(1);
    }

    private Optional<ZoneView> look(String zone) {
        looks++;
        return Optional.ofNullable(readModels.get(zone));
    }

    private void fold(String zone) {
        LocalDate day = LocalDate.of(2020, 1, 1);
        readModels.put(
                zone,
                new ZoneView(zone, ZoneKind.SUB_ZONE, "Zone", "root", List.of("root"), "Asia/Shanghai", day, null));
    }
}
