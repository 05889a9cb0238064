package org.nestledger.api.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.Section;
import org.springframework.stereotype.Component;

/**
 * Reports that were computed lately, each under the moment that it is of. A report of now is that of the position that now
 * is, so that none is ever out of date: after the next record another one is asked for.
 */
@Component
final class ReportCache {

    /** Of the tables of all reports together: some tens of megabytes. */
    private static final long MAX_CELLS = 200_000;

    private final Cache<Key, Answer<? extends Report>> reports = Caffeine.newBuilder()
            .maximumWeight(MAX_CELLS)
            .weigher((Key _, Answer<? extends Report> answer) -> cells(answer))
            .build();
    private final ConcurrentMap<Key, CompletableFuture<Answer<? extends Report>>> underway = new ConcurrentHashMap<>();
    private final ReadMoments moments;

    ReportCache(ReadMoments moments) {
        this.moments = moments;
    }

    /**
     * What a request asks for.
     *
     * @param changes whether earlier periods stand beside
     */
    record Asked(
            String report,
            String zone,
            AskedPeriod period,
            boolean changes,
            @Nullable LocalDate asOf) {}

    private record Key(Asked asked, long models, long position, long signed) {}

    /**
     * The answer as known at a moment.
     *
     * @param request by which it is asked for; whoever sent it may have the answer
     * @param report computes it; whatever is no report is not kept
     */
    Answer<? extends Report> answer(
            Asked asked,
            KnownAt knownAt,
            HttpServletRequest request,
            Function<KnownAt, Answer<? extends Report>> report) {
        ReadMoment moment = ReadTags.moment(request).orElse(null);
        if (moment == null) {
            return report.apply(knownAt);
        }
        long position = moment.positions().getLast();
        Key key = new Key(asked, moment.models(), position, moment.signed());
        Answer<? extends Report> held = reports.getIfPresent(key);
        if (held != null) {
            ReadTags.sure(request);
            return held;
        }
        Answer<? extends Report> computed = computedOnce(key, () -> report.apply(KnownAt.position(position)));
        if (computed instanceof Answer.Found<? extends Report> && moments.stands(moment)) {
            ReadTags.sure(request);
            reports.put(key, computed);
        }
        return computed;
    }

    /** Whoever asks for what is being computed waits for it; should that fail, each tries alone. */
    private Answer<? extends Report> computedOnce(Key key, Supplier<Answer<? extends Report>> report) {
        CompletableFuture<Answer<? extends Report>> mine = new CompletableFuture<>();
        CompletableFuture<Answer<? extends Report>> first = underway.putIfAbsent(key, mine);
        if (first != null) {
            try {
                return first.join();
            } catch (CompletionException _) {
                return report.get();
            }
        }
        try {
            Answer<? extends Report> computed = report.get();
            mine.complete(computed);
            return computed;
        } catch (RuntimeException | Error failure) {
            mine.completeExceptionally(failure);
            throw failure;
        } finally {
            underway.remove(key, mine);
        }
    }

    private static int cells(Answer<? extends Report> answer) {
        return answer instanceof Answer.Found<? extends Report>(Report report)
                ? report.sections().stream().mapToInt(ReportCache::cells).sum()
                : 1;
    }

    private static int cells(Section section) {
        return (1 + section.rows().size()) * (1 + section.columns().size());
    }
}
