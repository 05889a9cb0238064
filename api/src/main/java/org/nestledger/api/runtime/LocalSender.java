package org.nestledger.api.runtime;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.nestledger.core.decision.Role;
import org.nestledger.core.decision.Sender;

/** Whoever may run the program on this machine, with all roles. */
public final class LocalSender {

    private static final int MAX_NAME = 100;

    private LocalSender() {}

    public static Sender current() {
        return named(System.getProperty("user.name", "unknown"));
    }

    /** The actor of an operating system's user; what does not fit an id is escaped. */
    static Sender named(String user) {
        String escaped = URLEncoder.encode(user, StandardCharsets.UTF_8);
        String id = escaped.length() <= MAX_NAME ? escaped : escaped.substring(0, MAX_NAME);
        return new Sender("local:" + id, Role.all());
    }
}
