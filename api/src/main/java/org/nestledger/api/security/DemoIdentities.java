package org.nestledger.api.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Role;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Recognises the users of the demonstration, all of whom have the password that everybody knows. */
final class DemoIdentities implements AuthenticationProvider {

    private static final byte[] PASSWORD = "demo".getBytes(StandardCharsets.UTF_8);

    private static final Map<String, Role> USERS = Map.of(
            "headquarters", Role.HEADQUARTERS,
            "committee", Role.COMMITTEE,
            "platform", Role.PLATFORM,
            "auditor", Role.AUDITOR);

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication presented) {
        @Nullable Role role = USERS.get(presented.getName());
        if (role == null || !isPassword(presented.getCredentials())) {
            throw new BadCredentialsException("not taken");
        }
        return new SignedIn(new Identity("demo:" + presented.getName(), Set.of(new Grant(role, Grant.EVERYWHERE))));
    }

    private static boolean isPassword(@Nullable Object stated) {
        return stated != null
                && MessageDigest.isEqual(PASSWORD, stated.toString().getBytes(StandardCharsets.UTF_8));
    }
}
