package io.tenantry.http.wire;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;

/** Reads a request's body with a limit to its size, and throws away what is not wanted, so that the client sees the answer. */
final class BodyReader {
    /** How much more is read of a body that is refused, in bytes. */
    private static final int MAX_DISCARDED = 1024 * 1024;

    private static final int FIRST_BUFFER = 8 * 1024;

    private BodyReader() {}

    /** Whether the request says that it has a body. */
    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /**
     * Reads the body. Of one that was too slow, or found no place to wait in, nothing more is read later.
     *
     * @throws WireFailure if it is too large, too slow, breaks off, or too many others are waited for
     */
    static byte[] read(Context ctx, BodyLimit limit) {
        try {
            return read(ctx.req(), limit);
        } catch (WireFailure refused) {
            if (refused.status() == 408 || refused.status() == 503) {
                LeftoverBody.abandon(ctx);
            }
            throw refused;
        }
    }

    private static byte[] read(HttpServletRequest request, BodyLimit limit) {
        if (request.getContentLengthLong() > limit.bytes()) {
            throw WireFailure.tooLarge();
        }
        try (IncomingBody body = IncomingBody.of(request, limit)) {
            return read(body, limit.bytes());
        } catch (HttpException.RuntimeException refusedByTheServer) {
            throw WireFailure.ofStatus(refusedByTheServer.getCode());
        } catch (IOException brokenOff) {
            throw brokenOff.getCause() instanceof TimeoutException
                    ? WireFailure.timeout()
                    : WireFailure.badRequest("The request body broke off");
        }
    }

    static byte[] read(IncomingBody body, int max) throws IOException {
        byte[] buffer = new byte[FIRST_BUFFER];
        int length = 0;
        int read = 0;
        while (read >= 0 && length <= max) {
            buffer = length < buffer.length ? buffer : Arrays.copyOf(buffer, buffer.length * 2);
            read = body.read(buffer, length, buffer.length - length);
            length += Math.max(read, 0);
        }
        if (length > max) {
            throw WireFailure.tooLarge();
        }
        return Arrays.copyOf(buffer, length);
    }

    /**
     * Throws away what is left of the body.
     *
     * @return false if more is left than is worth reading, or waiting for: then the connection must be closed
     */
    static boolean discard(HttpServletRequest request) {
        if (!hasBody(request)) {
            return true;
        }
        // A client that waits for "100 Continue" has sent nothing yet, and need not.
        if (request.getHeader("Expect") != null) {
            return false;
        }
        try (IncomingBody body = IncomingBody.of(request, BodyLimit.JSON)) {
            return request.getInputStream().isFinished() || discard(body);
        } catch (IOException | WireFailure | HttpException.RuntimeException | IllegalStateException gone) {
            return false;
        }
    }

    static boolean discard(IncomingBody body) throws IOException {
        byte[] buffer = new byte[8192];
        // One more, to see whether there is more.
        int left = MAX_DISCARDED + 1;
        while (left > 0) {
            int read = body.read(buffer, 0, Math.min(buffer.length, left));
            if (read < 0) {
                return true;
            }
            left -= read;
        }
        return false;
    }
}
