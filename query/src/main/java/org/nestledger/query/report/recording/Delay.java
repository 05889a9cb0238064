package org.nestledger.query.report.recording;

/** How many days lie between the day of an entry and that of its record. */
public enum Delay {
    SAME_DAY(0),
    UP_TO_7_DAYS(7),
    UP_TO_30_DAYS(30),
    UP_TO_90_DAYS(90),
    UP_TO_365_DAYS(365),
    LONGER(Long.MAX_VALUE);

    private final long most;

    Delay(long most) {
        this.most = most;
    }

    public static Delay of(long days) {
        for (Delay delay : values()) {
            if (days <= delay.most) {
                return delay;
            }
        }
        throw new IllegalArgumentException(days + " days are no delay");
    }
}
