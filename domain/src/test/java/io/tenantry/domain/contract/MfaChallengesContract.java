package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.credential.OneTimeTokenFixture;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.mfa.MfaChallenge;
import io.tenantry.domain.mfa.MfaChallengeFixture;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.mfa.MfaChallenges} must do. */
public abstract class MfaChallengesContract extends PortContract {

    /** Long before anything that other tests of a run leave behind. */
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    @Test
    void a_challenge_of_every_kind_comes_back_equal_with_a_tenant_and_without() {
        UserId user = storedUser().id();
        Optional<TenantId> tenant = Optional.of(storedTenant().id());
        for (SessionKind kind : SessionKind.values()) {
            MfaChallenge without = opened(MfaChallengeFixture.of(user, kind, Optional.empty()));
            MfaChallenge with = opened(MfaChallengeFixture.of(user, kind, tenant));

            assertThat(held(without.digest())).contains(without);
            assertThat(held(with.digest())).contains(with);
        }
    }

    @Test
    void a_challenge_that_never_was_is_not_found_and_nothing_can_be_done_to_it() {
        TokenDigest unknown = OneTimeTokenFixture.aSecret().digest();

        doOutside(() -> {
            ports().mfaChallenges().failed(unknown);
            ports().mfaChallenges().remove(unknown);
        });

        assertThat(held(unknown)).isEmpty();
    }

    @Test
    void a_removed_challenge_is_gone_and_others_of_its_user_are_not() {
        UserId user = storedUser().id();
        MfaChallenge challenge = opened(MfaChallengeFixture.of(user));
        MfaChallenge other = opened(MfaChallengeFixture.of(user));

        doOutside(() -> ports().mfaChallenges().remove(challenge.digest()));

        assertThat(held(challenge.digest())).isEmpty();
        assertThat(held(other.digest())).contains(other);
    }

    @Test
    void each_failure_takes_one_try() {
        MfaChallenge challenge = opened(MfaChallengeFixture.of(storedUser().id()));

        doOutside(() -> ports().mfaChallenges().failed(challenge.digest()));

        assertThat(held(challenge.digest())).contains(challenge.failed());
    }

    @Test
    void R_T4_of_twenty_that_fail_in_parallel_five_have_a_try() throws Exception {
        MfaChallenge challenge = opened(MfaChallengeFixture.of(storedUser().id()));

        List<Boolean> tried = InParallel.run(20, number -> outside(() -> fails(challenge.digest())));

        assertThat(tried).filteredOn(had -> had).hasSize(MfaChallenge.TRIES);
        assertThat(held(challenge.digest()).orElseThrow().triesLeft()).isZero();
    }

    @Test
    void R_E10_of_twenty_that_pass_one_challenge_in_parallel_exactly_one_succeeds() throws Exception {
        MfaChallenge challenge = opened(MfaChallengeFixture.of(storedUser().id()));

        List<Boolean> passed = InParallel.run(20, number -> outside(() -> passes(challenge.digest())));

        assertThat(passed).containsOnlyOnce(true);
    }

    @Test
    void who_holds_a_challenge_second_waits_and_sees_what_the_first_did() throws Exception {
        MfaChallenge challenge = opened(MfaChallengeFixture.of(storedUser().id()));

        Optional<MfaChallenge> seen = InParallel.secondWaits(
                midst -> doOutside(() -> {
                    ports().mfaChallenges().hold(challenge.digest());
                    midst.run();
                    ports().mfaChallenges().failed(challenge.digest());
                }),
                () -> held(challenge.digest()));

        assertThat(seen).contains(challenge.failed());
    }

    @Test
    void those_that_expired_are_removed_as_many_as_are_asked_for() {
        UserId user = storedUser().id();
        opened(MfaChallengeFixture.expiring(LONG_AGO, user));
        opened(MfaChallengeFixture.expiring(LONG_AGO.plusSeconds(1), user));
        MfaChallenge stays = opened(MfaChallengeFixture.expiring(LONG_AGO.plusSeconds(2), user));

        assertThat(removeExpired(1)).isEqualTo(1);
        assertThat(removeExpired(10)).isEqualTo(1);
        assertThat(removeExpired(10)).isZero();
        assertThat(held(stays.digest())).contains(stays);
    }

    private boolean fails(TokenDigest token) {
        boolean serves = ports().mfaChallenges().hold(token).orElseThrow().serves(TimeFixture.now());
        if (serves) {
            ports().mfaChallenges().failed(token);
        }
        return serves;
    }

    private boolean passes(TokenDigest token) {
        boolean serves = ports().mfaChallenges().hold(token).isPresent();
        ports().mfaChallenges().remove(token);
        return serves;
    }

    private MfaChallenge opened(MfaChallenge challenge) {
        doOutside(() -> ports().mfaChallenges().open(challenge));
        return challenge;
    }

    private Optional<MfaChallenge> held(TokenDigest token) {
        return outside(() -> ports().mfaChallenges().hold(token));
    }

    private int removeExpired(int limit) {
        return outside(() -> ports().mfaChallenges().removeExpired(LONG_AGO.plusSeconds(2), limit));
    }
}
