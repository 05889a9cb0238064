package org.nestledger.api.rest;

import org.springframework.http.HttpStatus;

/** What to say when the web framework refuses a request before a controller sees it. */
final class WebRefusal {

    private WebRefusal() {}

    static String detail(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "There is nothing at this address.";
            case METHOD_NOT_ALLOWED -> "This address does not take this method.";
            case NOT_ACCEPTABLE -> "The answer cannot be given in a form that the request accepts.";
            case UNSUPPORTED_MEDIA_TYPE -> "The body is not of a type that is taken here.";
            case CONTENT_TOO_LARGE -> "The body is too large.";
            default -> "The request cannot be taken.";
        };
    }

    static String remedy(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "Check the address; the interface begins with /api/v1/.";
            case METHOD_NOT_ALLOWED -> "Use a method that the Allow header names.";
            case NOT_ACCEPTABLE -> "Correct the header Accept, or leave it out.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send application/json.";
            case CONTENT_TOO_LARGE -> "Send less at once.";
            default -> "Correct the request.";
        };
    }
}
