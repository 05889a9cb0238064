package org.nestledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatusBoardTest {

    private static final long THEN = Long.MAX_VALUE - 1_000_000_000;
    private static final long TRUST = StatusBoard.TRUST.toNanos();

    private final StatusBoard board = new StatusBoard();
    private final ReadPoint point = new ReadPoint(7, 42);

    @Test
    void nothingIsHeldBeforeSomebodySaysSo() {
        assertThat(board.held(THEN)).isEmpty();
    }

    @Test
    void whatIsHeldIsTrustedForAWhileAlsoWhereTheClockTurnsOver() {
        board.hold(point, THEN);
        assertThat(board.held(THEN)).contains(point);
        assertThat(board.held(THEN + TRUST)).contains(point);
        assertThat(board.held(THEN + TRUST + 1)).isEmpty();
    }

    @Test
    void whoeverFoldsOnKeepsItFresh() {
        ReadPoint later = new ReadPoint(7, 43);
        board.hold(point, THEN);
        board.hold(later, THEN + TRUST);
        assertThat(board.held(THEN + 2 * TRUST)).contains(later);
    }

    @Test
    void whoeverFoldsNoMoreHoldsNothing() {
        board.hold(point, THEN);
        board.holdNothing();
        assertThat(board.held(THEN)).isEmpty();
    }

    @Test
    void aPositionThatIsReachedIsNotWaitedFor() throws InterruptedException {
        board.post(new ProjectionStatus.Running(5, 5));
        assertThat(board.await(5, Duration.ZERO)).isTrue();
        assertThat(board.await(6, Duration.ZERO)).isFalse();
    }
}
