package io.tenantry.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;

/**
 * Makes sockets that can all be ended from another thread: a server that answers a byte at a time keeps within the timeout of
 * each read, and would else keep a sender for ever.
 */
final class MortalSockets extends SocketFactory {

    private final List<Socket> made = new ArrayList<>();
    private boolean ended;

    /** Closes what was made, and makes no more. */
    synchronized void end() {
        ended = true;
        for (Socket socket : made) {
            close(socket);
        }
    }

    @Override
    public synchronized Socket createSocket() throws SocketException {
        if (ended) {
            throw new SocketException("the time is over");
        }
        Socket socket = new Socket();
        made.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
    }

    private Socket connected(SocketAddress to, SocketAddress from) throws IOException {
        Socket socket = createSocket();
        socket.bind(from);
        socket.connect(to);
        return socket;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new IllegalStateException("a socket could not be closed", broken);
        }
    }
}
