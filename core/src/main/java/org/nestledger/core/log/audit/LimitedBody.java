package org.nestledger.core.log.audit;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** The bytes of a body up to a limit; what comes after it is not read. The JDK's own fails as a broken connection does. */
final class LimitedBody implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
    private final RuntimeException exceeded;
    private long left;
    private @Nullable Subscription subscription;

    /**
     * A body.
     *
     * @param exceeded what it fails with when it is larger
     */
    LimitedBody(long limit, RuntimeException exceeded) {
        this.left = limit;
        this.exceeded = exceeded;
    }

    @Override
    public void onSubscribe(Subscription begun) {
        subscription = begun;
        bytes.onSubscribe(begun);
    }

    @Override
    public void onNext(List<ByteBuffer> next) {
        left -= next.stream().mapToLong(ByteBuffer::remaining).sum();
        if (left >= 0) {
            bytes.onNext(next);
        } else if (subscription != null) {
            subscription.cancel();
            bytes.onError(exceeded);
        }
    }

    @Override
    public void onError(Throwable broken) {
        bytes.onError(broken);
    }

    @Override
    public void onComplete() {
        if (left >= 0) {
            bytes.onComplete();
        }
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return bytes.getBody();
    }
}
