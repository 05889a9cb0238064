package org.nestledger.api.server;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.runtime.LedgerRuntime;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The web server over an open ledger. */
public final class LedgerServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private LedgerServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts to fold and to serve; returns when requests are taken.
     *
     * @param port the port; what is configured when absent
     * @throws LedgerFailure when the port is taken or the configuration is wrong
     */
    public static LedgerServer start(LedgerRuntime runtime, @Nullable Integer port) {
        runtime.projections().start();
        SpringApplication application = new SpringApplication(ServerConfiguration.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("ledgerRuntime", runtime);
            if (port != null) {
                Map<String, Object> options = new HashMap<>(Map.of("server.port", port));
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("options", options));
            }
        });
        try {
            return new LedgerServer(application.run());
        } catch (RuntimeException problem) {
            throw explained(problem);
        }
    }

    private static LedgerFailure explained(RuntimeException problem) {
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return new LedgerFailure(
                        "Port " + taken.getPort() + " is in use: choose another one with --port.", problem);
            }
        }
        return new LedgerFailure("The server does not start; --debug says why.", problem);
    }

    /** Where it takes requests. */
    public String address() {
        String host = context.getEnvironment().getProperty("server.address", "127.0.0.1");
        return "http://" + host + ":" + port();
    }

    public int port() {
        WebServerApplicationContext web = (WebServerApplicationContext) context;
        return Objects.requireNonNull(web.getWebServer()).getPort();
    }

    /** Takes no more requests and answers those that it took. */
    @Override
    public void close() {
        context.close();
    }
}
