package org.nestledger.core.journal;

import static org.nestledger.core.journal.Account.Owner.PARCEL;
import static org.nestledger.core.journal.Account.Owner.PROJECT;
import static org.nestledger.core.journal.Account.Owner.QUOTA;
import static org.nestledger.core.journal.Account.Owner.SUPPLY;
import static org.nestledger.core.journal.Account.Owner.ZONE;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The accounts of the ledger. A guarded account may never be negative at the end of any business day. */
public enum Account {
    LAND_OUTSIDE("land:outside", PARCEL, false),
    LAND_OPENING("land:opening", PARCEL, false),
    LAND_ACQUIRED("land:acquired", PARCEL, true),
    LAND_SERVICED("land:serviced", PARCEL, true),
    LAND_SUPPLIED("land:supplied", SUPPLY, true),
    CONSTRUCTION_NONE("construction:none", PARCEL, false),
    CONSTRUCTION_OPENING("construction:opening", PARCEL, false),
    CONSTRUCTION_READY("construction:ready", PARCEL, true),
    CONSTRUCTION_SUPPLIED("construction:supplied", SUPPLY, true),
    QUOTA_PROVINCE("quota:province", QUOTA, false),
    QUOTA_OPENING("quota:opening", QUOTA, false),
    QUOTA_AVAILABLE("quota:available", QUOTA, true),
    QUOTA_USED("quota:used", QUOTA, true),
    FUND_LAND_BANK("fund:land-bank", ZONE, false),
    COST_ACQUISITION("cost:acquisition", ZONE, false),
    COST_SERVICING("cost:servicing", ZONE, false),
    PROCEEDS_SUPPLY("proceeds:supply", SUPPLY, false),
    RECEIVABLE_LAND_PRICE("receivable:land-price", SUPPLY, false),
    INVESTMENT_SOURCE("investment:source", PROJECT, false),
    INVESTMENT_OPENING("investment:opening", PROJECT, false),
    INVESTMENT_PLANNED("investment:planned", PROJECT, false),
    INVESTMENT_MADE("investment:made", PROJECT, false),
    PROJECT_OUTSIDE("project:outside", PROJECT, false),
    PROJECT_OPENING("project:opening", PROJECT, false),
    PROJECT_INTRODUCED("project:introduced", PROJECT, true),
    PROJECT_BUILDING("project:building", PROJECT, true),
    PROJECT_COMPLETED("project:completed", PROJECT, true),
    PROJECT_PRODUCING("project:producing", PROJECT, true),
    PROJECT_WITHDRAWN("project:withdrawn", PROJECT, false),
    FUNDING_CAPITAL("funding:capital", ZONE, false),
    FUNDING_BOND("funding:bond", ZONE, false),
    FUNDING_LOAN("funding:loan", ZONE, false),
    FUNDING_FISCAL_RETURN("funding:fiscal-return", ZONE, false),
    POWER_MUNICIPAL("power:municipal", ZONE, false),
    POWER_DELEGATED("power:delegated", ZONE, false),
    PERMIT_NONE("permit:none", PROJECT, false),
    PERMIT_APPLIED("permit:applied", PROJECT, false),
    PERMIT_GRANTED("permit:granted", PROJECT, false),
    PERMIT_REFUSED("permit:refused", PROJECT, false),
    PERMIT_REVOKED("permit:revoked", PROJECT, false),
    SERVICE_NONE("service:none", PROJECT, false),
    SERVICE_AGREED("service:agreed", PROJECT, false),
    SERVICE_DELIVERED("service:delivered", PROJECT, false),
    PORTAL_OUTSIDE("portal:outside", ZONE, false),
    PORTAL_VISITS("portal:visits", ZONE, false);

    /** Whose balance a guard looks at. */
    public enum Owner {
        ZONE,
        PARCEL,
        SUPPLY,
        QUOTA,
        PROJECT
    }

    private static final Map<String, Account> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Account::code, Function.identity()));

    private final String code;
    private final Owner owner;
    private final boolean guarded;

    Account(String code, Owner owner, boolean guarded) {
        this.code = code;
        this.owner = owner;
        this.guarded = guarded;
    }

    /** As it stands in reports and stored events, such as {@code land:acquired}. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The codes of all accounts. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Account::code).toList();
    }

    public Owner owner() {
        return owner;
    }

    public boolean guarded() {
        return guarded;
    }

    /**
     * The account of a code such as {@code land:acquired}.
     *
     * @throws IllegalArgumentException when there is none, with a message that names all codes
     */
    @JsonCreator
    public static Account ofCode(String code) {
        Account account = BY_CODE.get(code);
        if (account == null) {
            throw new IllegalArgumentException(
                    "there is no account \"" + code + "\"; give one of " + String.join(", ", codes()));
        }
        return account;
    }
}
