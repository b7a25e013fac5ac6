package io.tenantry.mail;

import io.tenantry.mail.SmtpServer.Security;
import jakarta.mail.Session;
import java.util.Properties;

/** The settings of Angus Mail's SMTP transport for a server. */
final class SmtpSession {

    private SmtpSession() {}

    static Session of(SmtpServer server, SmtpTimeouts timeouts) {
        Properties properties = new Properties();
        String prefix = "mail." + server.protocol() + ".";
        properties.put(
                prefix + "connectiontimeout", String.valueOf(timeouts.connect().toMillis()));
        properties.put(prefix + "timeout", String.valueOf(timeouts.read().toMillis()));
        properties.put(prefix + "writetimeout", String.valueOf(timeouts.write().toMillis()));
        properties.put(prefix + "auth", String.valueOf(server.login().isPresent()));
        properties.put(prefix + "auth.mechanisms", "PLAIN LOGIN");
        properties.put(prefix + "allow8bitmime", "true");
        // What the server has taken is sent: its answer to QUIT must not make it count as failed, and be sent again.
        properties.put(prefix + "quitwait", "false");
        secure(properties, prefix, server.security());
        return Session.getInstance(properties);
    }

    private static void secure(Properties properties, String prefix, Security security) {
        boolean starttls = security == Security.STARTTLS_OPTIONAL || security == Security.STARTTLS_REQUIRED;
        properties.put(prefix + "starttls.enable", String.valueOf(starttls));
        properties.put(prefix + "starttls.required", String.valueOf(security == Security.STARTTLS_REQUIRED));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
    }
}
