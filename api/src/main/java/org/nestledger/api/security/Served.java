package org.nestledger.api.security;

/** To whom the server answers. */
public enum Served {

    /** On this machine only, and nobody is configured: everybody reads, an API token is needed for commands. */
    THIS_MACHINE,

    /** The demonstration, on this machine only: everybody reads, its named users give commands. */
    DEMONSTRATION,

    /** Identities are configured, and nobody else is answered. */
    IDENTITIES;

    /** Whether whoever reaches the server may read. */
    public boolean isOpen() {
        return this != IDENTITIES;
    }
}
