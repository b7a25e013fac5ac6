package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.credential.OneTimeTokenFixture;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.passkey.Ceremony;
import io.tenantry.domain.passkey.CeremonyFixture;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.passkey.Ceremonies} must do. */
public abstract class CeremoniesContract extends PortContract {

    /** Long before anything that other tests of a run leave behind. */
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    @Test
    void a_ceremony_of_every_purpose_comes_back_equal_for_a_user_and_for_nobody() {
        UserId user = storedUser().id();
        for (Ceremony ceremony :
                List.of(CeremonyFixture.registration(user), CeremonyFixture.signInOf(user), CeremonyFixture.signIn())) {
            assertThat(take(opened(ceremony).digest())).contains(ceremony);
        }
    }

    @Test
    void a_ceremony_that_never_was_cannot_be_taken() {
        assertThat(take(OneTimeTokenFixture.aSecret().digest())).isEmpty();
    }

    @Test
    void a_ceremony_is_taken_once_and_no_other_with_it() {
        Ceremony ceremony = opened(CeremonyFixture.signIn());
        Ceremony other = opened(CeremonyFixture.signIn());

        assertThat(take(ceremony.digest())).isPresent();

        assertThat(take(ceremony.digest())).isEmpty();
        assertThat(take(other.digest())).contains(other);
    }

    @Test
    void R_E10_of_twenty_that_take_one_ceremony_in_parallel_exactly_one_succeeds() throws Exception {
        Ceremony ceremony = opened(CeremonyFixture.signIn());

        List<Optional<Ceremony>> taken = InParallel.run(20, number -> take(ceremony.digest()));

        assertThat(taken).containsOnlyOnce(Optional.of(ceremony));
    }

    @Test
    void a_ceremony_whose_taking_was_rolled_back_can_be_taken() {
        Ceremony ceremony = opened(CeremonyFixture.signIn());
        Rollback.of(() -> doOutside(() -> {
            ports().ceremonies().take(ceremony.digest());
            throw new Rollback();
        }));

        assertThat(take(ceremony.digest())).contains(ceremony);
    }

    @Test
    void those_that_expired_are_removed_as_many_as_are_asked_for() {
        opened(CeremonyFixture.signInExpiring(LONG_AGO));
        opened(CeremonyFixture.signInExpiring(LONG_AGO.plusSeconds(1)));
        Ceremony stays = opened(CeremonyFixture.signInExpiring(LONG_AGO.plusSeconds(2)));

        assertThat(removeExpired(1)).isEqualTo(1);
        assertThat(removeExpired(10)).isEqualTo(1);
        assertThat(removeExpired(10)).isZero();
        assertThat(take(stays.digest())).contains(stays);
    }

    private Ceremony opened(Ceremony ceremony) {
        doOutside(() -> ports().ceremonies().open(ceremony));
        return ceremony;
    }

    private Optional<Ceremony> take(TokenDigest token) {
        return outside(() -> ports().ceremonies().take(token));
    }

    private int removeExpired(int limit) {
        return outside(() -> ports().ceremonies().removeExpired(LONG_AGO.plusSeconds(2), limit));
    }
}
