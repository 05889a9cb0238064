package org.nestledger.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;

/**
 * What a client has already (RFC 9110, 13.1.2).
 *
 * @param tags as the header lists them
 */
record IfNoneMatch(List<ETag> tags) {

    static IfNoneMatch of(HttpServletRequest request) {
        return new IfNoneMatch(Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)).stream()
                .flatMap(header -> ETag.parse(header).stream())
                .toList());
    }

    /** Whether the answer with this tag is one of them, compared weakly. */
    boolean has(ETag tag) {
        return tags.stream().anyMatch(held -> !held.isWildcard() && held.compare(tag, false));
    }

    /** Whether any answer will do, if there is one. */
    boolean hasAny() {
        return tags.stream().anyMatch(ETag::isWildcard);
    }
}
