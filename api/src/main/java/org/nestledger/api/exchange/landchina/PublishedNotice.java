package org.nestledger.api.exchange.landchina;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.notice.NoticeCommand.RecordSupplyNotice;
import org.nestledger.core.notice.NoticeIds;
import org.nestledger.core.notice.SupplyNotice;
import org.nestledger.core.project.ProjectCommand.ReportCompletion;
import org.nestledger.core.project.ProjectCommand.ReportStart;
import org.nestledger.core.zone.ZoneCommand.DesignateZone;
import org.nestledger.core.zone.ZoneKind;

/** A notice as it was published, and the commands that record it. */
public final class PublishedNotice {

    /** A command with the id that makes giving it twice the same as giving it once. */
    public record Given(String commandId, LedgerCommand command) {}

    /** Before any notice; zones that the import designates keep books from here on. */
    private static final LocalDate DESIGNATED = LocalDate.of(1900, 1, 1);

    private final NoticeZone zone;
    private final SupplyNotice notice;
    private final @Nullable LocalDate start;
    private final @Nullable LocalDate completion;

    PublishedNotice(NoticeZone zone, SupplyNotice notice, @Nullable LocalDate start, @Nullable LocalDate completion) {
        this.zone = zone;
        this.notice = notice;
        this.start = start;
        this.completion = completion;
    }

    public String zone() {
        return zone.id();
    }

    public String key() {
        return notice.key();
    }

    public String project() {
        return NoticeIds.project(zone.id(), notice);
    }

    /** Makes the zone known, in case it is not. */
    public Given designation() {
        return new Given(
                NoticeIds.command("zone", zone.id()),
                new DesignateZone(zone.id(), ZoneKind.ZONE, zone.name(), null, null, DESIGNATED, List.of()));
    }

    /** Records the notice itself: parcel, opening, project and supply in one decision. */
    public Given recording() {
        return new Given(NoticeIds.command(notice), new RecordSupplyNotice(zone.id(), notice, List.of(document())));
    }

    /** What the notice says about the actual start of construction, if anything. */
    public Optional<Given> start() {
        return Optional.ofNullable(start)
                .map(day -> report("start", new ReportStart(zone.id(), project(), day, List.of(document()))));
    }

    /** What the notice says about the actual completion, if anything. */
    public Optional<Given> completion() {
        return Optional.ofNullable(completion)
                .map(day -> report("completion", new ReportCompletion(zone.id(), project(), day, List.of(document()))));
    }

    private Given report(String what, LedgerCommand command) {
        return new Given(NoticeIds.command(notice.format(), notice.key(), what), command);
    }

    private Document document() {
        return new Document("land supply notice", notice.key(), "landchina.com", notice.contractDate(), null);
    }
}
