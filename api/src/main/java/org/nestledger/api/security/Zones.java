package org.nestledger.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.query.zone.ZoneView;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Which zones a zone lies within. That never changes, so it is asked once. */
@Component
final class Zones {

    private static final long REMEMBERED = 100_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Function<String, Optional<ZoneView>> look;
    private final BooleanSupplier caughtUp;
    private final Cache<String, List<String>> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    @Autowired
    Zones(LedgerRuntime runtime) {
        this(zone -> runtime.queries().zones().byId(zone).map(detail -> detail.zone()), () -> caughtUp(runtime));
    }

    /** @param caughtUp waits until the read models hold all that is in the log now, and tells whether they do */
    Zones(Function<String, Optional<ZoneView>> look, BooleanSupplier caughtUp) {
        this.look = look;
        this.caughtUp = caughtUp;
    }

    /** The zone and all that it lies within; the zone alone when the ledger does not know it. */
    List<String> lineage(String zone) {
        List<String> lineage = known.getIfPresent(zone);
        if (lineage != null) {
            return lineage;
        }
        return find(zone).map(this::remember).orElseGet(() -> List.of(zone));
    }

    private List<String> remember(ZoneView view) {
        List<String> lineage = new ArrayList<>(view.ancestors());
        lineage.add(view.id());
        known.put(view.id(), List.copyOf(lineage));
        return lineage;
    }

    /**
     * One that was designated a moment ago may not be in the read models yet. They are looked at again even when they hold
     * everything by then: they may have come to hold it since the first look.
     */
    private Optional<ZoneView> find(String zone) {
        return look.apply(zone).or(() -> caughtUp.getAsBoolean() ? look.apply(zone) : Optional.empty());
    }

    private static boolean caughtUp(LedgerRuntime runtime) {
        try {
            long head = runtime.log().head();
            return runtime.projections().position() >= head
                    || runtime.projections().awaitPosition(head, PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
