package io.tenantry.mail;

import java.util.Objects;

/**
 * What all mails share.
 *
 * @param from who they are from, as {@code Name <address>} or a bare address (RFC 5322, section 3.4)
 * @param links where their links lead
 */
public record MailSettings(String from, MailLinks links) {

    /** @throws IllegalArgumentException if {@code from} is not exactly one address */
    public MailSettings {
        Sender.parse(from);
        Objects.requireNonNull(links);
    }

    Sender sender() {
        return Sender.parse(from);
    }
}
