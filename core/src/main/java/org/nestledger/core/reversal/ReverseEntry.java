package org.nestledger.core.reversal;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.By;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.Matter;
import org.nestledger.core.decision.Role;
import org.nestledger.core.decision.SecondPerson;
import org.nestledger.core.measure.Id;

/**
 * Takes an earlier entry back. Whoever recorded it may, and headquarters.
 *
 * @param zone the entry's
 * @param position the entry's
 * @param occurredOn the day of the reversal when the original's day lies in a closed period; today when absent
 */
@By({Role.PROVINCE, Role.HEADQUARTERS, Role.COMMITTEE, Role.PLATFORM})
@SecondPerson(Matter.REVERSAL)
@Command(namespace = "reversal", name = "ReverseEntry", version = "1")
public record ReverseEntry(
        @Id String zone,
        long position,
        String reason,
        @Nullable LocalDate occurredOn,
        List<Document> documents) implements LedgerCommand {}
