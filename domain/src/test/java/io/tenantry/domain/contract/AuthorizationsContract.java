package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.credential.OneTimeTokenFixture;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.social.Authorization;
import io.tenantry.domain.social.AuthorizationFixture;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.social.Authorizations} must do. */
public abstract class AuthorizationsContract extends PortContract {

    /** Long before anything that other tests of a run leave behind. */
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    @Test
    void a_visit_comes_back_equal_to_sign_in_and_to_link() {
        Authorization toLink = opened(AuthorizationFixture.toLink(storedUser().id()));
        Authorization toSignIn = opened(AuthorizationFixture.toSignIn());

        assertThat(take(toLink.state())).contains(toLink);
        assertThat(take(toSignIn.state())).contains(toSignIn);
    }

    @Test
    void a_visit_that_never_was_cannot_be_taken_nor_one_by_its_browser() {
        Authorization visit = opened(AuthorizationFixture.toSignIn());

        assertThat(take(OneTimeTokenFixture.aSecret().digest())).isEmpty();
        assertThat(take(visit.browser())).isEmpty();
    }

    @Test
    void a_visit_is_taken_once() {
        Authorization visit = opened(AuthorizationFixture.toSignIn());

        assertThat(take(visit.state())).isPresent();

        assertThat(take(visit.state())).isEmpty();
    }

    @Test
    void R_E10_of_twenty_that_take_one_visit_in_parallel_exactly_one_succeeds() throws Exception {
        Authorization visit = opened(AuthorizationFixture.toSignIn());

        List<Optional<Authorization>> taken = InParallel.run(20, number -> take(visit.state()));

        assertThat(taken).containsOnlyOnce(Optional.of(visit));
    }

    @Test
    void a_visit_whose_taking_was_rolled_back_can_be_taken() {
        Authorization visit = opened(AuthorizationFixture.toSignIn());
        Rollback.of(() -> doOutside(() -> {
            ports().authorizations().take(visit.state());
            throw new Rollback();
        }));

        assertThat(take(visit.state())).contains(visit);
    }

    @Test
    void those_that_expired_are_removed_as_many_as_are_asked_for() {
        opened(AuthorizationFixture.expiring(LONG_AGO, Optional.empty()));
        opened(AuthorizationFixture.expiring(
                LONG_AGO.plusSeconds(1), Optional.of(storedUser().id())));
        Authorization stays = opened(AuthorizationFixture.expiring(LONG_AGO.plusSeconds(2), Optional.empty()));

        assertThat(removeExpired(1)).isEqualTo(1);
        assertThat(removeExpired(10)).isEqualTo(1);
        assertThat(removeExpired(10)).isZero();
        assertThat(take(stays.state())).contains(stays);
    }

    private Authorization opened(Authorization visit) {
        doOutside(() -> ports().authorizations().open(visit));
        return visit;
    }

    private Optional<Authorization> take(TokenDigest state) {
        return outside(() -> ports().authorizations().take(state));
    }

    private int removeExpired(int limit) {
        return outside(() -> ports().authorizations().removeExpired(LONG_AGO.plusSeconds(2), limit));
    }
}
