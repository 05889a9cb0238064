package org.nestledger.api.rest;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what fails outside of a controller, in the same form as everything else. */
@RestController
final class ErrorPage implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<Object> error(HttpServletRequest request) {
        HttpStatus status = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(code -> HttpStatus.resolve((Integer) code))
                .orElse(HttpStatus.NOT_FOUND);
        // What the container calls a bad request is one that it cannot read.
        String code = status == HttpStatus.BAD_REQUEST ? "MALFORMED" : status.name();
        return Problem.of(status, code, WebRefusal.detail(status), WebRefusal.remedy(status))
                .response();
    }
}
