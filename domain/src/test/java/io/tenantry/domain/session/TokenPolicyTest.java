package io.tenantry.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenPolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final TokenPolicy STANDARD = TokenPolicy.STANDARD;

    @Test
    void the_standard_is_an_hour_and_24_hours_and_30_and_90_days_and_10_seconds() {
        assertThat(STANDARD)
                .isEqualTo(new TokenPolicy(
                        Duration.ofHours(1),
                        Duration.ofHours(24),
                        Duration.ofDays(30),
                        Duration.ofDays(90),
                        Duration.ofSeconds(10)));
    }

    @Test
    void a_session_is_over_after_24_hours_unused_and_a_remembered_one_after_30_days() {
        assertThat(open(SessionKind.ROTATING, false).endsUnused()).isEqualTo(NOW.plus(Duration.ofHours(24)));
        assertThat(open(SessionKind.FIXED, true).endsUnused()).isEqualTo(NOW.plus(Duration.ofDays(30)));
    }

    @Test
    void R7_3_1_a_session_that_is_used_every_hour_is_over_at_its_absolute_end_all_the_same() {
        Session session = open(SessionKind.ROTATING, false);
        Instant now = NOW;
        while (session.isLiveAt(now)) {
            session = session.usedAt(now);
            now = now.plus(Duration.ofHours(1));
        }

        assertThat(now).isEqualTo(NOW.plus(Duration.ofDays(90)));
        assertThat(session.endsUnused()).isEqualTo(NOW.plus(Duration.ofDays(90)));
    }

    @Test
    void a_session_of_one_access_token_ends_with_it_however_it_is_remembered() {
        Session session = open(SessionKind.ACCESS_ONLY, true);

        assertThat(session.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(session.endsUnused()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void a_session_is_as_it_was_opened() {
        Session session = open(SessionKind.FIXED, true);

        assertThat(session.kind()).isEqualTo(SessionKind.FIXED);
        assertThat(session.rememberMe()).isTrue();
        assertThat(session.createdAt()).isEqualTo(NOW);
        assertThat(session.lastUsedAt()).isEqualTo(NOW);
        assertThat(session.endedAt()).isEmpty();
        assertThat(session.isLiveAt(NOW)).isTrue();
    }

    @Test
    void an_access_token_lives_an_hour_and_never_longer_than_its_session() {
        Session session = open(SessionKind.ROTATING, false);
        Instant late = NOW.plus(Duration.ofHours(23)).plusSeconds(1);

        assertThat(STANDARD.accessEnds(session, NOW)).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(STANDARD.accessEnds(session, late)).isEqualTo(NOW.plus(Duration.ofHours(24)));
    }

    @Test
    void a_lifetime_that_is_not_positive_is_refused() {
        Duration day = Duration.ofDays(1);
        for (Duration wrong : new Duration[] {Duration.ZERO, Duration.ofSeconds(-1)}) {
            assertRefused(wrong, day, day, day);
            assertRefused(day, wrong, day, day);
            assertRefused(day, day, wrong, day);
            assertRefused(day, day, day, wrong);
        }
        assertThat(new TokenPolicy(day, day, day, day, Duration.ZERO).grace()).isZero();
    }

    private static void assertRefused(Duration access, Duration idle, Duration remembered, Duration maximum) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TokenPolicy(access, idle, remembered, maximum, Duration.ZERO));
    }

    private static Session open(SessionKind kind, boolean rememberMe) {
        UserId user = UserFixture.aUser().id();
        SessionId id = SessionId.next(NOW, UniqueFixture.random());
        return STANDARD.open(id, user, kind, rememberMe, false, Device.UNKNOWN, NOW);
    }
}
