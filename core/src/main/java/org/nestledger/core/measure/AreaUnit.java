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

    /** So much of this unit in another one, exactly when 6 decimals are enough. */
    public ConvertedArea in(AreaUnit other, BigDecimal amount) {
        BigDecimal whole = amount.multiply(microMu).stripTrailingZeros();
        int decimals = Math.max(0, Math.max(whole.scale(), other.microMu.scale()));
        return ConvertedArea.of(
                whole.movePointRight(decimals).toBigIntegerExact(),
                other.microMu.movePointRight(decimals).toBigIntegerExact(),
                other.code);
    }

    /** Whether a code is one of a unit of area. */
    public static boolean isOne(String code) {
        return Arrays.stream(values()).anyMatch(unit -> unit.code.equals(code));
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
