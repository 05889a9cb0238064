package org.nestledger.api.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.ledger.Ledger;
import org.nestledger.core.ledger.Outcome;
import org.nestledger.core.ledger.Submission;
import org.nestledger.core.notice.NoticeCommand.RecordSupplyNotice;
import org.nestledger.core.project.ProjectCommand.ReportStart;
import org.nestledger.core.zone.ZoneCommand.DesignateZone;

/** Remembers what it is given, and knows as many rules as the import must cope with. */
final class FakeLedger implements Ledger {

    final Map<String, LedgerCommand> recorded = new HashMap<>();
    final List<Submission> accepted = new ArrayList<>();
    final Set<String> zones = new HashSet<>();
    final Set<String> started = new HashSet<>();
    private final boolean dry;
    FakeLedger dryRun;

    FakeLedger() {
        this(false);
    }

    private FakeLedger(boolean dry) {
        this.dry = dry;
    }

    @Override
    public synchronized Outcome submit(Submission submission) {
        LedgerCommand before = recorded.get(submission.commandId());
        if (before != null && before.equals(submission.command())) {
            return new Outcome.Recorded(1, 1, true);
        }
        if (before != null) {
            return refused(before.explainsReuse() ? RefusalCode.NOTICE_DIFFERS : RefusalCode.COMMAND_ID_REUSED);
        }
        RefusalCode refusal = refusal(submission.command());
        if (refusal != null) {
            return refused(refusal);
        }
        recorded.put(submission.commandId(), submission.command());
        accepted.add(submission);
        return dry ? new Outcome.Proposed(List.of()) : new Outcome.Recorded(1, 1, false);
    }

    private RefusalCode refusal(LedgerCommand command) {
        return switch (command) {
            case DesignateZone designation -> zones.add(designation.zone()) ? null : RefusalCode.ID_TAKEN;
            case RecordSupplyNotice notice
            when notice.notice().projectName().equals("explodes") -> throw new IllegalStateException("boom");
            case RecordSupplyNotice notice -> zones.contains(notice.zone()) ? null : RefusalCode.UNKNOWN_ZONE;
            case ReportStart start -> started.add(start.project()) ? null : RefusalCode.WRONG_STAGE;
            default -> null;
        };
    }

    private static Outcome refused(RefusalCode code) {
        return new Outcome.Refused(Rejection.of(code, "The ledger says no.", "Do as it says."));
    }

    @Override
    public synchronized FakeLedger dryRun() {
        FakeLedger copy = new FakeLedger(true);
        copy.recorded.putAll(recorded);
        copy.zones.addAll(zones);
        copy.started.addAll(started);
        dryRun = copy;
        return copy;
    }

    synchronized <T extends LedgerCommand> List<T> commands(Class<T> type) {
        return accepted.stream()
                .map(Submission::command)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
