package org.nestledger.api.cli;

import java.util.stream.Collectors;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.zone.ZoneFilter;
import org.nestledger.query.zone.ZoneView;

/** The zones that there are, for whoever names another one. */
final class KnownZones {

    private static final int NAMED = 20;

    private KnownZones() {}

    /** That there is no such zone, or was none as far as a report looks, and which ones there are. */
    static LedgerFailure unknown(LedgerQueries queries, String zone) {
        return new LedgerFailure(
                queries.zones().byId(zone).isPresent()
                        ? "The zone \"" + zone + "\" was not recorded yet then; give a later --known-at."
                        : "There is no zone \"" + zone + "\". " + instead(queries));
    }

    private static String instead(LedgerQueries queries) {
        Page<ZoneView> zones = queries.zones().list(ZoneFilter.ALL, PageRequest.first(NAMED));
        if (zones.items().isEmpty()) {
            return "The ledger is empty: record or import something first, or name another one with --data.";
        }
        return zones.items().stream()
                .map(ZoneView::id)
                .collect(Collectors.joining(", ", "Give one of ", zones.next() == null ? "." : ", …."));
    }
}
