package org.nestledger.core.measure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * An area that is not negative, exact to a millionth of a mu.
 *
 * @param microMu whole millionths of a mu
 */
public record Area(long microMu) implements Comparable<Area> {

    public static final String UNIT = "mu";
    public static final Area ZERO = new Area(0);
    private static final int DECIMALS = 6;

    public Area {
        if (microMu < 0) {
            throw new InvalidQuantity(
                    "an area cannot be negative: " + quantityOf(microMu).value() + " mu");
        }
    }

    /** The area that this quantity states; refused when it is not a whole number of millionths of a mu. */
    @JsonCreator
    public static Area of(Quantity quantity) {
        BigDecimal micros =
                quantity.decimal().multiply(AreaUnit.of(quantity.unit()).microMu());
        try {
            return new Area(micros.longValueExact());
        } catch (ArithmeticException inexactOrTooLarge) {
            throw new InvalidQuantity(quantity.value() + " " + quantity.unit()
                    + " is not a whole number of millionths of a mu that the ledger can hold;"
                    + " state at most 6 decimals in mu or ha, 2 in m2");
        }
    }

    public static Area mu(String mu) {
        return of(new Quantity(mu, UNIT));
    }

    public static Area hectares(String hectares) {
        return of(new Quantity(hectares, AreaUnit.HECTARE.code()));
    }

    public Area plus(Area other) {
        return new Area(Math.addExact(microMu, other.microMu));
    }

    /** The difference; the caller knows that {@code other} is not larger. */
    public Area minus(Area other) {
        return new Area(Math.subtractExact(microMu, other.microMu));
    }

    public boolean isZero() {
        return microMu == 0;
    }

    public boolean exceeds(Area other) {
        return microMu > other.microMu;
    }

    @JsonValue
    public Quantity quantity() {
        return quantityOf(microMu);
    }

    /** Millionths of a mu, also negative ones, as a quantity. */
    public static Quantity quantityOf(long microMu) {
        return quantityOf(BigDecimal.valueOf(microMu));
    }

    /** The same of a sum over many parcels or zones, which may be larger than any one area. */
    public static Quantity quantityOf(BigDecimal microMu) {
        return Quantity.of(microMu.movePointLeft(DECIMALS), UNIT);
    }

    @Override
    public int compareTo(Area other) {
        return Long.compare(microMu, other.microMu);
    }

    @Override
    public String toString() {
        return quantity().value() + " " + UNIT;
    }
}
