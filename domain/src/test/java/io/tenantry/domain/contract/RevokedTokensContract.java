package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.port.TimeFixture;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.machine.RevokedTokens} must do. */
public abstract class RevokedTokensContract extends PortContract {

    /** So long ago that no other test's token is removed. */
    private static final Instant ANCIENT = Instant.parse("1980-01-01T00:00:00Z");

    private final Instant end = TimeFixture.now().plusSeconds(900);
    private final UUID token = UUID.randomUUID();

    @Test
    void a_token_is_revoked_within_a_second_of_its_revocation_also_if_it_was_asked_for_before() {
        assertThat(isRevoked(token)).isFalse();

        doOutside(() -> ports().revokedTokens().revoke(token, end));

        Soon.become(() -> isRevoked(token), true);
        assertThat(isRevoked(UUID.randomUUID())).isFalse();
    }

    @Test
    void a_token_is_revoked_in_every_scope() {
        doIn(storedTenant().id(), () -> ports().revokedTokens().revoke(token, end));

        Soon.become(() -> isRevoked(token), true);
    }

    @Test
    void a_token_that_is_revoked_once_more_stays_so_and_it_is_no_error() throws Exception {
        doOutside(() -> ports().revokedTokens().revoke(token, end));

        InParallel.run(
                4,
                number -> outside(() -> {
                    ports().revokedTokens().revoke(token, end.plusSeconds(number));
                    return number;
                }));

        Soon.become(() -> isRevoked(token), true);
    }

    @Test
    void what_was_rolled_back_is_not_revoked() {
        Rollback.of(() -> doOutside(() -> {
            ports().revokedTokens().revoke(token, end);
            throw new Rollback();
        }));

        assertThat(isRevoked(token)).isFalse();
    }

    @Test
    void those_that_are_over_by_themselves_are_removed_and_no_others() {
        doOutside(() -> {
            ports().revokedTokens().revoke(token, end);
            ports().revokedTokens().revoke(UUID.randomUUID(), ANCIENT);
            ports().revokedTokens().revoke(UUID.randomUUID(), ANCIENT.plusSeconds(1));
        });

        assertThat(removeExpired(ANCIENT)).isEqualTo(1);
        assertThat(removeExpired(ANCIENT)).isZero();
        assertThat(removeExpired(ANCIENT.plusSeconds(2))).isEqualTo(1);
        Soon.become(() -> isRevoked(token), true);
    }

    @Test
    void of_those_that_are_over_no_more_are_removed_at_once_than_is_said_and_the_oldest_first() {
        doOutside(() -> {
            ports().revokedTokens().revoke(UUID.randomUUID(), ANCIENT);
            ports().revokedTokens().revoke(UUID.randomUUID(), ANCIENT.plusSeconds(1));
            ports().revokedTokens().revoke(UUID.randomUUID(), ANCIENT.plusSeconds(2));
        });

        assertThat(removeExpired(ANCIENT.plusSeconds(2), 2)).isEqualTo(2);
        assertThat(removeExpired(ANCIENT.plusSeconds(1), 2)).isZero();
        assertThat(removeExpired(ANCIENT.plusSeconds(2), 2)).isEqualTo(1);
    }

    private int removeExpired(Instant now) {
        return removeExpired(now, 9);
    }

    private int removeExpired(Instant now, int limit) {
        return outside(() -> ports().revokedTokens().removeExpired(now, limit));
    }

    private boolean isRevoked(UUID id) {
        return ports().revokedTokens().isRevoked(id);
    }
}
