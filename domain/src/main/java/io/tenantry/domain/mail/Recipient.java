package io.tenantry.domain.mail;

import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.Profile;
import io.tenantry.domain.user.User;
import java.time.ZoneId;
import java.util.Locale;

/**
 * To whom a mail goes, and how they are spoken to.
 *
 * @param name the person's full name; may be empty
 * @param timezone in which times are told
 */
public record Recipient(EmailAddress email, String name, Locale locale, ZoneId timezone) {

    public static Recipient of(User user, Profile profile) {
        return new Recipient(user.email(), user.name().full(), profile.locale(), profile.timezone());
    }
}
