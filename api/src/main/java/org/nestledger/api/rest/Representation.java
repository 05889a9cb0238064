package org.nestledger.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.HandlerMapping;

/** In which of the forms that an address has the answer is given (RFC 9110, 12.5.1). */
final class Representation implements ContentNegotiationStrategy {

    private static final ContentNegotiationStrategy HEADER = new HeaderContentNegotiationStrategy();

    /** What is accepted, dearest first. A form with {@code q=0} is not accepted. */
    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        List<MediaType> stated = HEADER.resolveMediaTypes(request);
        List<MediaType> accepted =
                stated.stream().filter(Representation::isAccepted).toList();
        if (accepted.isEmpty()) {
            throw new HttpMediaTypeNotAcceptableException("nothing is accepted");
        }
        return accepted;
    }

    private static boolean isAccepted(MediaType type) {
        return type.getQualityValue() > 0;
    }

    /** The form that the answer to a request will have; it is kept for whoever writes the answer. */
    static String of(HttpServletRequest request) {
        List<MediaType> forms =
                request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) instanceof Set<?> set
                        ? set.stream().map(MediaType.class::cast).toList()
                        : List.of(MediaType.APPLICATION_JSON);
        MediaType chosen = chosen(request, forms);
        request.setAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE, Set.of(chosen));
        return chosen.toString();
    }

    private static MediaType chosen(HttpServletRequest request, List<MediaType> forms) {
        try {
            List<MediaType> stated = HEADER.resolveMediaTypes(new ServletWebRequest(request));
            return stated.stream()
                    .filter(Representation::isAccepted)
                    .flatMap(range -> forms.stream().filter(form -> range.includes(form) && !isRefused(form, stated)))
                    .findFirst()
                    .orElse(forms.getFirst());
        } catch (HttpMediaTypeNotAcceptableException unreadable) {
            return forms.getFirst();
        }
    }

    private static boolean isRefused(MediaType form, List<MediaType> stated) {
        return stated.stream()
                .filter(range -> !isAccepted(range))
                .anyMatch(range -> range.isConcrete() && range.equalsTypeAndSubtype(form));
    }
}
