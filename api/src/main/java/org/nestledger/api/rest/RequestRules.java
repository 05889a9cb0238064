package org.nestledger.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.projection.ProjectionStatus;
import org.nestledger.query.projection.Projections;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * What holds for every request of the ledger's interface: a parameter that is not known or stated twice is a mistake and
 * not to be passed over, a body is not encoded, and {@code minPosition} waits for a write.
 */
@Component
public final class RequestRules implements HandlerInterceptor {

    static final String MIN_POSITION = "minPosition";

    /** That a body is not encoded. */
    static final String IDENTITY = "identity";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Projections projections;

    RequestRules(Projections projections) {
        this.projections = projections;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        if (handler instanceof HandlerMethod method && !request.getMethod().equals("OPTIONS")) {
            checkEncoding(request.getHeader(HttpHeaders.CONTENT_ENCODING));
            checkNames(request.getParameterMap(), known(method, request.getMethod()));
            AreaUnitAdvice.check(request.getParameter(AreaUnitAdvice.PARAMETER));
            awaitPosition(request.getParameter(MIN_POSITION));
        }
        return true;
    }

    private static void checkEncoding(@Nullable String encoding) {
        if (encoding != null && !encoding.equalsIgnoreCase(IDENTITY)) {
            throw new EncodedBody();
        }
    }

    private static Set<String> known(HandlerMethod method, String verb) {
        Set<String> names = Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(MethodParameter::getParameter)
                .map(java.lang.reflect.Parameter::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        names.addAll(implied(method, verb));
        return names;
    }

    /** The parameters that a controller's method takes without naming them. */
    public static Set<String> implied(HandlerMethod method, String verb) {
        if (verb.equals("POST")) {
            return Set.of();
        }
        return AreaUnitAdvice.shows(method) ? Set.of(MIN_POSITION, AreaUnitAdvice.PARAMETER) : Set.of(MIN_POSITION);
    }

    private static void checkNames(Map<String, String[]> given, Set<String> known) {
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw new ProblemException(Problem.parameter(
                        "UNKNOWN_PARAMETER",
                        "There is no parameter \"" + abbreviated(name) + "\" here.",
                        known.isEmpty() ? "Leave it out." : "Use " + String.join(", ", known) + "."));
            }
            if (values.length > 1 || values[0].isBlank()) {
                throw new ProblemException(Problem.parameter(
                        "INVALID_PARAMETER",
                        "The parameter \"" + name + "\" is " + (values.length > 1 ? "stated twice." : "empty."),
                        "State it once, or leave it out."));
            }
            if (values[0].chars().anyMatch(Character::isISOControl)) {
                throw new ProblemException(Problem.parameter(
                        "INVALID_PARAMETER",
                        "The parameter \"" + name + "\" holds control characters.",
                        "Leave them out."));
            }
        });
    }

    private void awaitPosition(@Nullable String stated) throws InterruptedException {
        if (stated == null) {
            return;
        }
        if (!stated.matches("[0-9]{1,18}")) {
            throw new ProblemException(Problem.parameter(
                    "INVALID_PARAMETER",
                    "The parameter \"" + MIN_POSITION + "\" is no position.",
                    "Give the lastPosition of a command's answer."));
        }
        long position = Long.parseLong(stated);
        if (!projections.awaitPosition(position, PATIENCE)) {
            ProjectionStatus status = projections.status();
            if (status instanceof ProjectionStatus.Rebuilding) {
                throw new ProblemException(Problem.upgrading(status));
            }
            throw new ProblemException(Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "NOT_YET",
                    "Position " + position + " is not in the read models yet; they hold " + status.position() + ".",
                    "Ask again in a moment; if it does not come, see /actuator/health."));
        }
    }

    private static String abbreviated(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
