package io.tenantry.domain.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OneTimeTokenTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final CredentialVersion VERSION = new CredentialVersion(3);

    private final User user = UserFixture.aUser();
    private final SecretToken secret = OneTimeTokenFixture.aSecret();

    @Test
    void a_token_is_kept_as_its_digest_and_bound_to_user_and_address_and_password() {
        OneTimeToken token = issued(TokenPurpose.RESET_PASSWORD);

        assertThat(token.digest()).isEqualTo(secret.digest());
        assertThat(token.user()).isEqualTo(user.id());
        assertThat(token.email()).isEqualTo(user.email());
        assertThat(token.credential()).isEqualTo(VERSION);
        assertThat(token.toString()).doesNotContain(secret.value());
    }

    @Test
    void R_F3_a_reset_token_serves_for_30_minutes() {
        OneTimeToken token = issued(TokenPurpose.RESET_PASSWORD);

        assertThat(serves(token, NOW.plus(Duration.ofMinutes(30)).minusNanos(1)))
                .isTrue();
        assertThat(serves(token, NOW.plus(Duration.ofMinutes(30)))).isFalse();
    }

    @Test
    void R_E4_a_verification_token_serves_for_24_hours() {
        OneTimeToken token = issued(TokenPurpose.VERIFY_EMAIL);

        assertThat(serves(token, NOW.plus(Duration.ofHours(24)).minusNanos(1))).isTrue();
        assertThat(serves(token, NOW.plus(Duration.ofHours(24)))).isFalse();
    }

    @Test
    void R9_2_2_a_token_serves_no_other_purpose() {
        assertThat(issued(TokenPurpose.VERIFY_EMAIL).serves(TokenPurpose.RESET_PASSWORD, user, VERSION, NOW))
                .isFalse();
        assertThat(issued(TokenPurpose.RESET_PASSWORD).serves(TokenPurpose.VERIFY_EMAIL, user, VERSION, NOW))
                .isFalse();
    }

    @Test
    void R_E1_a_token_is_dead_once_the_password_is_another() {
        assertThat(issued(TokenPurpose.RESET_PASSWORD)
                        .serves(TokenPurpose.RESET_PASSWORD, user, new CredentialVersion(4), NOW))
                .isFalse();
    }

    @Test
    void R_E1_a_token_is_dead_once_the_address_is_another() {
        User moved =
                new User(user.id(), UserFixture.anAddress(), user.name(), Optional.empty(), false, false, NOW, NOW);

        assertThat(issued(TokenPurpose.VERIFY_EMAIL).serves(TokenPurpose.VERIFY_EMAIL, moved, VERSION, NOW))
                .isFalse();
    }

    @Test
    void R_E9_a_token_does_not_serve_another_user_with_the_same_address() {
        User another = UserFixture.aUserAt(user.email());

        assertThat(issued(TokenPurpose.VERIFY_EMAIL).serves(TokenPurpose.VERIFY_EMAIL, another, VERSION, NOW))
                .isFalse();
    }

    @Test
    void a_token_for_a_new_address_is_bound_to_it_and_serves_while_the_user_has_the_old_one() {
        EmailAddress next = UserFixture.anAddress();
        OneTimeToken token = forNewAddress(next);

        assertThat(token.email()).isEqualTo(next);
        assertThat(token.digest()).isEqualTo(secret.digest());
        assertThat(serves(token, NOW.plus(Duration.ofHours(1)).minusNanos(1))).isTrue();
        assertThat(serves(token, NOW.plus(Duration.ofHours(1)))).isFalse();
    }

    @Test
    void R_E8_a_token_for_a_new_address_neither_verifies_the_old_one_nor_resets_the_password() {
        OneTimeToken token = forNewAddress(UserFixture.anAddress());

        assertThat(token.serves(TokenPurpose.VERIFY_EMAIL, user, VERSION, NOW)).isFalse();
        assertThat(token.serves(TokenPurpose.RESET_PASSWORD, user, VERSION, NOW))
                .isFalse();
        assertThat(issued(TokenPurpose.VERIFY_EMAIL).serves(TokenPurpose.CONFIRM_EMAIL, user, VERSION, NOW))
                .isFalse();
    }

    @Test
    void R_F3_a_token_for_a_new_address_is_dead_once_the_password_is_another() {
        assertThat(forNewAddress(UserFixture.anAddress())
                        .serves(TokenPurpose.CONFIRM_EMAIL, user, new CredentialVersion(4), NOW))
                .isFalse();
    }

    private OneTimeToken forNewAddress(EmailAddress address) {
        return OneTimeToken.forNewAddress(secret, user, address, VERSION, NOW);
    }

    private OneTimeToken issued(TokenPurpose purpose) {
        return OneTimeToken.issue(secret, purpose, user, VERSION, NOW);
    }

    private boolean serves(OneTimeToken token, Instant at) {
        return token.serves(token.purpose(), user, VERSION, at);
    }
}
