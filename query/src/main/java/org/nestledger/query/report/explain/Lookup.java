package org.nestledger.query.report.explain;

import java.util.Arrays;
import java.util.List;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;

/** Where the read models say which events can contribute to a figure: all that do, and not many more. */
sealed interface Lookup {

    /**
     * Rows of the zones that a report is rolled up over.
     *
     * @param file the statement beside this class
     * @param accounts what it looks for, as are the flows
     */
    record Rows(String file, List<Account> accounts, List<Flow> flows) implements Lookup {
        public Rows {
            accounts = List.copyOf(accounts);
            flows = List.copyOf(flows);
        }
    }

    /**
     * Rows about one thing, such as a supply.
     *
     * @param file the statement beside this class
     * @param id of the thing
     */
    record Of(String file, String id) implements Lookup {}

    /**
     * What can contribute to a figure of the annual report; to a place, what can to the figure of any zone or project that the
     * report's zone is compared with.
     */
    record OfAnnual(Asked asked, Meant meant) implements Lookup {}

    /** What can contribute to a figure of the annual report, of whatever zone or project. */
    record OfFigure(Asked asked, Meant meant) implements Lookup {}

    /** What ever came to some accounts of the zones or left them. */
    static Lookup posted(List<Account> accounts) {
        return new Rows("posted.sql", accounts, List.of());
    }

    /** What ever moved to the zones or from them by some flows. */
    static Lookup flowed(Flow... flows) {
        return new Rows("posted.sql", List.of(), Arrays.asList(flows));
    }

    /** What describes the projects that some flows moved to the zones, and what else moved to those. */
    static Lookup projects(Flow... flows) {
        return new Rows("projects.sql", List.of(), Arrays.asList(flows));
    }

    static Lookup rows(String file) {
        return new Rows(file, List.of(), List.of());
    }
}
