package org.nestledger.api.security;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.server.LedgerServer;
import org.nestledger.api.testing.BookCommands;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import org.nestledger.core.testing.TestDatabase;

/**
 * A server with identities over two zones, {@code own} with books and a {@code sub} within it, and {@code foreign}; one for
 * all tests of this JVM.
 */
final class SecuredLedger implements AutoCloseable {

    private static SecuredLedger shared;

    private final LedgerRuntime runtime =
            LedgerRuntime.open(ServedLedger.at(TestDatabase.create().jdbcUrl()), Clock.systemUTC());
    private final String everything = ServedLedger.token(
            runtime, List.of("headquarters@*", "committee@*", "platform@*", "province@*", "auditor@*"));
    private final LedgerServer server = LedgerServer.start(runtime, 0);
    private final Map<String, Http> bearers = new HashMap<>();

    private SecuredLedger() {
        designate("own", null);
        designate("sub", "own");
        designate("foreign", null);
        for (BookCommands.Given command : BookCommands.of("own")) {
            Http.Answer answer = everything().command(command.name(), command.body());
            if (answer.status() != 201) {
                throw new IllegalStateException(command + " " + answer);
            }
        }
        await(runtime.log().head());
    }

    static synchronized SecuredLedger shared() {
        if (shared == null) {
            shared = new SecuredLedger();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    private void designate(String zone, String parent) {
        Http.Answer answer = everything().command("DesignateZone", zone(zone, parent));
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.toString());
        }
    }

    /** The command that designates a zone, {@code null} as parent for none. */
    static String zone(String zone, String parent) {
        return """
            {"commandId":"zone-%s","zone":"%s","kind":"%s","name":"Zone","occurredOn":"2020-01-01"%s}""".formatted(
                        zone,
                        zone,
                        parent == null ? "ZONE" : "SUB_ZONE",
                        parent == null ? "" : ",\"parent\":\"" + parent + "\"");
    }

    private void await(long position) {
        Http.Answer answer = everything().get("/api/v1/zones?minPosition=" + position);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
    }

    LedgerRuntime runtime() {
        return runtime;
    }

    LedgerServer server() {
        return server;
    }

    long head() {
        return runtime.log().head();
    }

    Http nobody() {
        return new Http(server.address());
    }

    Http everything() {
        return nobody().bearing(everything);
    }

    /** Somebody who is this, such as {@code committee@own}; the same one each time. */
    Http bearer(String grant) {
        return bearers.computeIfAbsent(grant, it -> nobody().bearing(ServedLedger.token(runtime, List.of(it))));
    }

    /** An address of {@link EndpointTable} within {@code own}. */
    String address(String request) {
        String address = request.replace("{z}", "own").replace("{position}", "1");
        if (address.contains("{fund}")) {
            return address.replace("{fund}", fund());
        }
        return address.contains("{proposal}") ? address.replace("{proposal}", proposal()) : address;
    }

    private String fund() {
        return everything()
                .get("/api/v1/funds?zone=own")
                .json()
                .at("/items/0/id")
                .asString();
    }

    /** One within the zone, the same each time. */
    private String proposal() {
        everything().command("DesignateZone", zone("agreed", "own"));
        everything().command("RequireApproval", """
            {"commandId":"agreed","zone":"agreed","matters":["PUBLICATION"],"occurredOn":"2021-01-01"}""");
        return everything()
                .command("PublishFigure", Commands.figure("agreed", "agreed", "land.acquired", "1", "exact"))
                .json()
                .get("proposal")
                .asString();
    }

    @Override
    public void close() {
        server.close();
        runtime.close();
    }
}
