package io.tenantry.http.wire;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** What comes before anything else sees a request: it gets its id, the answer its headers, and no header changes its method. */
final class RequestGate implements HttpConfiguration.Customizer {
    /** Javalin would believe it. */
    private static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        CommonHeaders.ALL.forEach(responseHeaders::put);
        responseHeaders.put(RequestId.HEADER, RequestId.of(request));
        return request.getHeaders().contains(METHOD_OVERRIDE) ? new Plain(request) : request;
    }

    private static final class Plain extends Request.Wrapper {
        private final HttpFields headers;

        Plain(Request request) {
            super(request);
            this.headers = HttpFields.build(request.getHeaders())
                    .remove(METHOD_OVERRIDE)
                    .asImmutable();
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }
    }
}
