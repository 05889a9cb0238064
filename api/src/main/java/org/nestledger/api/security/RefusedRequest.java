package org.nestledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** A request that is refused because of who sends it, from where, or how much. */
public final class RefusedRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final String remedy;
    private final transient HttpHeaders headers;

    /**
     * @param code stable, for programs
     * @param detail one sentence, for people
     * @param remedy what to do about it
     */
    RefusedRequest(HttpStatus status, String code, String detail, String remedy) {
        this(status, code, detail, remedy, HttpHeaders.EMPTY);
    }

    RefusedRequest(HttpStatus status, String code, String detail, String remedy, HttpHeaders headers) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.remedy = remedy;
        this.headers = headers;
    }

    /** A request that says something which no part of a request can be. */
    public static RefusedRequest malformed() {
        return new RefusedRequest(
                HttpStatus.BAD_REQUEST,
                "MALFORMED",
                "The address, a parameter's name or a header holds what cannot stand there.",
                "Encode it, or leave it out.");
    }

    /** That something needs a role that the identity does not have there. */
    static RefusedRequest notPermitted(String detail, String remedy) {
        return new RefusedRequest(HttpStatus.FORBIDDEN, "NOT_PERMITTED", detail, remedy);
    }

    /** Lets whoever audits refusals know with which code this one is answered. */
    public void noteOn(HttpServletRequest request) {
        RefusalAudit.refused(request, this);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }

    public HttpHeaders headers() {
        return headers;
    }
}
