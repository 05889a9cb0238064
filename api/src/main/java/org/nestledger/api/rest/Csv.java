package org.nestledger.api.rest;

import org.springframework.http.MediaType;

/** Comma-separated values (RFC 4180), as lists and reports are given to whoever accepts them. */
final class Csv {

    /** What a request accepts. */
    static final String TYPE = "text/csv";

    /** What an answer is: in UTF-8, its first line names the columns. */
    static final MediaType ANSWERED = MediaType.parseMediaType(TYPE + ";header=present;charset=UTF-8");

    private Csv() {}
}
