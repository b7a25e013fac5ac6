package io.tenantry;

import io.javalin.Javalin;
import io.tenantry.http.HttpAdapter;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** A Javalin with Tenantry mounted on it. */
final class HttpServer implements AutoCloseable {

    private static final Duration LAST_REQUESTS = Duration.ofSeconds(10);

    private final Javalin javalin;

    private HttpServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /** Begins to answer on the socket. */
    static HttpServer start(ListeningSocket socket, HttpAdapter adapter) {
        Javalin javalin = Javalin.create(config -> {
            config.jetty.modifyServer(HttpServer::endGracefully);
            config.jetty.addConnector((server, http) -> connector(server, http, socket));
            adapter.mount(config);
        });
        javalin.start();
        return new HttpServer(javalin);
    }

    /** Takes no more requests, and lets those under way finish, for 10 seconds at most. */
    @Override
    public void close() {
        javalin.stop();
    }

    private static void endGracefully(Server server) {
        server.setStopTimeout(LAST_REQUESTS.toMillis());
        server.insertHandler(new GracefulHandler());
    }

    private static ServerConnector connector(Server server, HttpConfiguration http, ListeningSocket socket) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        try {
            connector.open(socket.channel());
            return connector;
        } catch (IOException unusable) {
            throw new StartFailure("the socket cannot be used: " + unusable.getMessage(), unusable);
        }
    }
}
