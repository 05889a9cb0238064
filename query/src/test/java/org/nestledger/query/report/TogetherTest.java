package org.nestledger.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TogetherTest {

    @Test
    void questionsAreAskedAtTheSameTime() {
        CountDownLatch both = new CountDownLatch(2);
        Supplier<Boolean> meeting = () -> {
            both.countDown();
            try {
                return both.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException nobodyDoes) {
                throw new IllegalStateException(nobodyDoes);
            }
        };
        try (Together together = new Together()) {
            Supplier<Boolean> one = together.ask(meeting);
            Supplier<Boolean> other = together.ask(meeting);
            assertThat(one.get()).isTrue();
            assertThat(other.get()).isTrue();
        }
    }

    @Test
    void whatAQuestionThrowsIsThrownByItsAnswer() {
        IllegalStateException gone = new IllegalStateException("gone");
        try (Together together = new Together()) {
            Supplier<Object> answer = together.ask(() -> {
                throw gone;
            });
            assertThatThrownBy(answer::get).isSameAs(gone);
        }
    }

    @Test
    void nothingGoesOnAfterItIsClosed() {
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        try (Together together = new Together()) {
            Supplier<Boolean> _ = together.ask(() -> {
                begun.countDown();
                done.set(true);
                return true;
            });
        }
        assertThat(begun.getCount()).isZero();
        assertThat(done).isTrue();
    }
}
