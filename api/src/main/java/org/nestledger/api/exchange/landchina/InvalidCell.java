package org.nestledger.api.exchange.landchina;

/** A cell that does not say what its heading promises: what is wrong, and what to write instead. */
final class InvalidCell extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    InvalidCell(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
