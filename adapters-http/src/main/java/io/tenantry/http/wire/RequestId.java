package io.tenantry.http.wire;

import java.util.UUID;
import org.eclipse.jetty.util.Attributes;

/** Names one request: in the header {@code X-Request-Id}, in the log, and as the reference that a 500 shows. */
public final class RequestId {
    public static final String HEADER = "X-Request-Id";
    /** The attribute of a request that bears its id, in Jetty and in servlets alike. */
    private static final String ATTRIBUTE = "io.tenantry.http.request-id";

    private RequestId() {}

    /** The request's id. Made here at the first call, never taken from the client. */
    static String of(Attributes request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String id = UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }
}
