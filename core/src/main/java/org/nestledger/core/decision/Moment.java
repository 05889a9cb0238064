package org.nestledger.core.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The instant at which a command is decided. It comes in with the command, so that a decision can be repeated. */
public record Moment(Instant now) {

    public LocalDate today(ZoneId timeZone) {
        return LocalDate.ofInstant(now, timeZone);
    }
}
