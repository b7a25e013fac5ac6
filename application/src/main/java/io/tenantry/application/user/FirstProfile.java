package io.tenantry.application.user;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.user.Profile;
import io.tenantry.domain.user.Profiles;
import io.tenantry.domain.user.UserId;
import java.util.List;
import java.util.Locale;

/** What is known of a new user before they say anything: the language that their device speaks, for the first mail already. */
public final class FirstProfile {

    /** Those that mails are written in. */
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN);

    private final Profiles profiles;

    public FirstProfile(DrivenPorts ports) {
        this.profiles = ports.profiles();
    }

    /** Within the transaction under way. */
    public void store(UserId user, Device device) {
        Profile first = Profile.UNSAID;
        profiles.store(
                user,
                new Profile(
                        first.phone(),
                        first.timezone(),
                        device.language().map(FirstProfile::spoken).orElse(first.locale()),
                        first.notifications(),
                        first.preferences(),
                        first.avatar()));
    }

    private static Locale spoken(Locale wanted) {
        return SPOKEN.stream()
                .filter(locale -> locale.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
