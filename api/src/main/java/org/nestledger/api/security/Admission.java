package org.nestledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BooleanSupplier;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** Whether what a request proved of its sender when it came would still be taken, for answers that go on for long. */
@Component
public final class Admission {

    private final Credentials credentials = new Credentials();
    private final ProviderManager identities;

    Admission(ProviderManager identities) {
        this.identities = identities;
    }

    /** Asked later, it says so of then. Whoever proved nothing is let in as everybody is. */
    public BooleanSupplier of(HttpServletRequest request) {
        Authentication presented = credentials.convert(request);
        return presented == null ? () -> true : () -> isTaken(presented);
    }

    private boolean isTaken(Authentication presented) {
        try {
            return identities.authenticate(presented).isAuthenticated();
        } catch (AuthenticationServiceException unreachable) {
            return true; // nothing is known against it
        } catch (AuthenticationException refused) {
            return false;
        }
    }
}
