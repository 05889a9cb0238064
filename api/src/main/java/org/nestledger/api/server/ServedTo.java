package org.nestledger.api.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.nestledger.api.database.ApiTokens;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.runtime.Settings;
import org.nestledger.api.security.Served;

/** Decides whom a server serves, before it listens. */
final class ServedTo {

    private ServedTo() {}

    /**
     * Those who are configured; without any, whoever is on this machine.
     *
     * @throws LedgerFailure when nobody is configured and others than this machine could reach the server
     */
    static Served configured(LedgerRuntime runtime) {
        if (Settings.isIdentityProviderConfigured()
                || new ApiTokens(runtime.database().requests()).isAnyValid(Instant.now())) {
            return Served.IDENTITIES;
        }
        String address =
                Settings.web(null).map(InetSocketAddress::getHostString).orElse("");
        if (isThisMachine(address)) {
            return Served.THIS_MACHINE;
        }
        throw new LedgerFailure("Nobody is configured who may use the server, so it does not listen on \"" + address
                + "\": make a token with ./ledger token create, or configure an identity provider"
                + " (SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI), or leave SERVER_ADDRESS out.");
    }

    /** What follows from it for the web server. */
    static Map<String, Object> options(Served served) {
        Map<String, Object> options = new HashMap<>();
        if (served == Served.DEMONSTRATION) {
            options.put("server.address", "127.0.0.1");
        }
        options.put("management.endpoint.health.show-details", served.isOpen() ? "always" : "when-authorized");
        return options;
    }

    /** An empty address stands for all of a machine's. */
    private static boolean isThisMachine(String address) {
        try {
            return !address.isBlank()
                    && Arrays.stream(InetAddress.getAllByName(address)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
