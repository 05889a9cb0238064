package org.nestledger.core.notice;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.nestledger.core.decision.By;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.Role;
import org.nestledger.core.measure.Id;

/** What can be asked about public notices. */
public sealed interface NoticeCommand extends LedgerCommand {

    /**
     * Records the parcel, its opening stock, the project when it is new, and the supply of one notice together.
     *
     * @param zone a designated one
     */
    @By(Role.COMMITTEE)
    @Command(namespace = "notice", name = "RecordSupplyNotice", version = "1")
    record RecordSupplyNotice(@Id String zone, SupplyNotice notice, List<Document> documents) implements NoticeCommand {

        /** The same notice with other content is explained field by field, not just refused. */
        @Override
        public boolean explainsReuse() {
            return true;
        }
    }
}
