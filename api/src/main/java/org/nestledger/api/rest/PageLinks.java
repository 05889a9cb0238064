package org.nestledger.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.page.Page;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.UriComponentsBuilder;

/** Says in a {@code Link} where a list goes on, which in CSV has no other place. Comes before an answer is made ready. */
@RestControllerAdvice
@Order(0)
final class PageLinks implements ResponseBodyAdvice<Object> {

    private static final String CURSOR = "cursor";

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof Page<?> page && page.next() != null && request instanceof ServletServerHttpRequest asked) {
            response.getHeaders().add(HttpHeaders.LINK, next(asked.getServletRequest(), page.next()));
        }
        return body;
    }

    /** The same request with another cursor; what waits for a write need not wait again. */
    private static String next(HttpServletRequest request, String cursor) {
        Map<String, Object> values = new HashMap<>();
        request.getParameterMap().forEach((name, given) -> values.put(name, given[0]));
        values.remove(RequestRules.MIN_POSITION);
        values.put(CURSOR, cursor);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(request.getRequestURI());
        for (String name : new TreeSet<>(values.keySet())) {
            address.queryParam(name, "{" + name + "}");
        }
        return "<" + address.encode().buildAndExpand(values).toUriString() + ">; rel=\"next\"";
    }
}
