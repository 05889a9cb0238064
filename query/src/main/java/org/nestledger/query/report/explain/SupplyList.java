package org.nestledger.query.report.explain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.supply.SupplyTerms;

/** The tables of supplies in the reports of stages and of late starts. */
enum SupplyList {
    /** All of which something is left. */
    AGREED("of the supply") {
        @Override
        boolean lists(SupplyCourse supply, LocalDate day) {
            return true;
        }
    },
    /** Those whose projects should have started and have not. */
    LATE("of the supply, whose project has not started") {
        @Override
        boolean lists(SupplyCourse supply, LocalDate day) {
            LocalDate agreed = agreedStart(supply);
            return supply.isOnlyIntroduced() && agreed != null && agreed.isBefore(day);
        }
    },
    /** Those whose projects have not started, of which nobody knows when they should have. */
    UNDATED("of the supply, whose project has not started, and for which no start is agreed") {
        @Override
        boolean lists(SupplyCourse supply, LocalDate day) {
            return supply.isOnlyIntroduced() && agreedStart(supply) == null;
        }
    };

    private final String words;

    SupplyList(String words) {
        this.words = words;
    }

    /** Which supply, after what is asked of it. */
    String words() {
        return words;
    }

    abstract boolean lists(SupplyCourse supply, LocalDate day);

    private static @Nullable LocalDate agreedStart(SupplyCourse supply) {
        SupplyTerms terms = supply.contract().event().terms();
        return terms.agreedStart();
    }
}
