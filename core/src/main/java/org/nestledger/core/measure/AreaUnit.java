package org.nestledger.core.measure;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The units in which an area may be written. 1 mu = 2000/3 m² exactly, 15 mu = 1 ha, 1 acre = 6.0702846336 mu. */
public enum AreaUnit {
    MU("mu", "1000000"),
    HECTARE("ha", "15000000"),
    SQUARE_METRE("m2", "1500"),
    ACRE("acre", "6070284.6336");

    private final String code;
    private final BigDecimal microMu;

    AreaUnit(String code, String microMu) {
        this.code = code;
        this.microMu = new BigDecimal(microMu);
    }

    public String code() {
        return code;
    }

    /** Millionths of a mu in one of this unit. */
    public BigDecimal microMu() {
        return microMu;
    }

    /** The unit of this code; {@link InvalidQuantity} names the known ones. */
    public static AreaUnit of(String code) {
        return Arrays.stream(values())
                .filter(unit -> unit.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidQuantity("\"" + code + "\" is not a unit of area; use one of "
                        + Arrays.stream(values()).map(AreaUnit::code).collect(Collectors.joining(", "))));
    }
}
