package org.nestledger.core.fund;

import org.nestledger.core.journal.Account;

/** Where the land bank's money comes from. */
public enum FundingSource {
    CAPITAL(Account.FUNDING_CAPITAL),
    BOND(Account.FUNDING_BOND),
    LOAN(Account.FUNDING_LOAN),
    FISCAL_RETURN(Account.FUNDING_FISCAL_RETURN);

    private final Account account;

    FundingSource(Account account) {
        this.account = account;
    }

    /** The account that the money comes from. */
    public Account account() {
        return account;
    }
}
