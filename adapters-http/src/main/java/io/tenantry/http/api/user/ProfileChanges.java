package io.tenantry.http.api.user;

import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.text.PlainText;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.PhoneNumber;
import io.tenantry.domain.user.Preferences;
import io.tenantry.domain.user.UpdateProfile;
import io.tenantry.http.wire.Changes;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** Reads what a {@code PATCH /api/v1/me} wants changed. */
final class ProfileChanges {
    /** Which holds every language tag that needs no extension (RFC 5646, section 4.4.1). */
    private static final int LONGEST_LOCALE = 35;
    /** Time zones that the IANA database has no longer. */
    private static final String OF_THE_JDK_ALONE = "SystemV/";

    private ProfileChanges() {}

    static UpdateProfile.Command read(Changes me, Principal by, Device device) {
        Changes profile = me.inner("profile");
        Changes notifications = profile.inner("notifications");
        return new UpdateProfile.Command(
                by,
                me.text("firstName", PersonName::problemWithPart, PlainText::trim),
                me.text("lastName", PersonName::problemWithPart, PlainText::trim),
                me.text(
                        "phone",
                        ProfileChanges::problemWithPhone,
                        text -> PhoneNumber.parse(text).orElseThrow()),
                profile.text("timezone", ProfileChanges::problemWithTimezone, ZoneId::of),
                profile.text("locale", ProfileChanges::problemWithLocale, ProfileChanges::locale),
                notifications.truth("product"),
                notifications.truth("invitations"),
                profile.json("preferences", ProfileChanges::problemWithPreferences, Preferences::new),
                device);
    }

    private static Optional<FieldProblem> problemWithPhone(String text) {
        return malformedUnless(PhoneNumber.parse(text).isPresent());
    }

    /** A name of the IANA database: the JDK would also take an offset, which knows no summer, and names of its own. */
    private static Optional<FieldProblem> problemWithTimezone(String text) {
        boolean known = ZoneId.getAvailableZoneIds().contains(text);
        return malformedUnless(known && !text.startsWith(OF_THE_JDK_ALONE));
    }

    private static Optional<FieldProblem> problemWithLocale(String text) {
        if (text.length() > LONGEST_LOCALE) {
            return Optional.of(FieldProblem.TOO_LONG);
        }
        try {
            return malformedUnless(!locale(text).getLanguage().isEmpty());
        } catch (IllformedLocaleException illFormed) {
            return Optional.of(FieldProblem.MALFORMED);
        }
    }

    /** @throws IllformedLocaleException if it is no language tag (BCP 47) */
    private static Locale locale(String text) {
        return new Locale.Builder().setLanguageTag(text).build();
    }

    private static Optional<FieldProblem> problemWithPreferences(String json) {
        boolean fits = json.getBytes(StandardCharsets.UTF_8).length <= Preferences.MAX_LENGTH;
        return fits ? Optional.empty() : Optional.of(FieldProblem.TOO_LONG);
    }

    private static Optional<FieldProblem> malformedUnless(boolean wellFormed) {
        return wellFormed ? Optional.empty() : Optional.of(FieldProblem.MALFORMED);
    }
}
