package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.ServletRequestEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nestledger.query.report.catalogue.ReportTypes;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.bind.annotation.GetMapping;

/** Of answers that are held in memory as a whole only a few are made at a time. */
class LargeAnswersTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final MockHttpServletRequest first = new MockHttpServletRequest();
    private final MockHttpServletRequest second = new MockHttpServletRequest();
    private final MockHttpServletRequest third = new MockHttpServletRequest();

    private static boolean asked(LargeAnswers large, MockHttpServletRequest request) {
        try {
            return large.preHandle(request, new MockHttpServletResponse(), new Object());
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static void sent(LargeAnswers large, MockHttpServletRequest request) {
        large.requestDestroyed(new ServletRequestEvent(new MockServletContext(), request));
    }

    @Test
    void allThatIsCalledLargeIsThere() {
        List<String> there = new ArrayList<>();
        ReportTypes.all().forEach(type -> there.add("/api/v1/reports/" + type.name()));
        Stream.of(ExplainController.class, DiffController.class)
                .flatMap(controller -> Arrays.stream(controller.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(GetMapping.class))
                .flatMap(method ->
                        Arrays.stream(method.getAnnotation(GetMapping.class).path()))
                .forEach(path -> there.add(path.replaceAll("\\{[^/]*}", "*")));
        assertThat(there).containsAll(LargeAnswers.PATHS);
    }

    @Test
    void asManyAsThereIsRoomForAreMadeAtOnce() {
        LargeAnswers large = new LargeAnswers(2, 1, Duration.ZERO);
        assertThat(asked(large, first)).isTrue();
        assertThat(asked(large, second)).isTrue();
        assertThatThrownBy(() -> asked(large, third)).isInstanceOfSatisfying(ProblemException.class, busy -> {
            assertThat(busy.problem().status()).isEqualTo(503);
            assertThat(busy.problem().code()).isEqualTo("BUSY");
            assertThat(busy.problem().response().getHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                    .isEqualTo("1");
        });
    }

    @Test
    void theNextOneWaitsUntilOneIsSent() {
        LargeAnswers large = new LargeAnswers(1, 1, LONG);
        asked(large, first);
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> asked(large, second));
        await().during(Duration.ofMillis(200)).until(() -> !waiting.isDone());
        sent(large, first);
        assertThat(waiting.join()).isTrue();
    }

    @Test
    void whoComesWhenManyWaitIsToldAtOnce() {
        LargeAnswers large = new LargeAnswers(1, 0, LONG);
        asked(large, first);
        assertThatThrownBy(() -> asked(large, second)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aRequestTakesRoomOnceAndGivesItBackOnce() {
        LargeAnswers large = new LargeAnswers(1, 0, Duration.ZERO);
        assertThat(asked(large, first)).isTrue();
        assertThat(asked(large, first)).isTrue();
        sent(large, first);
        sent(large, first);
        assertThat(asked(large, second)).isTrue();
        assertThatThrownBy(() -> asked(large, third)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aRequestThatWasNotAdmittedGivesNothingBack() {
        LargeAnswers large = new LargeAnswers(1, 0, Duration.ZERO);
        asked(large, first);
        assertThatThrownBy(() -> asked(large, second)).isInstanceOf(ProblemException.class);
        sent(large, second);
        assertThatThrownBy(() -> asked(large, third)).isInstanceOf(ProblemException.class);
    }
}
