package org.nestledger.api.runtime;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A clock that shows the time until somebody drives it. Safe for use by many threads. */
public final class DriveableClock extends Clock {

    private final AtomicReference<@Nullable Instant> driven = new AtomicReference<>();

    /** From now on it stands at this instant. */
    public void driveTo(Instant instant) {
        driven.set(instant);
    }

    /** From now on it shows the real time again. */
    public void release() {
        driven.set(null);
    }

    @Override
    public Instant instant() {
        Instant standing = driven.get();
        return standing == null ? Clock.systemUTC().instant() : standing;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** The instants are the same in every zone, and only they are asked for. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
