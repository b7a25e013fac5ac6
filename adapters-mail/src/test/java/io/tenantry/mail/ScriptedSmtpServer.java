package io.tenantry.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** An SMTP server that answers what a test wants, and keeps what was said to it. Each command gets the answer of its first word. */
final class ScriptedSmtpServer implements AutoCloseable {

    private static final Map<String, String> FRIENDLY = Map.of(
            "EHLO", "250-scripted\r\n250 8BITMIME",
            "STARTTLS", "220 2.0.0 go on",
            "DATA", "354 go on",
            ".", "250 2.0.0 taken",
            "QUIT", "221 2.0.0 bye",
            "AUTH", "235 2.7.0 welcome");

    private final ServerSocket socket;
    private final SSLContext tls;
    private final Map<String, String> answers;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    /**
     * @param socket where to listen
     * @param tls with which to answer STARTTLS
     * @param answers those that are not friendly; an empty one closes the connection
     */
    ScriptedSmtpServer(ServerSocket socket, SSLContext tls, Map<String, String> answers) {
        this.socket = socket;
        this.tls = tls;
        this.answers = answers;
        Thread thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    static ScriptedSmtpServer answering(Map<String, String> answers) throws IOException {
        return new ScriptedSmtpServer(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), null, answers);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Every line that came. */
    List<String> heard() {
        return heard;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                say(client, "220 scripted");
                converse(client);
            } catch (IOException gone) {
                heard.add("(gone)");
            }
        }
    }

    private void converse(Socket client) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            heard.add(line);
            String answer = answer(line);
            if (answer.isEmpty()) {
                return;
            }
            say(client, answer);
            if (line.equals("STARTTLS")) {
                converse(secured(client));
                return;
            }
            if (answer.startsWith("354")) {
                takeMessage(lines);
                say(client, answer("."));
            }
        }
    }

    private String answer(String line) {
        String word = line.split("[ :]", 2)[0];
        return answers.getOrDefault(word, FRIENDLY.getOrDefault(word, "250 2.0.0 ok"));
    }

    private void takeMessage(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null && !line.equals("."); line = lines.readLine()) {
            heard.add(line);
        }
    }

    private Socket secured(Socket client) throws IOException {
        SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(client, null, true);
        secured.setUseClientMode(false);
        return secured;
    }

    private static void say(Socket client, String answer) throws IOException {
        client.getOutputStream().write((answer + "\r\n").getBytes(UTF_8));
    }
}
