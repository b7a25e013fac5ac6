package io.tenantry.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProfileTest {

    @Test
    void who_has_said_nothing_is_spoken_to_in_English_and_told_times_in_UTC() {
        assertThat(Profile.UNSAID.locale()).isEqualTo(Locale.ENGLISH);
        assertThat(Profile.UNSAID.timezone().normalized()).isEqualTo(ZoneOffset.UTC);
        assertThat(Profile.UNSAID.phone()).isEmpty();
        assertThat(Profile.UNSAID.preferences()).isEqualTo(Preferences.NONE);
        assertThat(Profile.UNSAID.avatar()).isEmpty();
    }

    @Test
    void news_must_be_asked_for_and_invitations_come_unless_they_are_not_wanted() {
        assertThat(Profile.UNSAID.notifications()).isEqualTo(new Profile.Notifications(false, true));
    }
}
