package org.nestledger.core.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.BalanceKey;
import org.nestledger.core.journal.Balances;
import org.nestledger.core.journal.DaySeries;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.measure.Area;

/** No guarded balance may be negative at the end of the day of a movement or of any later day. */
public final class BalanceGuard {

    private BalanceGuard() {}

    /**
     * The first guarded balance that the proposed movements, the last of {@code after}, would overdraw.
     *
     * @throws ArithmeticException when a balance would become too large for the ledger to hold
     */
    public static @Nullable Rejection refusal(Facts after, List<Movement> proposed) {
        Balances balances = after.balances();
        Map<BalanceKey, DaySeries> changed = new HashMap<>();
        Map<BalanceKey, LocalDate> taken = new LinkedHashMap<>();
        for (Movement movement : proposed) {
            changed.computeIfAbsent(movement.from().key(), balances::of).requireRepresentable();
            changed.computeIfAbsent(movement.to().key(), balances::of).requireRepresentable();
            BalanceKey key = (movement.amount() > 0 ? movement.from() : movement.to()).key();
            if (key.account().guarded()) {
                taken.merge(key, movement.occurredOn(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        for (Map.Entry<BalanceKey, LocalDate> entry : taken.entrySet()) {
            DaySeries series = changed.computeIfAbsent(entry.getKey(), balances::of);
            if (series.least(entry.getValue()) < 0) {
                return overdrawn(entry.getKey(), series, series.firstNegative(entry.getValue()));
            }
        }
        return null;
    }

    private static Rejection overdrawn(BalanceKey key, DaySeries series, LocalDate day) {
        long missing = Math.negateExact(series.at(day));
        return refusal(key.account(), key.owner(), day)
                .with("account", key.account().code())
                .with("owner", key.owner())
                .with("day", day)
                .with("short", amount(key.account(), missing));
    }

    private static Rejection refusal(Account account, String owner, LocalDate day) {
        return switch (account.owner()) {
            case PARCEL -> ofParcel(account, owner, day);
            case SUPPLY ->
                Rejection.of(
                        RefusalCode.NOT_ENOUGH_SUPPLIED,
                        "Supply " + owner + " does not hold that much land on " + day + ".",
                        "State a smaller area or a later day.");
            case QUOTA ->
                Rejection.of(
                        RefusalCode.NOT_ENOUGH_QUOTA,
                        "The quota of " + owner + " does not have that much on " + day + ".",
                        "Name another zone or year, state a smaller area, or a later day.");
            case PROJECT ->
                Rejection.of(
                        RefusalCode.WRONG_STAGE,
                        "Project " + owner + " is not at the stage " + account.code() + " on " + day + ".",
                        "Record its stages in order, each on or after the day of the one before.");
            case ZONE -> throw new IllegalStateException(account + " is not guarded");
        };
    }

    private static Rejection ofParcel(Account account, String parcel, LocalDate day) {
        if (account == Account.LAND_ACQUIRED) {
            return Rejection.of(
                    RefusalCode.NOT_ENOUGH_ACQUIRED,
                    "Parcel " + parcel + " does not have that much acquired and unserviced land on " + day + ".",
                    "Acquire more, state a smaller area, or a later day.");
        }
        if (account == Account.LAND_SERVICED) {
            return Rejection.of(
                    RefusalCode.NOT_ENOUGH_SERVICED,
                    "Parcel " + parcel + " does not have that much serviced land on " + day + ".",
                    "Service more, state a smaller area, or a later day.");
        }
        return Rejection.of(
                RefusalCode.NOT_ENOUGH_READY,
                "Parcel " + parcel + " does not have that much land ready for construction on " + day + ".",
                "Convert more, state a smaller area, or a later day.");
    }

    private static String amount(Account account, long amount) {
        return account.owner() == Account.Owner.PROJECT
                ? BigDecimal.valueOf(amount).toPlainString()
                : Area.quantityOf(amount).value() + " mu";
    }
}
