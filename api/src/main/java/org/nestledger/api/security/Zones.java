package org.nestledger.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.query.zone.ZoneView;
import org.springframework.stereotype.Component;

/** Which zones a zone lies within. That never changes, so it is asked once. */
@Component
final class Zones {

    private static final long REMEMBERED = 100_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LedgerRuntime runtime;
    private final Cache<String, List<String>> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Zones(LedgerRuntime runtime) {
        this.runtime = runtime;
    }

    /** The zone and all that it lies within; the zone alone when the ledger does not know it. */
    List<String> lineage(String zone) {
        List<String> lineage = known.getIfPresent(zone);
        if (lineage != null) {
            return lineage;
        }
        return find(zone).map(view -> remember(view)).orElseGet(() -> List.of(zone));
    }

    private List<String> remember(ZoneView view) {
        List<String> lineage = new ArrayList<>(view.ancestors());
        lineage.add(view.id());
        known.put(view.id(), List.copyOf(lineage));
        return lineage;
    }

    /** One that was designated a moment ago may not be in the read models yet. */
    private Optional<ZoneView> find(String zone) {
        @Nullable ZoneView found = ask(zone);
        if (found == null && caughtUp()) {
            found = ask(zone);
        }
        return Optional.ofNullable(found);
    }

    private @Nullable ZoneView ask(String zone) {
        return runtime.queries().zones().byId(zone).map(detail -> detail.zone()).orElse(null);
    }

    private boolean caughtUp() {
        try {
            long head = runtime.log().head();
            return runtime.projections().position() < head
                    && runtime.projections().awaitPosition(head, PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
