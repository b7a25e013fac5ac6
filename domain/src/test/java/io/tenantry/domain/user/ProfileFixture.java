package io.tenantry.domain.user;

import io.tenantry.domain.user.Profile.Notifications;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** What users say of themselves. */
public final class ProfileFixture {

    private ProfileFixture() {}

    /** Other than the standard in everything but the picture. */
    public static Profile aProfile() {
        return new Profile(
                Optional.of(new PhoneNumber("+49 30 123456")),
                ZoneId.of("Europe/Berlin"),
                Locale.GERMAN,
                new Notifications(true, false),
                new Preferences("{\"theme\":\"dark\"}"),
                Optional.empty());
    }

    /** Bytes of the size of a picture, which no decoder would take for one. */
    public static Avatar anAvatar(int number) {
        byte[] png = new byte[20_000];
        new Random(number).nextBytes(png);
        return new Avatar(png);
    }
}
