package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.OneTimeToken;
import io.tenantry.domain.credential.OneTimeTokenFixture;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.credential.OneTimeTokens} must do. */
public abstract class OneTimeTokensContract extends PortContract {

    @Test
    void a_token_of_every_purpose_comes_back_equal() {
        User user = storedUser();
        for (TokenPurpose purpose : TokenPurpose.values()) {
            OneTimeToken token = kept(OneTimeTokenFixture.aToken(purpose, user));

            assertThat(find(token.digest())).contains(token);
        }
    }

    @Test
    void a_token_that_was_never_kept_is_neither_found_nor_spent() {
        TokenDigest unknown = OneTimeTokenFixture.aSecret().digest();

        assertThat(find(unknown)).isEmpty();
        assertThat(spend(unknown)).isFalse();
    }

    @Test
    void R_F3_only_the_newest_token_of_a_user_and_purpose_is_left() {
        User user = storedUser();
        OneTimeToken older = kept(OneTimeTokenFixture.aToken(TokenPurpose.RESET_PASSWORD, user));
        OneTimeToken newer = kept(OneTimeTokenFixture.aToken(TokenPurpose.RESET_PASSWORD, user));

        assertThat(find(older.digest())).isEmpty();
        assertThat(spend(older.digest())).isFalse();
        assertThat(find(newer.digest())).contains(newer);
    }

    @Test
    void a_new_token_leaves_those_of_other_purposes_and_other_users() {
        User user = storedUser();
        OneTimeToken verification = kept(OneTimeTokenFixture.aToken(TokenPurpose.VERIFY_EMAIL, user));
        OneTimeToken anothers = kept(OneTimeTokenFixture.aToken(TokenPurpose.RESET_PASSWORD, storedUser()));

        kept(OneTimeTokenFixture.aToken(TokenPurpose.RESET_PASSWORD, user));

        assertThat(find(verification.digest())).contains(verification);
        assertThat(find(anothers.digest())).contains(anothers);
    }

    @Test
    void of_parallel_replacements_exactly_one_token_is_left() throws Exception {
        User user = storedUser();
        List<OneTimeToken> tokens = Stream.generate(() -> OneTimeTokenFixture.aToken(TokenPurpose.RESET_PASSWORD, user))
                .limit(10)
                .toList();

        InParallel.run(10, number -> kept(tokens.get(number)));

        assertThat(tokens).filteredOn(token -> find(token.digest()).isPresent()).hasSize(1);
    }

    @Test
    void a_token_is_spent_once() {
        OneTimeToken token = kept(OneTimeTokenFixture.aToken(TokenPurpose.RESET_PASSWORD, storedUser()));

        assertThat(spend(token.digest())).isTrue();
        assertThat(spend(token.digest())).isFalse();
    }

    @Test
    void R_E10_of_twenty_that_spend_one_token_in_parallel_exactly_one_succeeds() throws Exception {
        OneTimeToken token = kept(OneTimeTokenFixture.aToken(TokenPurpose.RESET_PASSWORD, storedUser()));

        List<Boolean> spent = InParallel.run(20, number -> spend(token.digest()));

        assertThat(spent).containsOnlyOnce(true);
    }

    @Test
    void a_token_whose_spending_was_rolled_back_can_be_spent() {
        OneTimeToken token = kept(OneTimeTokenFixture.aToken(TokenPurpose.RESET_PASSWORD, storedUser()));
        Rollback.of(() -> doOutside(() -> {
            ports().oneTimeTokens().spend(token.digest());
            throw new Rollback();
        }));

        assertThat(spend(token.digest())).isTrue();
    }

    @Test
    void after_one_was_spent_a_new_token_serves() {
        User user = storedUser();
        spend(kept(OneTimeTokenFixture.aToken(TokenPurpose.RESET_PASSWORD, user))
                .digest());

        OneTimeToken next = kept(OneTimeTokenFixture.aToken(TokenPurpose.RESET_PASSWORD, user));

        assertThat(find(next.digest())).contains(next);
        assertThat(spend(next.digest())).isTrue();
    }

    @Test
    void R_E8_what_is_taken_back_is_dead_and_nothing_else() {
        User user = storedUser();
        OneTimeToken confirmation = kept(OneTimeTokenFixture.aToken(TokenPurpose.CONFIRM_EMAIL, user));
        OneTimeToken reset = kept(OneTimeTokenFixture.aToken(TokenPurpose.RESET_PASSWORD, user));
        OneTimeToken anothers = kept(OneTimeTokenFixture.aToken(TokenPurpose.CONFIRM_EMAIL, storedUser()));

        revokeConfirmation(user);
        revokeConfirmation(user);

        assertThat(find(confirmation.digest())).isEmpty();
        assertThat(spend(confirmation.digest())).isFalse();
        assertThat(find(reset.digest())).contains(reset);
        assertThat(find(anothers.digest())).contains(anothers);
    }

    @Test
    void what_expired_is_removed_so_many_at_once_and_nothing_else() {
        Instant longAgo = Instant.parse("1980-01-01T00:00:00Z");
        OneTimeToken first = kept(expiring(longAgo.minusSeconds(2)));
        OneTimeToken second = kept(expiring(longAgo.minusSeconds(1)));
        OneTimeToken young = kept(expiring(longAgo));

        assertThat(removeExpired(longAgo, 1)).isEqualTo(1);
        assertThat(removeExpired(longAgo, 9)).isEqualTo(1);
        assertThat(removeExpired(longAgo, 9)).isZero();

        assertThat(find(first.digest())).isEmpty();
        assertThat(find(second.digest())).isEmpty();
        assertThat(find(young.digest())).contains(young);
        removeExpired(longAgo.plusSeconds(1), 9);
    }

    @Test
    void a_token_for_another_address_comes_back_equal() {
        User user = storedUser();
        OneTimeToken token = kept(OneTimeToken.forNewAddress(
                OneTimeTokenFixture.aSecret(),
                user,
                UserFixture.anAddress(),
                new CredentialVersion(0),
                TimeFixture.now()));

        assertThat(find(token.digest())).contains(token);
    }

    private void revokeConfirmation(User user) {
        doOutside(() -> ports().oneTimeTokens().revoke(user.id(), TokenPurpose.CONFIRM_EMAIL));
    }

    private OneTimeToken expiring(Instant at) {
        OneTimeToken token = OneTimeTokenFixture.aToken(TokenPurpose.RESET_PASSWORD, storedUser());
        return new OneTimeToken(token.digest(), token.purpose(), token.user(), token.email(), token.credential(), at);
    }

    private int removeExpired(Instant before, int limit) {
        return outside(() -> ports().oneTimeTokens().removeExpired(before, limit));
    }

    private OneTimeToken kept(OneTimeToken token) {
        doOutside(() -> ports().oneTimeTokens().replace(token));
        return token;
    }

    private Optional<OneTimeToken> find(TokenDigest digest) {
        return outside(() -> ports().oneTimeTokens().find(digest));
    }

    private boolean spend(TokenDigest digest) {
        return outside(() -> ports().oneTimeTokens().spend(digest));
    }
}
