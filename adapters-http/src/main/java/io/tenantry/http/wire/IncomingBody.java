package io.tenantry.http.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/**
 * A body as it comes in. What has arrived is taken at once; what has not is waited for in one of a few places, for a short
 * time altogether. Closing it gives the place back.
 */
final class IncomingBody implements AutoCloseable {
    private final InputStream in;
    private final long announced;
    private final BodyWaits waits;
    private final LongSupplier nanoTime;
    private final LongConsumer idleMillis;
    private final long idleBefore;
    private final long deadline;
    private long arrived;
    private boolean waiting;

    /**
     * @param announced the length of the body in bytes; negative if it is not known beforehand
     * @param times how many times as long as usual it is waited for
     * @param idleMillis takes after how long without a byte a read is to fail
     * @param idleBefore what that was before, in milliseconds
     */
    IncomingBody(
            InputStream in,
            long announced,
            BodyWaits waits,
            int times,
            LongSupplier nanoTime,
            LongConsumer idleMillis,
            long idleBefore) {
        this.in = in;
        this.announced = announced;
        this.waits = waits;
        this.nanoTime = nanoTime;
        this.idleMillis = idleMillis;
        this.idleBefore = idleBefore;
        this.deadline = nanoTime.getAsLong() + times * waits.longest().toNanos();
    }

    static IncomingBody of(HttpServletRequest request, BodyLimit limit) throws IOException {
        EndPoint connection = ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        return new IncomingBody(
                request.getInputStream(),
                request.getContentLengthLong(),
                BodyWaits.of(request),
                limit.waits(),
                System::nanoTime,
                connection::setIdleTimeout,
                connection.getIdleTimeout());
    }

    /**
     * As {@link InputStream#read(byte[], int, int)}.
     *
     * @throws WireFailure 408 if the body takes too long, 503 if it would have to be waited for and no place is free
     */
    int read(byte[] buffer, int offset, int length) throws IOException {
        boolean isWhole = announced >= 0 && arrived >= announced;
        if (!isWhole && in.available() <= 0) {
            prepareToWait();
        }
        int read = in.read(buffer, offset, length);
        arrived += Math.max(read, 0);
        return read;
    }

    /** A read that nothing answers must fail at the deadline too: the connection's idle timeout would be far later. */
    private void prepareToWait() {
        long left = deadline - nanoTime.getAsLong();
        if (left <= 0) {
            throw WireFailure.timeout();
        }
        waiting = waiting || waits.begin();
        if (!waiting) {
            throw WireFailure.ofStatus(503);
        }
        idleMillis.accept(TimeUnit.NANOSECONDS.toMillis(left) + 1);
    }

    @Override
    public void close() {
        if (waiting) {
            waiting = false;
            waits.end();
            idleMillis.accept(idleBefore);
        }
    }
}
