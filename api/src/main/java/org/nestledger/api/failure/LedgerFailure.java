package org.nestledger.api.failure;

import org.jspecify.annotations.Nullable;

/** What keeps the program from doing what it was asked: one sentence for the person who asked, without secrets. */
public final class LedgerFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LedgerFailure(String sentence) {
        this(sentence, null);
    }

    public LedgerFailure(String sentence, @Nullable Throwable cause) {
        super(sentence.lines().map(String::strip).reduce((a, b) -> a + " " + b).orElse(""), cause);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
