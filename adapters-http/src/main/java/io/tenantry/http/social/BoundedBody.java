package io.tenantry.http.social;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Takes in the body of an answer, up to a limit; one that is larger is given up. */
final class BoundedBody implements BodySubscriber<byte[]> {

    /** In bytes; more than any provider's metadata and keys. */
    static final int MAX = 256 * 1024;

    private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
    private Subscription subscription;
    private long left = MAX;

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole.getBody();
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        whole.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        left -= buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (left < 0) {
            subscription.cancel();
            whole.onError(new IOException("the answer is too large"));
        } else {
            whole.onNext(buffers);
        }
    }

    @Override
    public void onError(Throwable thrown) {
        whole.onError(thrown);
    }

    @Override
    public void onComplete() {
        whole.onComplete();
    }
}
