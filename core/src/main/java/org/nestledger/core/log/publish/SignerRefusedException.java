package org.nestledger.core.log.publish;

import org.jspecify.annotations.Nullable;

/** Nothing may be signed until a person has looked. The message is a sentence that says why and what to do. */
public final class SignerRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SignerRefusedException(String sentence) {
        super(sentence);
    }

    SignerRefusedException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
