package org.nestledger.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.report.KnownAt;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Whatever is read of the ledger as known at a moment has a strong entity tag, which is known before the answer is: who has
 * the answer already is told so (304), and nothing is computed.
 */
@RestControllerAdvice
final class ReadTags implements HandlerInterceptor, ResponseBodyAdvice<Object> {

    private static final String MOMENT = ReadTags.class.getName() + ".moment";
    private static final String SURE = ReadTags.class.getName() + ".sure";
    private static final String VARY = "Accept, Authorization";
    private static final CacheControl ASK_AGAIN = CacheControl.noCache().cachePrivate();

    /** Not for ever: a later release may say more about the same position. */
    private static final CacheControl KEEP =
            CacheControl.maxAge(Duration.ofHours(1)).cachePrivate();

    private final ReadMoments moments;
    private final AnswerCache answers;
    private final Shortcuts shortcuts;

    ReadTags(ReadMoments moments, AnswerCache answers, Shortcuts shortcuts) {
        this.moments = moments;
        this.answers = answers;
        this.shortcuts = shortcuts;
    }

    /** The moment that a request asks about; absent when it will be refused. */
    static Optional<ReadMoment> moment(HttpServletRequest request) {
        return request.getAttribute(MOMENT) instanceof ReadMoment moment ? Optional.of(moment) : Optional.empty();
    }

    /** Notes that the answer to a request is of the moment that it asks about, whatever was recorded meanwhile. */
    static void sure(HttpServletRequest request) {
        request.setAttribute(SURE, true);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || !hasTag(method.getMethodParameters())) {
            return true;
        }
        ReadMoment moment = moments.known(request).orElse(null);
        if (moment == null) {
            return true;
        }
        ETag tag = ReadTag.of(request, moment);
        request.setAttribute(MOMENT, moment);
        if (!answered(tag, moment, request, response)) {
            return true;
        }
        shortcuts.note(request, moment, tag);
        return false;
    }

    /** Answers with what the client has already or what is kept here, if there is such a thing. */
    boolean answered(ETag tag, ReadMoment moment, HttpServletRequest request, HttpServletResponse response) {
        IfNoneMatch held = IfNoneMatch.of(request);
        if (!held.has(tag)) {
            return !held.hasAny() && answers.give(tag.formattedTag(), request, response);
        }
        response.setStatus(HttpStatus.NOT_MODIFIED.value());
        response.setHeader(HttpHeaders.ETAG, tag.formattedTag());
        response.setHeader(HttpHeaders.CACHE_CONTROL, cache(moment).getHeaderValue());
        response.setHeader(HttpHeaders.VARY, VARY);
        return true;
    }

    private static boolean hasTag(MethodParameter[] parameters) {
        return Arrays.stream(parameters).anyMatch(parameter -> parameter.getParameterType() == KnownAt.class);
    }

    private static CacheControl cache(ReadMoment moment) {
        return moment.lasting() ? KEEP : ASK_AGAIN;
    }

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return method.getMethod() != null
                && Arrays.asList(method.getMethod().getParameterTypes()).contains(KnownAt.class);
    }

    /** Whoever asked for anything but what there is gets nothing when there is something. */
    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (request instanceof ServletServerHttpRequest asked
                && response instanceof ServletServerHttpResponse given
                && given.getServletResponse().getStatus() == HttpStatus.OK.value()) {
            label(asked.getServletRequest(), given.getHeaders());
            if (IfNoneMatch.of(asked.getServletRequest()).hasAny()) {
                given.setStatusCode(HttpStatus.NOT_MODIFIED);
                return null;
            }
        }
        return body;
    }

    /**
     * Positions only grow: an answer that was computed between two looks at the same one is of that one. While somebody
     * writes it may be of either, and then it has no tag.
     */
    private void label(HttpServletRequest request, HttpHeaders headers) {
        headers.set(HttpHeaders.VARY, VARY);
        headers.setCacheControl(ASK_AGAIN);
        moment(request).filter(moment -> isOf(moment, request)).ifPresent(moment -> {
            String tag = ReadTag.of(request, moment).formattedTag();
            headers.setETag(tag);
            AnswerCache.mayKeep(request, tag);
            headers.setCacheControl(cache(moment));
        });
    }

    private boolean isOf(ReadMoment moment, HttpServletRequest request) {
        return request.getAttribute(SURE) != null
                || moments.of(request).filter(moment::equals).isPresent();
    }
}
