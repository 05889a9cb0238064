package org.nestledger.api.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** A bucket of tokens for each sender. Those who have not come for a while are forgotten; their buckets are full again. */
final class Buckets {

    private static final long SENDERS = 100_000;

    private final LoadingCache<String, Bucket> buckets;

    /**
     * @param capacity how much at once
     * @param refill how much comes back in the period
     */
    Buckets(int capacity, int refill, Duration period) {
        Duration filled = period.multipliedBy(1L + capacity / refill);
        buckets = Caffeine.newBuilder()
                .maximumSize(SENDERS)
                .expireAfterAccess(filled)
                .build(_ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(refill, period))
                        .build());
    }

    /** Takes one. Nanoseconds until there is another one; 0 when it was there. */
    long take(String sender) {
        ConsumptionProbe probe = buckets.get(sender).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill());
    }

    /** Nanoseconds until there is one; 0 when there is. */
    long missing(String sender) {
        return buckets.get(sender).estimateAbilityToConsume(1).getNanosToWaitForRefill();
    }
}
