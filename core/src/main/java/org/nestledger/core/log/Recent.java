package org.nestledger.core.log;

/** What this process remembers of the end of the log. */
record Recent(RecentEvents events, RecentCommands commands) {

    Recent(int events) {
        this(new RecentEvents(-1, events, (long) events * IndexedEvent.BYTES), new RecentCommands());
    }
}
