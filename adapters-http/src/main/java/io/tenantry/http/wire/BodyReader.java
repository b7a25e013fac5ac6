package io.tenantry.http.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;

/** Reads a request's body with a limit to its size, and throws away what is not wanted, so that the client sees the answer. */
final class BodyReader {
    /** In bytes. */
    static final int MAX_BODY = 64 * 1024;
    /** How much more is read of a body that is refused, in bytes. */
    private static final int MAX_DISCARDED = 1024 * 1024;

    private BodyReader() {}

    /** Whether the request says that it has a body. */
    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** @throws WireFailure if it is too large, too slow, breaks off, or too many others are waited for */
    static byte[] read(HttpServletRequest request) {
        if (request.getContentLengthLong() > MAX_BODY) {
            throw WireFailure.tooLarge();
        }
        try (IncomingBody body = IncomingBody.of(request)) {
            return read(body);
        } catch (HttpException.RuntimeException refusedByTheServer) {
            throw WireFailure.ofStatus(refusedByTheServer.getCode());
        } catch (IOException brokenOff) {
            throw brokenOff.getCause() instanceof TimeoutException
                    ? WireFailure.timeout()
                    : WireFailure.badRequest("The request body broke off");
        }
    }

    static byte[] read(IncomingBody body) throws IOException {
        byte[] buffer = new byte[MAX_BODY + 1];
        int length = 0;
        int read = 0;
        while (read >= 0 && length < buffer.length) {
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
        try (IncomingBody body = IncomingBody.of(request)) {
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
