package io.tenantry.http.dns;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A name server of a page (RFC 1035, section 4), on UDP and TCP of one port of the loopback, which answers what it is told to. */
final class ScriptedDns implements AutoCloseable {
    /** Answers nothing. */
    static final UnaryOperator<byte[]> SILENCE = query -> null;

    private static final int HEADER = 12;

    private final ServerSocket tcp;
    private final DatagramSocket udp;
    private final UnaryOperator<byte[]> byUdp;
    private final UnaryOperator<byte[]> byTcp;
    private final AtomicInteger asked = new AtomicInteger();

    private ScriptedDns(UnaryOperator<byte[]> byUdp, UnaryOperator<byte[]> byTcp) throws IOException {
        this.tcp = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        this.udp = new DatagramSocket(address());
        this.byUdp = byUdp;
        this.byTcp = byTcp;
    }

    static ScriptedDns answering(UnaryOperator<byte[]> byUdp) throws IOException {
        return answering(byUdp, SILENCE);
    }

    static ScriptedDns answering(UnaryOperator<byte[]> byUdp, UnaryOperator<byte[]> byTcp) throws IOException {
        ScriptedDns dns = new ScriptedDns(byUdp, byTcp);
        run(dns::serveUdp);
        run(dns::serveTcp);
        return dns;
    }

    InetSocketAddress address() {
        return new InetSocketAddress(tcp.getInetAddress(), tcp.getLocalPort());
    }

    /** How often, by UDP. */
    int asked() {
        return asked.get();
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
    }

    /** The answer to a query: that code, and in the answer section the records given, of which each is owned by the name asked. */
    static byte[] answer(byte[] query, int code, byte[]... records) {
        return message(query, 0x8180 | code, records);
    }

    /** The same, cut off. */
    static byte[] truncated(byte[] query, byte[]... records) {
        return message(query, 0x8380, records);
    }

    /** A TXT record of those character-strings. */
    static byte[] txt(String... strings) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (String string : strings) {
            byte[] bytes = string.getBytes(StandardCharsets.ISO_8859_1);
            data.write(bytes.length);
            data.writeBytes(bytes);
        }
        return record(16, data.toByteArray());
    }

    /** A record of any type, with whatever data. */
    static byte[] record(int type, byte[] data) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.writeBytes(new byte[] {(byte) 0xC0, HEADER, 0, (byte) type, 0, 1, 0, 0, 0, 60});
        record.write(data.length >> 8);
        record.write(data.length);
        record.writeBytes(data);
        return record.toByteArray();
    }

    private static byte[] message(byte[] query, int flags, byte[]... records) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(query, 0, 2);
        for (int number : new int[] {flags, 1, records.length, 0, 0}) {
            message.write(number >> 8);
            message.write(number);
        }
        message.write(query, HEADER, query.length - HEADER);
        for (byte[] record : records) {
            message.writeBytes(record);
        }
        return message.toByteArray();
    }

    private void serveUdp() throws IOException {
        while (true) {
            DatagramPacket packet = new DatagramPacket(new byte[512], 512);
            udp.receive(packet);
            asked.incrementAndGet();
            byte[] query = Arrays.copyOf(packet.getData(), packet.getLength());
            Optional<byte[]> answer = Optional.ofNullable(byUdp.apply(query));
            if (answer.isPresent()) {
                udp.send(new DatagramPacket(answer.get(), answer.get().length, packet.getSocketAddress()));
            }
        }
    }

    private void serveTcp() throws IOException {
        while (true) {
            try (Socket socket = tcp.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                Optional<byte[]> answer = Optional.ofNullable(byTcp.apply(in.readNBytes(in.readUnsignedShort())));
                if (answer.isPresent()) {
                    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                    out.writeShort(answer.get().length);
                    out.write(answer.get());
                } else {
                    in.read();
                }
            }
        }
    }

    private static void run(Loop loop) {
        Thread thread = new Thread(() -> {
            try {
                loop.run();
            } catch (SocketException closed) {
                // The test is over.
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Loop {
        void run() throws IOException;
    }
}
