package io.tenantry.mail;

import java.net.URI;

/** Settings as a server without configuration has them. */
final class SettingsFixture {

    private SettingsFixture() {}

    static MailSettings standard() {
        return new MailSettings("Tenantry <no-reply@localhost>", links());
    }

    static MailLinks links() {
        return MailLinks.of(URI.create("http://localhost:8080"));
    }
}
