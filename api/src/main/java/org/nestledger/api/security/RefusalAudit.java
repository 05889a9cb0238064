package org.nestledger.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.database.Refusal;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.ledger.CommandTypes;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

/** Notes each request that is refused because of who sent it or how much: by its answer, so that none is forgotten. */
final class RefusalAudit extends OncePerRequestFilter {

    private static final Set<Integer> AUDITED =
            Set.of(HttpStatus.UNAUTHORIZED.value(), HttpStatus.FORBIDDEN.value(), HttpStatus.TOO_MANY_REQUESTS.value());
    private static final Set<String> READING = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name());
    private static final String CODE = RefusalAudit.class.getName() + ".code";
    private static final String DONE = RefusalAudit.class.getName() + ".done";
    private static final int LONGEST = 200;

    private final RefusalWriter writer;
    private final Clock clock;

    RefusalAudit(RefusalWriter writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /** Remembers with which code a request is refused. */
    static void refused(HttpServletRequest request, RefusedRequest refused) {
        request.setAttribute(CODE, refused.code());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (AUDITED.contains(response.getStatus()) && request.getAttribute(DONE) == null) {
            HttpStatus status = Objects.requireNonNull(HttpStatus.resolve(response.getStatus()));
            @Nullable Object code = request.getAttribute(CODE);
            note(request, Identity.current(), null, status, code == null ? status.name() : code.toString());
        }
    }

    /**
     * Notes a command that was given without the role for it. It may be one of many in its request. Whoever reads gives none,
     * and is only shown what would come of it.
     */
    void refused(Identity identity, LedgerCommand command) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && !READING.contains(attributes.getRequest().getMethod())) {
            attributes.getRequest().setAttribute(DONE, true);
            note(attributes.getRequest(), identity, command, HttpStatus.FORBIDDEN, "NOT_PERMITTED");
        }
    }

    private void note(
            HttpServletRequest request,
            Identity identity,
            @Nullable LedgerCommand command,
            HttpStatus status,
            String code) {
        writer.add(new Refusal(
                0,
                clock.instant(),
                identity.isKnown() ? identity.actor() : null,
                request.getRemoteAddr(),
                shown(request.getMethod()),
                shown(request.getRequestURI()),
                command == null ? null : CommandTypes.name(command.getClass()),
                command == null ? null : command.zone(),
                status.value(),
                code,
                1));
    }

    /** Text of a stranger: the database takes no zero, and nobody more than a line. */
    private static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
