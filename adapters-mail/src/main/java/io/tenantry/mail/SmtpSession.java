package io.tenantry.mail;

import io.tenantry.mail.SmtpServer.Security;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Optional;
import java.util.Properties;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * The settings of Angus Mail's SMTP transport for a server.
 *
 * @param trust who decides which certificates are good; empty for the JDK
 */
record SmtpSession(SmtpServer server, SmtpTimeouts timeouts, Optional<SSLSocketFactory> trust) {

    static SmtpSession of(SmtpServer server, SmtpTimeouts timeouts) {
        return new SmtpSession(server, timeouts, Optional.empty());
    }

    Session open(SocketFactory sockets) {
        Properties properties = new Properties();
        String prefix = "mail." + server.protocol() + ".";
        properties.put(
                prefix + "connectiontimeout", String.valueOf(timeouts.connect().toMillis()));
        properties.put(prefix + "timeout", String.valueOf(timeouts.read().toMillis()));
        properties.put(prefix + "writetimeout", String.valueOf(timeouts.write().toMillis()));
        properties.put(prefix + "socketFactory", sockets);
        properties.put(prefix + "socketFactory.fallback", "false");
        properties.put(prefix + "auth", String.valueOf(server.login().isPresent()));
        properties.put(prefix + "auth.mechanisms", "PLAIN LOGIN");
        properties.put(prefix + "allow8bitmime", "true");
        // What the server has taken is sent: its answer to QUIT must not make it count as failed, and be sent again.
        properties.put(prefix + "quitwait", "false");
        secure(properties, prefix);
        return Session.getInstance(properties);
    }

    /** Opens the connection, and logs in if there is a login. */
    void connect(Transport transport) throws MessagingException {
        String user = server.login().map(SmtpServer.Login::user).orElse(null);
        String password = server.login().map(SmtpServer.Login::password).orElse(null);
        transport.connect(server.host(), server.port(), user, password);
    }

    private void secure(Properties properties, String prefix) {
        Security security = server.security();
        boolean starttls = security == Security.STARTTLS_OPTIONAL || security == Security.STARTTLS_REQUIRED;
        properties.put(prefix + "starttls.enable", String.valueOf(starttls));
        properties.put(prefix + "starttls.required", String.valueOf(security == Security.STARTTLS_REQUIRED));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        trust.ifPresent(factory -> properties.put(prefix + "ssl.socketFactory", factory));
    }
}
