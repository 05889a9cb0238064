package org.nestledger.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** A request in which the tags of compressed answers are those of the answers: whoever has one of them has the other. */
final class PlainTags extends HttpServletRequestWrapper {

    PlainTags(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
        String value = super.getHeader(name);
        return value != null && isTags(name) ? Gzip.unmarked(value) : value;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        Enumeration<String> values = super.getHeaders(name);
        return isTags(name)
                ? Collections.enumeration(
                        Collections.list(values).stream().map(Gzip::unmarked).toList())
                : values;
    }

    private static boolean isTags(String name) {
        return name.equalsIgnoreCase(HttpHeaders.IF_NONE_MATCH);
    }
}
