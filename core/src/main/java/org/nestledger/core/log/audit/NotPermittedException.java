package org.nestledger.core.log.audit;

import java.io.IOException;

/** A server does not let everybody read a file; the message says which one and how it answers. */
public final class NotPermittedException extends IOException {

    private static final long serialVersionUID = 1L;

    NotPermittedException(String message) {
        super(message);
    }
}
