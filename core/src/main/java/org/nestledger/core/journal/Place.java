package org.nestledger.core.journal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One side of a movement: an account of a zone, with what it is about. */
public record Place(
        Account account,
        String zone,
        @Nullable String parcel,
        @Nullable String project,
        @Nullable String supply,
        @Nullable Integer quotaYear) {

    public static Place ofZone(Account account, String zone) {
        return new Place(account, zone, null, null, null, null);
    }

    public static Place ofParcel(Account account, String zone, String parcel) {
        return new Place(account, zone, parcel, null, null, null);
    }

    public static Place ofProject(Account account, String zone, String project) {
        return new Place(account, zone, null, project, null, null);
    }

    public static Place ofQuota(Account account, String zone, int year) {
        return new Place(account, zone, null, null, null, year);
    }

    public Place with(Account other) {
        return new Place(other, zone, parcel, project, supply, quotaYear);
    }

    /** Whose balance this side changes. */
    public BalanceKey key() {
        return new BalanceKey(account, owner());
    }

    /** Whether it is this balance that this side changes. */
    public boolean isOf(BalanceKey key) {
        return account == key.account() && owner().equals(key.owner());
    }

    private String owner() {
        return switch (account.owner()) {
            case ZONE -> zone;
            case PARCEL -> Objects.requireNonNull(parcel);
            case SUPPLY -> Objects.requireNonNull(supply);
            case QUOTA -> zone + "/" + Objects.requireNonNull(quotaYear);
            case PROJECT -> Objects.requireNonNull(project);
        };
    }
}
