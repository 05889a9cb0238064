package org.nestledger.api.rest;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets few of the answers that may be large be made and sent at a time, because each is held in memory as a whole. Others
 * wait for a moment, or are told to come back.
 */
@Component
final class LargeAnswers implements HandlerInterceptor, ServletRequestListener {

    /** What lists the entries of a zone, or says movement by movement what a figure is made of or what has changed. */
    static final List<String> PATHS = List.of(
            "/api/v1/reports/*/explain",
            "/api/v1/reports/annual/figures/*/explain",
            "/api/v1/reports/closings",
            "/api/v1/reports/diff",
            "/api/v1/reports/late-recording",
            "/api/v1/reports/late-starts",
            "/api/v1/reports/ranks",
            "/api/v1/reports/reversals",
            "/api/v1/reports/services",
            "/api/v1/reports/stages",
            "/api/v1/reports/unsupported");

    /** More would take the database from those who ask for less. */
    private static final int AT_ONCE = 2;

    private static final int WAITING = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String ADMITTED = LargeAnswers.class.getName() + ".admitted";

    private final Semaphore room;
    private final Semaphore queue;
    private final Duration patience;

    @Autowired
    LargeAnswers() {
        this(AT_ONCE, WAITING, PATIENCE);
    }

    LargeAnswers(int atOnce, int waiting, Duration patience) {
        this.room = new Semaphore(atOnce, true);
        this.queue = new Semaphore(waiting);
        this.patience = patience;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        if (request.getAttribute(ADMITTED) == null) {
            if (!room.tryAcquire() && !admittedInTime()) {
                throw new ProblemException(Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "BUSY",
                        "Too many large answers are asked for at once.",
                        "Ask again in a moment."));
            }
            request.setAttribute(ADMITTED, true);
        }
        return true;
    }

    private boolean admittedInTime() throws InterruptedException {
        if (!queue.tryAcquire()) {
            return false;
        }
        try {
            return room.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            queue.release();
        }
    }

    /** Only now the whole answer is sent: filters outside of all interceptors hold it until then. */
    @Override
    public void requestDestroyed(ServletRequestEvent ended) {
        if (ended.getServletRequest().getAttribute(ADMITTED) != null) {
            ended.getServletRequest().removeAttribute(ADMITTED);
            room.release();
        }
    }
}
