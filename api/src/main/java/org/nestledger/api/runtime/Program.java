package org.nestledger.api.runtime;

import java.util.Optional;
import java.util.UUID;

/** Which program this is. */
public final class Program {

    private static final String OF_THIS_PROCESS = UUID.randomUUID().toString();

    private Program() {}

    /** The version of the jar; none when there is no jar. */
    public static Optional<String> version() {
        return Optional.ofNullable(Program.class.getPackage().getImplementationVersion());
    }

    /**
     * The same for programs that answer the same, on every node and after every restart. Different builds may have the same
     * version while it is not released, so that each process of such a build is a program of its own.
     */
    public static String identity() {
        return identity(version(), OF_THIS_PROCESS);
    }

    static String identity(Optional<String> version, String process) {
        return version.filter(stated -> !stated.endsWith("-SNAPSHOT")).orElse(process);
    }
}
