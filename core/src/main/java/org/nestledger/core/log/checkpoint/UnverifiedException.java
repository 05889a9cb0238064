package org.nestledger.core.log.checkpoint;

/** Something is not what it claims to be. The message is a clause that says what is wrong with it. */
public sealed class UnverifiedException extends RuntimeException permits ContradictionException {

    private static final long serialVersionUID = 1L;

    public UnverifiedException(String what) {
        super(what);
    }

    public UnverifiedException(String what, Throwable cause) {
        super(what, cause);
    }

    /** The clause. */
    public String what() {
        return String.valueOf(getMessage());
    }
}
