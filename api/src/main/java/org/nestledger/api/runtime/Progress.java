package org.nestledger.api.runtime;

/** Is told how far a long piece of work has come. */
public interface Progress {

    /** Nobody is told. */
    Progress NONE = (done, total) -> {};

    /**
     * Some of it is done.
     *
     * @param total how much there is, 0 when that is not known
     */
    void reached(long done, long total);
}
