package org.nestledger.core.opening;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What earlier versions of opening events are today. */
public final class OpeningUpcasts {

    private OpeningUpcasts() {}

    /**
     * Opening stock of version 1 named the used quota's zone and year apart, so that one could stand without the other.
     *
     * @throws IllegalArgumentException when one does
     */
    public static void stockNamesItsQuotaAsOne(ObjectNode stock) {
        JsonNode zone = stock.remove("quotaZone");
        JsonNode year = stock.remove("quotaYear");
        if ((zone == null) != (year == null)) {
            throw new IllegalArgumentException("\"quotaZone\" and \"quotaYear\" do not go together");
        }
        if (zone != null) {
            stock.putObject("usedQuota").set("year", year).set("zone", zone);
        }
    }
}
