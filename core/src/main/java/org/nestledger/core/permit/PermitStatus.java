package org.nestledger.core.permit;

import org.nestledger.core.journal.Account;

/** Where an application for a permit stands. */
public enum PermitStatus {
    APPLIED(Account.PERMIT_APPLIED),
    GRANTED(Account.PERMIT_GRANTED),
    REFUSED(Account.PERMIT_REFUSED),
    REVOKED(Account.PERMIT_REVOKED);

    private final Account account;

    PermitStatus(Account account) {
        this.account = account;
    }

    /** The account that counts the permits of this status. */
    public Account account() {
        return account;
    }
}
