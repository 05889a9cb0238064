package org.nestledger.query.projection;

/** Other read models took the place of those that were folded; these have to be looked at first. */
final class ReplacedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReplacedException() {
        super("the read models were replaced");
    }
}
