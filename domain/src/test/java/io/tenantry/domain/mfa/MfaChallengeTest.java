package io.tenantry.domain.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.user.UserFixture;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MfaChallengeTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final MfaChallenge challenge = new MfaChallenge(
            TokenDigest.of("challenge"),
            UserFixture.aUser().id(),
            new CredentialVersion(3),
            SessionKind.FIXED,
            Optional.empty(),
            true,
            MfaChallenge.TRIES,
            NOW.plus(MfaChallenge.LIFETIME));

    @Test
    void R_T4_a_challenge_is_dead_after_five_wrong_codes() {
        MfaChallenge tried = challenge;
        for (int wrong = 1; wrong <= 5; wrong++) {
            assertThat(tried.serves(NOW)).as("before wrong code %d", wrong).isTrue();
            tried = tried.failed();
        }

        assertThat(tried.serves(NOW)).isFalse();
        assertThat(tried.failed().serves(NOW)).isFalse();
    }

    @Test
    void R_E4_a_challenge_is_dead_five_minutes_after_the_first_step() {
        assertThat(challenge.serves(NOW.plusSeconds(300).minusNanos(1))).isTrue();
        assertThat(challenge.serves(NOW.plusSeconds(300))).isFalse();
    }

    @Test
    void a_wrong_code_changes_nothing_but_the_tries() {
        MfaChallenge failed = challenge.failed();

        assertThat(failed.triesLeft()).isEqualTo(4);
        assertThat(failed)
                .usingRecursiveComparison()
                .ignoringFields("triesLeft")
                .isEqualTo(challenge);
    }

    @Test
    void R16_2_5_a_challenge_does_not_show_its_token() {
        assertThat(challenge.toString()).contains("digest=TokenDigest[redacted]");
    }
}
