package org.nestledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers what a filter refuses as everything else is answered that goes wrong. */
@Component
final class Refuser {

    private final HandlerExceptionResolver problems;

    Refuser(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, Exception refused) {
        if (problems.resolveException(request, response, null, refused) == null) {
            throw new IllegalStateException("nothing answers a refusal", refused);
        }
    }
}
