package org.nestledger.query.page;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Money;
import org.nestledger.core.measure.Quantity;

/** Between stored whole amounts and the quantities that are shown. */
public final class Amounts {

    public static final String DAYS = "days";
    public static final String RANK = "rank";

    private Amounts() {}

    /** @param amount millionths of a mu, minor units of money, days, visits, a count or a rank */
    public static Quantity quantity(BigDecimal amount, String unit) {
        return switch (unit) {
            case Area.UNIT -> Area.quantityOf(amount);
            case Movement.COUNT, Movement.VISITS, DAYS, RANK -> Quantity.of(amount, unit);
            default -> Money.quantityOf(amount, unit);
        };
    }

    /** The area in a column, absent when it is null. */
    public static @Nullable Quantity area(ResultSet row, String column) throws SQLException {
        BigDecimal microMu = row.getBigDecimal(column);
        return microMu == null ? null : quantity(microMu, Area.UNIT);
    }

    /** The area in a column that is never null. */
    public static Quantity knownArea(ResultSet row, String column) throws SQLException {
        return quantity(row.getBigDecimal(column), Area.UNIT);
    }

    /** The money in two columns, absent when they are null. */
    public static @Nullable Quantity money(ResultSet row, String amount, String currency) throws SQLException {
        BigDecimal minor = row.getBigDecimal(amount);
        return minor == null ? null : quantity(minor, row.getString(currency));
    }
}
