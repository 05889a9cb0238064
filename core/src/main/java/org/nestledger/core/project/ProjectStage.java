package org.nestledger.core.project;

import org.nestledger.core.journal.Account;

/** Where a project stands, in order; a project may be withdrawn from any stage. */
public enum ProjectStage {
    INTRODUCED(Account.PROJECT_INTRODUCED),
    BUILDING(Account.PROJECT_BUILDING),
    COMPLETED(Account.PROJECT_COMPLETED),
    PRODUCING(Account.PROJECT_PRODUCING),
    WITHDRAWN(Account.PROJECT_WITHDRAWN);

    private final Account account;

    ProjectStage(Account account) {
        this.account = account;
    }

    /** The account that counts the projects at this stage. */
    public Account account() {
        return account;
    }

    /** Whether a project at this stage has left the other one behind. A withdrawn one went no further. */
    public boolean isPast(ProjectStage other) {
        return this != WITHDRAWN && compareTo(other) > 0;
    }
}
