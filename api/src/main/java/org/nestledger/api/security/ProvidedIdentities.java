package org.nestledger.api.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Whoever an identity provider has signed a token for: the subject is who it is, a claim says what they are and where. */
final class ProvidedIdentities implements Converter<Jwt, AbstractAuthenticationToken> {

    private static final int LONGEST = 100;

    private final String claim;

    /** @param claim of a list of texts like {@code committee@zhaoqing} */
    ProvidedIdentities(String claim) {
        this.claim = claim;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        String subject = token.getSubject();
        if (subject == null || subject.isBlank()) {
            throw new InvalidBearerTokenException("The token has no subject.");
        }
        String actor = "oidc:" + URLEncoder.encode(subject, StandardCharsets.UTF_8);
        if (actor.length() > LONGEST) {
            throw new InvalidBearerTokenException("The subject is too long.");
        }
        return new SignedIn(new Identity(
                actor, grants(token).stream().map(ProvidedIdentities::grant).collect(Collectors.toUnmodifiableSet())));
    }

    private List<String> grants(Jwt token) {
        try {
            List<String> grants = token.getClaimAsStringList(claim);
            return grants == null ? List.of() : grants;
        } catch (IllegalArgumentException noList) {
            throw new InvalidBearerTokenException("The claim " + claim + " is no list of texts.", noList);
        }
    }

    private static Grant grant(String text) {
        try {
            return Grant.parse(text);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidBearerTokenException(String.valueOf(unknown.getMessage()), unknown);
        }
    }
}
