package org.nestledger.api.runtime;

import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;

/** The program's own log, on the error stream. */
public final class ProgramLog {

    private ProgramLog() {}

    /**
     * Sets the log up before anything writes to it. A server that starts later finds it ready and only applies its
     * {@code logging.level} settings; by itself it would reset it, under the hands of threads that write.
     */
    public static void open() {
        LoggingSystem system = LoggingSystem.get(ProgramLog.class.getClassLoader());
        system.beforeInitialize();
        system.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
    }
}
