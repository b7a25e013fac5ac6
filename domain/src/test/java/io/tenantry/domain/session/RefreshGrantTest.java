package io.tenantry.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.session.RefreshGrant.Decision;
import io.tenantry.domain.session.RefreshGrant.Keep;
import io.tenantry.domain.session.RefreshGrant.Refuse;
import io.tenantry.domain.session.RefreshGrant.Repeat;
import io.tenantry.domain.session.RefreshGrant.Reused;
import io.tenantry.domain.session.RefreshGrant.Rotate;
import io.tenantry.domain.session.RefreshGrant.Spent;
import io.tenantry.domain.user.UserFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefreshGrantTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final RotationSalt salt = SessionFixture.aSalt();

    @Test
    void an_unspent_token_of_a_rotating_session_is_rotated() {
        assertThat(decide(grant(SessionKind.ROTATING, Optional.empty()), NOW)).isEqualTo(new Rotate());
    }

    @Test
    void the_token_of_a_fixed_session_is_kept() {
        RefreshGrant grant = grant(SessionKind.FIXED, Optional.empty());

        assertThat(grant.decide(SessionKind.FIXED, NOW, GRACE)).isEqualTo(new Keep());
    }

    @Test
    void R9700_race_a_spent_token_shown_again_within_10_seconds_gives_the_same_successor() {
        RefreshGrant grant = grant(SessionKind.ROTATING, Optional.of(new Spent(NOW, Optional.of(salt))));

        assertThat(decide(grant, NOW)).isEqualTo(new Repeat(salt));
        assertThat(decide(grant, NOW.plus(GRACE))).isEqualTo(new Repeat(salt));
    }

    @Test
    void R10_4_5_a_spent_token_shown_again_after_10_seconds_is_theft() {
        RefreshGrant grant = grant(SessionKind.ROTATING, Optional.of(new Spent(NOW, Optional.of(salt))));

        assertThat(decide(grant, NOW.plus(GRACE).plusNanos(1))).isEqualTo(new Reused());
    }

    @Test
    void R10_4_5_a_spent_token_whose_salt_was_erased_is_theft_at_any_time() {
        RefreshGrant grant = grant(SessionKind.ROTATING, Optional.of(new Spent(NOW, Optional.empty())));

        assertThat(decide(grant, NOW)).isEqualTo(new Reused());
    }

    @Test
    void a_token_of_the_other_kind_is_refused_at_either_route() {
        assertThat(grant(SessionKind.FIXED, Optional.empty()).decide(SessionKind.ROTATING, NOW, GRACE))
                .isEqualTo(new Refuse());
        assertThat(grant(SessionKind.ROTATING, Optional.empty()).decide(SessionKind.FIXED, NOW, GRACE))
                .isEqualTo(new Refuse());
    }

    @Test
    void R7_4_1_a_token_of_a_session_that_was_ended_is_refused_spent_or_not() {
        Session open = session(SessionKind.ROTATING);
        Session ended = open.endedAt(NOW);
        for (Optional<Spent> spent : List.of(Optional.<Spent>empty(), Optional.of(new Spent(NOW, Optional.of(salt))))) {
            RefreshGrant grant =
                    new RefreshGrant(SessionFixture.aRefreshToken().digest(), ended, Optional.empty(), spent);

            assertThat(decide(grant, NOW)).isEqualTo(new Refuse());
        }
    }

    @Test
    void R7_3_1_a_token_of_a_session_that_was_idle_too_long_is_refused() {
        RefreshGrant grant = grant(SessionKind.ROTATING, Optional.empty());

        assertThat(decide(grant, NOW.plus(Duration.ofHours(24)).minusNanos(1))).isEqualTo(new Rotate());
        assertThat(decide(grant, NOW.plus(Duration.ofHours(24)))).isEqualTo(new Refuse());
    }

    private static Decision decide(RefreshGrant grant, Instant at) {
        return grant.decide(SessionKind.ROTATING, at, GRACE);
    }

    private static RefreshGrant grant(SessionKind kind, Optional<Spent> spent) {
        return new RefreshGrant(SessionFixture.aRefreshToken().digest(), session(kind), Optional.empty(), spent);
    }

    private static Session session(SessionKind kind) {
        return SessionFixture.openedAt(NOW, UserFixture.aUser().id(), kind);
    }
}
