package io.tenantry.http.wire;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers what names no path of this server: {@code CONNECT}, and {@code OPTIONS *} (RFC 9110, sections 9.3.6 and 9.3.7). */
final class MethodGate extends Handler.Wrapper {
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = request.getHttpURI().getPath();
        if (request.getMethod().equals("CONNECT") || path == null || !path.startsWith("/")) {
            response.getHeaders().put(HttpHeader.ALLOW, METHODS);
            answer(request, response, callback, path);
            return true;
        }
        return super.handle(request, response, callback);
    }

    private static void answer(Request request, Response response, Callback callback, String path) {
        if (request.getMethod().equals("OPTIONS") && "*".equals(path)) {
            response.setStatus(204);
            callback.succeeded();
        } else {
            Response.writeError(request, response, callback, 405);
        }
    }
}
