package org.nestledger.core.measure;

/** A quantity that cannot be taken exactly: its message says what is wrong and what to write instead. */
public final class InvalidQuantity extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public InvalidQuantity(String message) {
        super(message);
    }
}
