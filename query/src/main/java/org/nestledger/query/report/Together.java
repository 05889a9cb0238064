package org.nestledger.query.report;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Questions that are put to the database at the same time, each over a connection of its own. A report's rows do not change
 * between them, since its two dates say which count.
 */
public final class Together implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Begins with a question.
     *
     * @return waits for its answer, and throws what it threw
     */
    public <T> Supplier<T> ask(Supplier<T> question) {
        CompletableFuture<T> answer = CompletableFuture.supplyAsync(question, threads);
        return () -> {
            try {
                return answer.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
            }
        };
    }

    /** Waits for all that was asked. */
    @Override
    public void close() {
        threads.close();
    }
}
