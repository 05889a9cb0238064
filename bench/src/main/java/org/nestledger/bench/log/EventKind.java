package org.nestledger.bench.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.nestledger.core.ledger.LedgerCodec;
import org.nestledger.core.log.PayloadCodec;

/** What the events of a generated log are. */
public enum EventKind {
    /** Of 380 bytes, with the tags {@code project:N} and {@code zone:z1} and one of three types; no command. */
    PLAIN {
        @Override
        public PayloadCodec codec() {
            return new PlainCodec();
        }

        @Override
        byte[] record(long index, long projects) {
            String head = "{\"data\":{\"text\":\"";
            String tail = "\"},\"id\":\"" + id(index) + "\",\"metadata\":{\"actor\":\"bench\"},\"tags\":[\"project:"
                    + index % projects + "\",\"zone:z1\"],\"time\":\"" + time(index) + "\",\"type\":\""
                    + type(index / projects) + "\",\"v\":1}";
            String text = "x".repeat(PLAIN_BYTES - head.length() - tail.length());
            return (head + text + tail).getBytes(StandardCharsets.US_ASCII);
        }
    },

    /** Supplies of land as the ledger records them, each with a command and the tags of parcel, project and supply. */
    LAND_SUPPLIED {
        @Override
        public PayloadCodec codec() {
            return new LedgerCodec();
        }

        @Override
        byte[] record(long index, long projects) {
            String project = "p" + index % projects;
            String data = LAND_SUPPLIED_DATA
                    .replace("some-parcel", "parcel" + index)
                    .replace("some-project", project)
                    .replace("some-supply", "supply" + index);
            return ("{\"data\":" + data + ",\"id\":\"" + id(index)
                            + "\",\"metadata\":{\"actor\":\"bench\",\"commandHash\":\"" + "0".repeat(HASH_DIGITS)
                            + "\",\"commandId\":\"command-" + index + "\"},\"tags\":[\"parcel:parcel" + index
                            + "\",\"project:" + project + "\",\"supply:supply" + index + "\"],\"time\":\""
                            + time(index) + "\",\"type\":\"supply.LandSupplied\",\"v\":1}")
                    .getBytes(StandardCharsets.UTF_8);
        }
    },

    /** The books of many zones, of which every read model has its share; instead of projects the number of zones is given. */
    BOOKS {
        @Override
        public PayloadCodec codec() {
            return new LedgerCodec();
        }

        @Override
        byte[] record(long index, long zones) {
            return ZoneBooks.record(index, zones);
        }
    };

    /** Bytes of a plain record. */
    public static final int PLAIN_BYTES = 380;

    /** The types of plain events; those of one project take turns. */
    public static final int TYPES = 3;

    private static final int HASH_DIGITS = 64;
    private static final long START_SECONDS = 1_700_000_000;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String LAND_SUPPLIED_DATA = golden("supply.LandSupplied.minimal.v1.json");

    /** Decodes them. */
    public abstract PayloadCodec codec();

    /**
     * The record of an event.
     *
     * @param index from 0; the events of a project are those with the same remainder by the number of projects
     */
    abstract byte[] record(long index, long projects);

    /** The name of a plain event's type. */
    public static String type(long turn) {
        return "bench.Noted" + turn % TYPES;
    }

    private static String id(long index) {
        return new UUID(0x4000L, Long.MIN_VALUE | index).toString();
    }

    /** A hundred events a second. */
    private static String time(long index) {
        long micros = index * MICROS_PER_SECOND / 100;
        return TIME.format(Instant.ofEpochSecond(
                START_SECONDS + micros / MICROS_PER_SECOND, micros % MICROS_PER_SECOND * NANOS_PER_MICRO));
    }

    private static String golden(String name) {
        try (InputStream file = EventKind.class.getResourceAsStream("/golden/events/" + name)) {
            if (file == null) {
                throw new IllegalStateException("the tests of core have no " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
