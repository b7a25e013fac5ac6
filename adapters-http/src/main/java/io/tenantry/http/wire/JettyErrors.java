package io.tenantry.http.wire;

import java.nio.ByteBuffer;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Words what the server itself refuses, before or beside the routes: a request that cannot be parsed, say. */
final class JettyErrors implements Request.Handler {
    private final Function<String, ErrorShape> shapes;

    JettyErrors(Function<String, ErrorShape> shapes) {
        this.shapes = shapes;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Throwable thrown = (Throwable) request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        int status = thrown instanceof HttpException http ? http.getCode() : response.getStatus();
        Refusal refusal = Refusal.of(status == 500 ? thrown : WireFailure.ofStatus(status));
        String reference = RequestId.of(request);
        FaultLog.write(refusal, reference, "-", thrown);
        String path = request.getHttpURI().getPath();
        write(shapes.apply(path == null ? "/" : path).answer(refusal, reference), reference, response, callback);
        return true;
    }

    private static void write(ErrorShape.ErrorAnswer answer, String reference, Response response, Callback callback) {
        response.setStatus(answer.status());
        CommonHeaders.ALL.forEach(response.getHeaders()::put);
        response.getHeaders().put(RequestId.HEADER, reference);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
        response.write(true, ByteBuffer.wrap(Json.bytes(answer.body())), callback);
    }
}
