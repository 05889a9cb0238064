package org.nestledger.core.log.checkpoint;

/** A log signed two checkpoints that cannot both be of one history. Whoever has both can prove it to others. */
public final class ContradictionException extends UnverifiedException {

    private static final long serialVersionUID = 1L;

    private final transient Checkpoint earlier;
    private final transient SignedNote served;

    /**
     * A contradiction.
     *
     * @param what a clause that says what is wrong
     * @param earlier the one that was known
     * @param served the one that the log has now
     */
    public ContradictionException(String what, Checkpoint earlier, SignedNote served) {
        super(what);
        this.earlier = earlier;
        this.served = served;
    }

    /** The checkpoint that was known. */
    public Checkpoint earlier() {
        return earlier;
    }

    /** The checkpoint that the log has now, as it was signed. */
    public SignedNote served() {
        return served;
    }
}
