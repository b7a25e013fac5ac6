package io.tenantry.http.wire;

import io.javalin.config.JavalinConfig;
import java.time.Duration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/** Tells of every request once it is answered, whoever answered it. */
public final class AnsweredRequests implements RequestLog {
    private final Listener listener;

    private AnsweredRequests(Listener listener) {
        this.listener = listener;
    }

    /** Tells a listener, beside what a host may have set to write a log. */
    public static void tell(JavalinConfig config, Listener listener) {
        config.jetty.modifyServer(server -> {
            RequestLog ours = new AnsweredRequests(listener);
            RequestLog before = server.getRequestLog();
            server.setRequestLog(before == null ? ours : new RequestLog.Collection(before, ours));
        });
    }

    @Override
    public void log(Request request, Response response) {
        listener.answered(
                request.getMethod(),
                MatchedRoute.of(request),
                response.getStatus(),
                Duration.ofNanos(NanoTime.since(request.getBeginNanoTime())));
    }

    /** As {@code io.tenantry.http.RequestObserver}. */
    @FunctionalInterface
    public interface Listener {
        void answered(String method, String route, int status, Duration duration);
    }
}
