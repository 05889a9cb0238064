package org.nestledger.query.report.explain;

import java.util.stream.Stream;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.journal.Place;
import org.nestledger.query.report.explain.Evidence.Posted;

/**
 * What a movement changes on one of its two accounts.
 *
 * @param to whether it came to the account; it left it otherwise
 */
record Side(Posted posted, boolean to) {

    /** Both sides of each, that which it leaves first. */
    static Stream<Side> of(Stream<Posted> movements) {
        return movements.flatMap(posted -> Stream.of(new Side(posted, false), new Side(posted, true)));
    }

    Movement movement() {
        return posted.movement();
    }

    Flow flow() {
        return movement().flow();
    }

    Place place() {
        return to ? movement().to() : movement().from();
    }

    Account account() {
        return place().account();
    }

    String zone() {
        return place().zone();
    }

    /** What came counts as it is and what left is deducted, or the other way round. */
    Entry entry(boolean leaving) {
        return Inquiry.entry(posted, to == leaving ? -1 : 1, null);
    }
}
