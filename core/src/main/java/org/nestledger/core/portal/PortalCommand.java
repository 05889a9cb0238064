package org.nestledger.core.portal;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.nestledger.core.decision.By;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.Role;
import org.nestledger.core.measure.Id;

/** What can be asked of the visits to a zone's pages in the province's portal. */
public sealed interface PortalCommand extends LedgerCommand {

    /**
     * @param visits of the whole day; a later count of the same day replaces it
     * @param occurredOn the day
     */
    @By({Role.PROVINCE, Role.HEADQUARTERS})
    @Command(namespace = "portal", name = "RecordPortalVisits", version = "1")
    record RecordPortalVisits(@Id String zone, int visits, LocalDate occurredOn, List<Document> documents)
            implements PortalCommand {}
}
