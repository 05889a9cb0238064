package org.nestledger.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.area.ShownAreas;
import org.nestledger.core.measure.AreaUnit;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Shows the areas of whatever is answered in the unit that the parameter {@code areaUnit} asks for. */
@RestControllerAdvice
@Order(1)
final class AreaUnitAdvice implements ResponseBodyAdvice<Object> {

    static final String PARAMETER = "areaUnit";

    /** Whether what a method answers has areas that could be shown in another unit: bytes and streams are as they are. */
    static boolean shows(HandlerMethod method) {
        ResolvableType answer = ResolvableType.forMethodReturnType(method.getMethod());
        return !byte[].class.equals(answer.getGeneric().resolve()) && !SseEmitter.class.equals(answer.resolve());
    }

    /** @throws ProblemException when there is no such unit */
    static void check(@Nullable String stated) {
        if (stated != null && !AreaUnit.isOne(stated)) {
            throw new ProblemException(Problem.parameter(
                    "INVALID_PARAMETER", "There is no unit of area \"" + stated + "\".", "Use mu, ha, m2 or acre."));
        }
    }

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return JacksonJsonHttpMessageConverter.class.isAssignableFrom(converter)
                || CsvConverter.class.isAssignableFrom(converter);
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body == null) {
            return null;
        }
        String stated = request instanceof ServletServerHttpRequest of ? parameter(of.getServletRequest()) : null;
        ShownAreas areas = stated == null || !AreaUnit.isOne(stated)
                ? ShownAreas.AS_RECORDED
                : new ShownAreas(AreaUnit.of(stated));
        if (CsvConverter.class.isAssignableFrom(converter)) {
            return new CsvConverter.Shown(body, areas);
        }
        return areas.unit() == null ? body : areas.json(body);
    }

    private static @Nullable String parameter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") ? request.getParameter(PARAMETER) : null;
    }
}
