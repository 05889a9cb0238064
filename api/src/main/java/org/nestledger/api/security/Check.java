package org.nestledger.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Consumer;
import org.springframework.web.filter.OncePerRequestFilter;

/** A filter that lets a request pass unless something is wrong with it. */
final class Check extends OncePerRequestFilter {

    private final Refuser refuser;
    private final Consumer<HttpServletRequest> check;
    private final String name;

    /** @param check throws a {@link RefusedRequest} when it finds something */
    Check(String name, Refuser refuser, Consumer<HttpServletRequest> check) {
        this.name = name;
        this.refuser = refuser;
        this.check = check;
    }

    @Override
    protected String getAlreadyFilteredAttributeName() {
        return Check.class.getName() + "." + name;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            check.accept(request);
        } catch (RefusedRequest refused) {
            refuser.refuse(request, response, refused);
            return;
        }
        chain.doFilter(request, response);
    }
}
