package org.nestledger.api.runtime;

import org.nestledger.core.ledger.Ledger;

/** The year that the demonstration records. Found as a service. */
public interface DemoYear {

    /** The zone whose annual report shows the year. */
    String zone();

    /** The year of that report. */
    int year();

    /** Records the year through the real commands; what an interrupted attempt recorded is not recorded twice. */
    void record(Ledger ledger, DriveableClock clock, Progress progress);
}
