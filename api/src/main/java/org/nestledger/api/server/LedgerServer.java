package org.nestledger.api.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.runtime.Settings;
import org.nestledger.api.security.Served;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The web server over an open ledger. */
public final class LedgerServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerServer.class);

    /** A link to the next page repeats a request, which may be long, and has a cursor besides. */
    private static final String LONGEST_HEADERS = "32KB";

    private final ConfigurableApplicationContext context;

    private LedgerServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts to sign, to fold and to serve; returns when requests are taken.
     *
     * @param port the port; what is configured when absent
     * @throws LedgerFailure when the port is taken, the configuration is wrong, the log's key cannot be used, or others than
     *     this machine would be served without anybody being configured
     */
    public static LedgerServer start(LedgerRuntime runtime, @Nullable Integer port) {
        return start(runtime, ServedTo.configured(runtime), port);
    }

    /**
     * The same for the demonstration: on this machine alone, with its own users.
     *
     * @param port the port; what is configured when absent
     */
    public static LedgerServer demonstrate(LedgerRuntime runtime, @Nullable Integer port) {
        return start(runtime, Served.DEMONSTRATION, port);
    }

    private static LedgerServer start(LedgerRuntime runtime, Served served, @Nullable Integer port) {
        runtime.startSigning();
        runtime.projections().start();
        SpringApplication application = new SpringApplication(ServerConfiguration.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("ledgerRuntime", runtime);
            context.getBeanFactory().registerSingleton("served", served);
            Map<String, Object> options = ServedTo.options(served);
            options.put("server.tomcat.max-http-response-header-size", LONGEST_HEADERS);
            if (port != null) {
                options.put("server.port", port);
            }
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("options", options));
        });
        try {
            return new LedgerServer(application.run());
        } catch (RuntimeException problem) {
            throw explained(problem);
        }
    }

    /**
     * Makes sure that the port is free now, before anything is started or recorded that would be in vain.
     *
     * @param port the port; what is configured when absent
     * @throws LedgerFailure when the port is taken
     */
    public static void checkPort(@Nullable Integer port) {
        InetSocketAddress address = Settings.web(port).orElse(null);
        if (address == null) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getAllByName(address.getHostString())[0], address.getPort()));
        } catch (IOException problem) {
            if (String.valueOf(problem.getMessage()).contains("in use")) {
                throw inUse(address.getPort(), problem);
            }
            LOG.debug("the server will say what is wrong", problem);
        }
    }

    private static LedgerFailure inUse(int port, Exception problem) {
        return new LedgerFailure("Port " + port + " is in use: choose another one with --port.", problem);
    }

    private static LedgerFailure explained(RuntimeException problem) {
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return inUse(taken.getPort(), problem);
            }
            if (cause instanceof LedgerFailure failure) {
                return failure;
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

    /** The pattern of each address that a controller answers, below which every request falls. */
    public Set<String> addresses() {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Takes no more requests and answers those that it took. */
    @Override
    public void close() {
        context.close();
    }
}
