package org.nestledger.api.rest;

/** The body of a request is encoded, as with gzip, which is taken nowhere. */
final class EncodedBody extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EncodedBody() {
        super(null, null, false, false);
    }
}
