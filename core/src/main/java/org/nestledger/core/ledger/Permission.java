package org.nestledger.core.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.By;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.decision.Role;
import org.nestledger.core.log.EventLog;
import org.nestledger.core.reversal.ReverseEntry;
import org.nestledger.core.zone.ZoneCommand.DesignateZone;

/** Who may give which command. */
final class Permission {

    private Permission() {}

    static @Nullable Rejection refusal(Submission submission, EventLog log) {
        By by = submission.command().getClass().getAnnotation(By.class);
        Role[] roles = by == null ? new Role[0] : by.value();
        if (Arrays.stream(roles).noneMatch(submission.sender().roles()::contains)) {
            return Rejection.of(
                    RefusalCode.NOT_PERMITTED,
                    CommandTypes.name(submission.command().getClass()) + " is for " + names(roles) + ".",
                    "Ask somebody with such a role in " + place(submission.command()) + ".");
        }
        return submission.command() instanceof ReverseEntry reversal ? ofReversal(reversal, submission, log) : null;
    }

    /** Where the role is needed: a zone that is yet to be designated has nobody. */
    private static String place(LedgerCommand command) {
        String zone = command instanceof DesignateZone designation ? designation.parent() : command.zone();
        return zone == null ? "all zones" : "zone " + zone;
    }

    private static String names(Role... roles) {
        return Arrays.stream(roles)
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
    }

    /** An entry is reversed by whoever recorded it, or by headquarters. */
    private static @Nullable Rejection ofReversal(ReverseEntry reversal, Submission submission, EventLog log) {
        boolean permitted = submission.sender().roles().contains(Role.HEADQUARTERS)
                || log.at(reversal.position())
                        .map(entry -> submission
                                .sender()
                                .actor()
                                .equals(entry.metadata().get("actor")))
                        .orElse(true);
        return permitted
                ? null
                : Rejection.of(
                        RefusalCode.NOT_PERMITTED,
                        "The entry at position " + reversal.position() + " was recorded by somebody else.",
                        "Ask who recorded it, or headquarters.");
    }
}
