package io.tenantry.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Which SMTP server takes the mails, and how it is spoken to. Never shows its password. */
record SmtpServer(String host, int port, Security security, Optional<Login> login) {

    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_OVER_TLS = 465;
    private static final String FORM =
            "SMTP_URL must be smtp://user:password@host:port?starttls=required|optional|off or smtps://user:password@host:port";

    /** How the connection is kept private. */
    enum Security {
        TLS,
        STARTTLS_REQUIRED,
        STARTTLS_OPTIONAL,
        NONE
    }

    /** Who sends. */
    record Login(String user, String password) {

        @Override
        public String toString() {
            return "Login[redacted]";
        }
    }

    /**
     * Reads what is configured. User and password may be percent-encoded (RFC 3986, section 2.1).
     *
     * @throws IllegalArgumentException if it has another form; never with a part of the URL, which holds a password
     */
    static SmtpServer parse(String url) {
        URI uri = uri(url);
        String path = uri.getRawPath();
        if (uri.getHost() == null || !(path.isEmpty() || path.equals("/")) || uri.getRawFragment() != null) {
            throw wrong("has no host, or something after it");
        }
        return switch (String.valueOf(uri.getScheme())) {
            case "smtp" -> new SmtpServer(uri.getHost(), port(uri, SUBMISSION), starttls(uri), login(uri));
            case "smtps" -> new SmtpServer(uri.getHost(), port(uri, SUBMISSION_OVER_TLS), tls(uri), login(uri));
            default -> throw wrong("has another scheme");
        };
    }

    /** The name under which Angus Mail knows the protocol. */
    String protocol() {
        return security == Security.TLS ? "smtps" : "smtp";
    }

    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException unreadable) {
            throw wrong("is no URL; characters with a meaning in URLs must be percent-encoded");
        }
    }

    private static int port(URI uri, int standard) {
        int port = uri.getPort() < 0 ? standard : uri.getPort();
        if (port < 1 || port > 65_535) {
            throw wrong("has a port that is none");
        }
        return port;
    }

    /** Unsaid, a password is never sent in clear: who is between could hide that the server offers STARTTLS. */
    private static Security starttls(URI uri) {
        return switch (Optional.ofNullable(uri.getRawQuery()).orElse("")) {
            case "" -> uri.getRawUserInfo() == null ? Security.STARTTLS_OPTIONAL : Security.STARTTLS_REQUIRED;
            case "starttls=required" -> Security.STARTTLS_REQUIRED;
            case "starttls=optional" -> Security.STARTTLS_OPTIONAL;
            case "starttls=off" -> Security.NONE;
            default -> throw wrong("has another parameter than starttls, or another value of it");
        };
    }

    private static Security tls(URI uri) {
        if (uri.getRawQuery() != null) {
            throw wrong("has a parameter, where smtps takes none");
        }
        return Security.TLS;
    }

    private static Optional<Login> login(URI uri) {
        if (uri.getRawUserInfo() == null) {
            return Optional.empty();
        }
        String[] parts = uri.getRawUserInfo().split(":", 2);
        if (parts.length < 2 || parts[0].isEmpty()) {
            throw wrong("has a user without a password, or a password without a user");
        }
        return Optional.of(new Login(decoded(parts[0]), decoded(parts[1])));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("SMTP_URL " + why + ". " + FORM);
    }
}
