package org.nestledger.core.log.faults;

/** What is done to the processes of a log under load. */
public enum Fault {
    KILL_WORKER("kill -9 of one process that appends and signs"),
    KILL_POSTGRES("kill -9 of PostgreSQL, all of its processes"),
    KILL_BOTH("kill -9 of everything at once"),
    KILL_BACKEND("kill -9 of the PostgreSQL process that writes a batch"),
    END_BACKEND("one writer's connection is ended by PostgreSQL"),
    PAUSE_POSTGRES("PostgreSQL stands still for longer than clients wait"),
    KILL_BEFORE_PUBLICATION("kill -9 between the commit of a checkpoint and its publication");

    private final String text;

    Fault(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
