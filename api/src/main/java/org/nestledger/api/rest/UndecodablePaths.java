package org.nestledger.api.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.nestledger.api.runtime.ApiJson;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.RequestPath;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a path that cannot be decoded. Everything after this reads the path and would fail on it, also what makes problems
 * of failures, so the problem is written here.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UndecodablePaths extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isDecodable(request)) {
            chain.doFilter(request, response);
            return;
        }
        Problem problem = Problem.of(
                HttpStatus.BAD_REQUEST, "MALFORMED", "The path is not encoded as one in a URL is.", "Encode it so.");
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(ApiJson.mapper().writeValueAsBytes(problem));
    }

    private static boolean isDecodable(HttpServletRequest request) {
        try {
            RequestPath _ = RequestPath.parse(request.getRequestURI(), request.getContextPath());
            return true;
        } catch (IllegalArgumentException undecodable) {
            return false;
        }
    }
}
