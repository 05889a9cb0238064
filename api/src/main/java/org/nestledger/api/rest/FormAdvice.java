package org.nestledger.api.rest;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A request in a form that its address does not take is told which ones it takes. */
@RestControllerAdvice
@Order(0)
final class FormAdvice {

    private static final String ACCEPT_POST = "Accept-Post";

    @ExceptionHandler
    ResponseEntity<Object> method(HttpRequestMethodNotSupportedException wrong) {
        Set<String> allowed = new TreeSet<>();
        String[] supported = wrong.getSupportedMethods();
        if (supported != null) {
            allowed.addAll(List.of(supported));
        }
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        allowed.add("OPTIONS");
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ALLOW, String.join(",", allowed));
        return response(HttpStatus.METHOD_NOT_ALLOWED, "Use a method that the Allow header names.", headers);
    }

    @ExceptionHandler
    ResponseEntity<Object> body(HttpMediaTypeNotSupportedException wrong) {
        HttpHeaders headers = new HttpHeaders();
        headers.setAccept(wrong.getSupportedMediaTypes());
        headers.set(ACCEPT_POST, MediaType.toString(wrong.getSupportedMediaTypes()));
        return response(HttpStatus.UNSUPPORTED_MEDIA_TYPE, sentence("Send ", wrong.getSupportedMediaTypes()), headers);
    }

    @ExceptionHandler(EncodedBody.class)
    ResponseEntity<Object> encoded() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_ENCODING, RequestRules.IDENTITY);
        return Problem.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE.name(),
                        "The body is encoded, as the header Content-Encoding says, and is taken only as it is.",
                        "Send it without an encoding.")
                .response(headers);
    }

    @ExceptionHandler
    ResponseEntity<Object> answer(HttpMediaTypeNotAcceptableException wrong) {
        return response(
                HttpStatus.NOT_ACCEPTABLE, sentence("Accept ", wrong.getSupportedMediaTypes()), HttpHeaders.EMPTY);
    }

    private static String sentence(String verb, List<MediaType> types) {
        return types.isEmpty()
                ? "Correct the header, or leave it out."
                : types.stream().map(MediaType::toString).collect(Collectors.joining(" or ", verb, "."));
    }

    private static ResponseEntity<Object> response(HttpStatus status, String remedy, HttpHeaders headers) {
        return Problem.of(status, status.name(), WebRefusal.detail(status), remedy)
                .response(headers);
    }
}
