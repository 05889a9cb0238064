package org.nestledger.api.security;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** That nobody is told apart from anybody else, and how to change that. */
@Component
final class Unauthenticated {

    private final Served served;

    Unauthenticated(Served served) {
        this.served = served;
    }

    /** A request without anything that says who sends it. */
    RefusedRequest refusal() {
        return refusal("This needs somebody who is known.", "Bearer realm=\"Nest Ledger\"");
    }

    /** A request with something that is not taken. Why is not told: it may be a guess. */
    RefusedRequest invalid() {
        return refusal(
                "The token or password is not taken: it is unknown, expired or revoked.",
                "Bearer realm=\"Nest Ledger\", error=\"invalid_token\"");
    }

    private RefusedRequest refusal(String detail, String challenge) {
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.WWW_AUTHENTICATE, challenge);
        String remedy = "Send \"Authorization: Bearer TOKEN\"; ./ledger token create makes one.";
        if (served == Served.DEMONSTRATION) {
            headers.add(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Nest Ledger demonstration\"");
            remedy = "Be one of headquarters, committee, platform and auditor, with the password demo (HTTP Basic).";
        }
        return new RefusedRequest(HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", detail, remedy, headers);
    }
}
