package org.nestledger.api.exchange;

/** The count of rows; every row read is recorded, was already there, or is refused. */
record Tally(long recorded, long alreadyThere, long refused) {

    static final Tally NONE = new Tally(0, 0, 0);

    long read() {
        return recorded + alreadyThere + refused;
    }

    Tally plus(RowOutcome.Fate fate) {
        return switch (fate) {
            case RECORDED -> new Tally(recorded + 1, alreadyThere, refused);
            case ALREADY_THERE -> new Tally(recorded, alreadyThere + 1, refused);
            case REFUSED -> new Tally(recorded, alreadyThere, refused + 1);
        };
    }

    Tally plus(Tally other) {
        return new Tally(recorded + other.recorded, alreadyThere + other.alreadyThere, refused + other.refused);
    }

    /** The last line of every import. */
    @Override
    public String toString() {
        return "read %d, recorded %d, already there %d, refused %d".formatted(read(), recorded, alreadyThere, refused);
    }
}
