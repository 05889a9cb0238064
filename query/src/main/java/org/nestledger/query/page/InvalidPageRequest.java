package org.nestledger.query.page;

/** A page that cannot be given; the message says what to ask for instead. */
public final class InvalidPageRequest extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public InvalidPageRequest(String message) {
        super(message);
    }
}
