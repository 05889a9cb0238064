package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import org.nestledger.query.report.TooManyEventsException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;

class TooManyEventsAreTooLargeTest {

    @Test
    void whoAsksIsToldHowManyWouldDoAndWhatToDo() throws Exception {
        TooManyEventsException many = new TooManyEventsException(50_000);
        Method handler = new ExceptionHandlerMethodResolver(ProblemAdvice.class).resolveMethod(many);
        assertThat(handler).isNotNull();
        ResponseEntity<?> answer = (ResponseEntity<?>) handler.invoke(new ProblemAdvice(null), many);
        assertThat(answer.getStatusCode().value()).isEqualTo(413);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody()).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("TOO_LARGE");
            assertThat(problem.detail()).contains("more than 50000 events");
            assertThat(problem.remedy()).contains("-Xmx");
        });
    }
}
