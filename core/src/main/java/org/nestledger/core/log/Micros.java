package org.nestledger.core.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Instants as the database keeps them: in microseconds, within the years that a record can write. */
final class Micros {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final String FORM = "0000-00-00T00:00:00.000000Z";
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int NANOS_PER_MICRO = 1_000;

    private Micros() {}

    static long sinceEpoch(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** The nearest instant that a column can hold at or before the given one. */
    static OffsetDateTime column(Instant instant) {
        Instant bounded = instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
        return bounded.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** The instant that a record's {@code time} says; the form in which it is written is read without a general parser. */
    static Instant parse(String time) {
        if (time.length() != FORM.length()) {
            return Instant.parse(time);
        }
        for (int i = 0; i < FORM.length(); i++) {
            char c = time.charAt(i);
            if (FORM.charAt(i) == '0' ? c < '0' || c > '9' : c != FORM.charAt(i)) {
                return Instant.parse(time);
            }
        }
        long day = LocalDate.of(number(time, 0, 4), number(time, 5, 7), number(time, 8, 10))
                .toEpochDay();
        int second = LocalTime.of(number(time, 11, 13), number(time, 14, 16), number(time, 17, 19))
                .toSecondOfDay();
        return Instant.ofEpochSecond(day * SECONDS_PER_DAY + second, (long) number(time, 20, 26) * NANOS_PER_MICRO);
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }

    static Instant read(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
