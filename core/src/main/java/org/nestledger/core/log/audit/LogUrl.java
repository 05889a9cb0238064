package org.nestledger.core.log.audit;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The URL that a log's files are below. */
final class LogUrl {

    private static final int HIGHEST_PORT = 65_535;

    private LogUrl() {}

    /**
     * What the path of a file is written after.
     *
     * @throws IllegalArgumentException when it is no such URL; the message is a clause about it
     */
    static String prefix(String url) {
        URI uri = parsed(url);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.matches("https?") || uri.getRawAuthority() == null || uri.getPort() > HIGHEST_PORT) {
            throw none(null);
        }
        // What is written after either would be a part of it, and no file of the log.
        if (uri.getRawQuery() != null) {
            throw superfluous("query", url.substring(url.indexOf('?')));
        }
        if (uri.getRawFragment() != null) {
            throw superfluous("fragment", url.substring(url.indexOf('#')));
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("names a host that no URL can have, " + uri.getRawAuthority()
                    + "; write its address, or a name of letters, digits, dots and hyphens");
        }
        return url.endsWith("/") ? url : url + "/";
    }

    private static URI parsed(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException malformed) {
            throw none(malformed);
        }
    }

    private static IllegalArgumentException none(@Nullable Throwable cause) {
        return new IllegalArgumentException("is no URL; write it like http://127.0.0.1:8080/log", cause);
    }

    private static IllegalArgumentException superfluous(String part, String text) {
        return new IllegalArgumentException(
                "has a " + part + ", which the URL of a log may not have; leave out \"" + text + "\"");
    }
}
