package org.nestledger.core.permit;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.By;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.Role;
import org.nestledger.core.measure.Id;

/** What can be asked of a project's permits. */
public sealed interface PermitCommand extends LedgerCommand {

    String project();

    String permit();

    LocalDate occurredOn();

    List<Document> documents();

    /**
     * @param zone the project's
     * @param permit a new id for this application
     */
    @By(Role.COMMITTEE)
    @Command(namespace = "permit", name = "ApplyForPermit", version = "1")
    record ApplyForPermit(
            @Id String zone,
            @Id String project,
            @Id String permit,
            PermitKind kind,
            LocalDate occurredOn,
            List<Document> documents)
            implements PermitCommand {}

    /**
     * States either the delegated power under which the zone grants, or the external authority that granted.
     *
     * @param certificate the number on it
     * @param powerZone to which the power is delegated; the project's zone when absent
     */
    @By(Role.COMMITTEE)
    @Command(namespace = "permit", name = "GrantPermit", version = "1")
    record GrantPermit(
            @Id String zone,
            @Id String project,
            @Id String permit,
            @Nullable String certificate,
            @Id @Nullable String power,
            @Id @Nullable String powerZone,
            @Nullable String authority,
            LocalDate occurredOn,
            List<Document> documents)
            implements PermitCommand {

        /** The zone to which the cited power is delegated. */
        public String grantingZone() {
            return powerZone == null ? zone : powerZone;
        }
    }

    @By(Role.COMMITTEE)
    @Command(namespace = "permit", name = "RefusePermit", version = "1")
    record RefusePermit(
            @Id String zone,
            @Id String project,
            @Id String permit,
            @Nullable String reason,
            LocalDate occurredOn,
            List<Document> documents)
            implements PermitCommand {}

    @By(Role.COMMITTEE)
    @Command(namespace = "permit", name = "RevokePermit", version = "1")
    record RevokePermit(
            @Id String zone,
            @Id String project,
            @Id String permit,
            @Nullable String reason,
            LocalDate occurredOn,
            List<Document> documents)
            implements PermitCommand {}
}
