package io.tenantry.domain.user;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * What a user says of themselves beside their name.
 *
 * @param timezone in which times are shown to them, in mails too
 * @param locale the language that they are spoken to in
 * @param avatar the tag of the picture that they have, if they have one
 */
public record Profile(
        Optional<PhoneNumber> phone,
        ZoneId timezone,
        Locale locale,
        Notifications notifications,
        Preferences preferences,
        Optional<String> avatar) {

    /** Of a user who has said nothing. */
    public static final Profile UNSAID = new Profile(
            Optional.empty(),
            ZoneId.of("UTC"),
            Locale.ENGLISH,
            Notifications.STANDARD,
            Preferences.NONE,
            Optional.empty());

    /**
     * What a user wants to hear of by mail. Mails about the security of the account always come.
     *
     * @param product news of the product; off by default
     * @param invitations into tenants; on by default
     */
    public record Notifications(boolean product, boolean invitations) {
        public static final Notifications STANDARD = new Notifications(false, true);
    }
}
