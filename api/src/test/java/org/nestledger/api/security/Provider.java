package org.nestledger.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** An identity provider on this machine: what it says of itself, and its keys, over HTTP. */
final class Provider implements AutoCloseable {

    private static final int STRENGTH = 2048;

    private final int port;
    private HttpServer server;
    private RSAKey key;

    private Provider(HttpServer server, RSAKey key) {
        this.server = server;
        this.port = server.getAddress().getPort();
        this.key = key;
    }

    static Provider start() throws IOException, JOSEException {
        Provider provider = new Provider(listen(0), key("first"));
        provider.serve();
        return provider;
    }

    String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /** Signs with another key from now on, and no longer publishes the one before. */
    void changeKey(String id) throws JOSEException {
        key = key(id);
    }

    void stop() {
        server.stop(0);
    }

    void startAgain() throws IOException {
        server = listen(port);
        serve();
    }

    JWTClaimsSet.Builder claims(String subject) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(subject)
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .claim("nest_ledger", List.of("headquarters@*"));
    }

    String sign(JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private void serve() {
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(
                        exchange,
                        "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\",\"subject_types_supported\":[\"public\"]}"
                                .formatted(issuer(), issuer())));
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.start();
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private static HttpServer listen(int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    }

    private static RSAKey key(String id) throws JOSEException {
        return new RSAKeyGenerator(STRENGTH).keyID(id).generate();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
