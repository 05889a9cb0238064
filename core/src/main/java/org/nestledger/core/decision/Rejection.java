package org.nestledger.core.decision;

import java.util.Map;
import java.util.TreeMap;

/**
 * Why a command was refused. Nothing was recorded.
 *
 * @param message one sentence
 * @param remedy what to do about it
 * @param figures the figures involved, by name
 */
public record Rejection(RefusalCode code, String message, String remedy, Map<String, String> figures)
        implements Decision {

    public Rejection {
        figures = Map.copyOf(figures);
    }

    public static Rejection of(RefusalCode code, String message, String remedy) {
        return new Rejection(code, message, remedy, Map.of());
    }

    public Rejection with(String name, Object figure) {
        Map<String, String> more = new TreeMap<>(figures);
        more.put(name, figure.toString());
        return new Rejection(code, message, remedy, more);
    }

    @Override
    public String toString() {
        return code + ": " + message + " " + remedy;
    }
}
