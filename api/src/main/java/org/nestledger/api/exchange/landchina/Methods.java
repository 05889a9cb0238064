package org.nestledger.api.exchange.landchina;

import java.util.Map;
import java.util.stream.Collectors;
import org.nestledger.core.supply.SupplyMethod;

/** How land is supplied, in the words of the notices. */
final class Methods {

    private static final Map<String, SupplyMethod> BY_NAME = Map.ofEntries(
            Map.entry("划拨", SupplyMethod.ALLOCATION),
            Map.entry("划拨供地", SupplyMethod.ALLOCATION),
            Map.entry("协议", SupplyMethod.AGREEMENT),
            Map.entry("协议出让", SupplyMethod.AGREEMENT),
            Map.entry("招标", SupplyMethod.TENDER),
            Map.entry("招标出让", SupplyMethod.TENDER),
            Map.entry("拍卖", SupplyMethod.AUCTION),
            Map.entry("拍卖出让", SupplyMethod.AUCTION),
            Map.entry("挂牌", SupplyMethod.LISTING),
            Map.entry("挂牌出让", SupplyMethod.LISTING));

    private Methods() {}

    static SupplyMethod method(String cell) {
        SupplyMethod method = BY_NAME.get(Cell.nfkc(cell).replaceAll("\\s", ""));
        if (method == null) {
            // Leases (租赁) and contributions in kind (作价出资) supply land too, but by none of the ledger's methods.
            throw new InvalidCell(
                    "is not a method of supply that the ledger knows",
                    "Write one of " + BY_NAME.keySet().stream().sorted().collect(Collectors.joining(", "))
                            + ", or leave the notice out.");
        }
        return method;
    }
}
