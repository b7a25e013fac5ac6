package io.tenantry.http.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpException;

/** Reads a request's body with a limit to its size, and throws away what is not wanted, so that the client sees the answer. */
final class BodyReader {
    /** In bytes. */
    static final int MAX_BODY = 64 * 1024;
    /** How much more is read of a body that is refused, in bytes. */
    private static final int MAX_DISCARDED = 1024 * 1024;
    /** How long a body may take: one that trickles in holds its thread no longer than this and one idle timeout. */
    private static final long MAX_READING_NANOS = TimeUnit.SECONDS.toNanos(20);
    /** How long at most is spent on a body that is refused. */
    private static final long MAX_DISCARDING_NANOS = TimeUnit.SECONDS.toNanos(10);

    private BodyReader() {}

    /** Whether the request says that it has a body. */
    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** @throws WireFailure if it is too large, too slow, or breaks off */
    static byte[] read(HttpServletRequest request) {
        if (request.getContentLengthLong() > MAX_BODY) {
            throw WireFailure.tooLarge();
        }
        try {
            return read(request.getInputStream(), System::nanoTime);
        } catch (HttpException.RuntimeException refusedByTheServer) {
            throw WireFailure.ofStatus(refusedByTheServer.getCode());
        } catch (IOException brokenOff) {
            throw brokenOff.getCause() instanceof TimeoutException
                    ? WireFailure.timeout()
                    : WireFailure.badRequest("The request body broke off");
        }
    }

    static byte[] read(InputStream body, LongSupplier nanoTime) throws IOException {
        long deadline = nanoTime.getAsLong() + MAX_READING_NANOS;
        byte[] buffer = new byte[MAX_BODY + 1];
        int length = 0;
        int read = 0;
        while (read >= 0 && length < buffer.length) {
            if (nanoTime.getAsLong() - deadline > 0) {
                throw WireFailure.timeout();
            }
            read = body.read(buffer, length, buffer.length - length);
            length += Math.max(read, 0);
        }
        if (length > MAX_BODY) {
            throw WireFailure.tooLarge();
        }
        return Arrays.copyOf(buffer, length);
    }

    /**
     * Throws away what is left of the body.
     *
     * @return false if more is left than is worth reading: then the connection must be closed
     */
    static boolean discard(HttpServletRequest request) {
        if (!hasBody(request)) {
            return true;
        }
        // A client that waits for "100 Continue" has sent nothing yet, and need not.
        if (request.getHeader("Expect") != null) {
            return false;
        }
        try {
            return discard(request.getInputStream(), System::nanoTime);
        } catch (IOException | HttpException.RuntimeException | IllegalStateException gone) {
            return false;
        }
    }

    static boolean discard(InputStream body, LongSupplier nanoTime) throws IOException {
        long deadline = nanoTime.getAsLong() + MAX_DISCARDING_NANOS;
        byte[] buffer = new byte[8192];
        int left = MAX_DISCARDED;
        while (left > 0 && nanoTime.getAsLong() - deadline < 0) {
            int read = body.read(buffer, 0, Math.min(buffer.length, left));
            if (read < 0) {
                return true;
            }
            left -= read;
        }
        return false;
    }
}
