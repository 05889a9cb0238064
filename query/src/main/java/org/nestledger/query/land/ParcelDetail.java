package org.nestledger.query.land;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.history.HistoryEntry;
import org.nestledger.query.movement.Balance;
import tools.jackson.databind.JsonNode;

/**
 * A parcel with what stands on its accounts.
 *
 * @param boundary a GeoJSON Polygon or MultiPolygon
 * @param history the latest events, newest first
 */
public record ParcelDetail(
        ParcelView parcel, @Nullable JsonNode boundary, List<Balance> balances, List<HistoryEntry> history) {

    public ParcelDetail {
        balances = List.copyOf(balances);
        history = List.copyOf(history);
    }
}
