package io.tenantry;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.UnresolvedAddressException;

/**
 * The socket that the server listens on. Bound before anything is served, since what is served tells its own address, and
 * that is known only once a free port is taken.
 *
 * @param host as it was configured
 */
record ListeningSocket(String host, ServerSocketChannel channel) implements AutoCloseable {

    private static final int BACKLOG = 512;

    /** @throws StartFailure if it cannot be listened there */
    static ListeningSocket bind(ServerSettings settings) {
        try {
            return bind(settings, ServerSocketChannel.open());
        } catch (IOException unusable) {
            throw new StartFailure("no socket can be opened: " + unusable.getMessage(), unusable);
        }
    }

    /** As seen from this machine, where an address for all is none to call. */
    URI uri() {
        String name = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
        return URI.create("http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port());
    }

    int port() {
        return channel.socket().getLocalPort();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static ListeningSocket bind(ServerSettings settings, ServerSocketChannel channel) throws IOException {
        try {
            channel.bind(new InetSocketAddress(settings.host(), settings.port()), BACKLOG);
            return new ListeningSocket(settings.host(), channel);
        } catch (BindException taken) {
            channel.close();
            throw new StartFailure(
                    "PORT=" + settings.port() + " cannot be used on " + settings.host() + " (" + taken.getMessage()
                            + "): a free port would do, 0 finds one",
                    taken);
        } catch (UnresolvedAddressException unknown) {
            channel.close();
            throw new StartFailure(
                    "TENANTRY_HOST=" + settings.host()
                            + " cannot be used: an address of this machine, such as 127.0.0.1 or 0.0.0.0, would do",
                    unknown);
        }
    }
}
