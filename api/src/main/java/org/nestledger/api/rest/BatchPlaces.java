package org.nestledger.api.rest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;

/**
 * How many batches there are at a time, which with the bytes of each is a bound of what all of them hold in memory. Those
 * that are still coming have places of their own, a few for each sender, so that nobody's slow ones keep others from
 * theirs.
 */
final class BatchPlaces {

    private static final int COMING = 16;
    private static final int COMING_FROM_ONE = 4;
    private static final int GIVEN = 8;

    private final Semaphore coming = new Semaphore(COMING);
    private final Semaphore given = new Semaphore(GIVEN);
    private final Map<String, Integer> senders = new ConcurrentHashMap<>();

    /** A place that is taken until it is closed. */
    interface Place extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * A place for a batch that comes from somebody.
     *
     * @throws ProblemException when there is none
     */
    Place coming(String sender) {
        if (senders.merge(sender, 1, Integer::sum) > COMING_FROM_ONE) {
            leave(sender);
            throw busy();
        }
        if (!coming.tryAcquire()) {
            leave(sender);
            throw busy();
        }
        return () -> {
            coming.release();
            leave(sender);
        };
    }

    private void leave(String sender) {
        senders.computeIfPresent(sender, (_, several) -> several == 1 ? null : several - 1);
    }

    /**
     * A place for a batch that is there.
     *
     * @throws ProblemException when there is none
     */
    Place given() {
        if (!given.tryAcquire()) {
            throw busy();
        }
        return given::release;
    }

    private static ProblemException busy() {
        return new ProblemException(Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "BUSY",
                "Too many batches come at once; nothing of this one was given.",
                "Send it again in a moment."));
    }
}
