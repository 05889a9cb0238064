package org.nestledger.api.exchange;

/** The import cannot go on. What was recorded stays; importing the same again continues. */
final class ImportStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportStopped(String message, Throwable cause) {
        super(message, cause);
    }
}
