package org.nestledger.api.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.nestledger.api.rest.Shortcuts.Shortcut;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Gives a kept answer before the request is looked at closely: to find what answers it and to check its parameters takes
 * longer than all the rest, and has the same outcome as the last time. Comes after everything that asks who it is.
 */
@Component
@Order(ShortcutFilter.AFTER_SECURITY)
final class ShortcutFilter extends OncePerRequestFilter {

    static final int AFTER_SECURITY = 0;

    private final Shortcuts shortcuts;
    private final ReadMoments moments;
    private final ReadTags tags;

    ShortcutFilter(Shortcuts shortcuts, ReadMoments moments, ReadTags tags) {
        this.shortcuts = shortcuts;
        this.moments = moments;
        this.tags = tags;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Shortcut known = shortcuts.of(request).orElse(null);
        if (known != null
                && known.clearance().isHeld()
                && moments.isCurrent(known.moment(), known.signs())
                && tags.answered(known.tag(), known.moment(), request, response)) {
            ServerHttpObservationFilter.findObservationContext(request)
                    .ifPresent(context -> context.setPathPattern(known.pattern()));
            return;
        }
        chain.doFilter(request, response);
    }
}
