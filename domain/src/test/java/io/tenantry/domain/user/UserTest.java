package io.tenantry.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UserTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final User user = UserFixture.aUser();

    @Test
    void a_user_is_verified_from_then_on() {
        User verified = user.verified(NOW);

        assertThat(user.emailVerified()).isFalse();
        assertThat(verified.emailVerified()).isTrue();
        assertThat(verified.updatedAt()).isEqualTo(NOW);
    }

    @Test
    void the_first_verification_counts() {
        User verified = user.verified(NOW);

        assertThat(verified.verified(NOW.plusSeconds(9))).isEqualTo(verified);
    }

    @Test
    void R_E1_another_address_is_the_users_once_it_is_shown_to_be_theirs() {
        EmailAddress other = UserFixture.anAddress();

        User moved = user.withEmail(other, NOW);

        assertThat(moved.email()).isEqualTo(other);
        assertThat(moved.emailVerifiedAt()).contains(NOW);
        assertThat(moved.id()).isEqualTo(user.id());
        assertThat(moved.updatedAt()).isEqualTo(NOW);
    }

    @Test
    void R6_4_3_who_had_verified_an_address_before_another_counts_as_verified_since_then() {
        User moved = user.verified(NOW).withEmail(UserFixture.anAddress(), NOW.plusSeconds(9));

        assertThat(moved.emailVerifiedAt()).contains(NOW);
    }

    @Test
    void a_user_may_be_named_anew_and_made_an_operator_and_stays_who_they_are() {
        PersonName name = PersonName.ofFull("Ada King");

        User changed = user.named(name, NOW).appointed(true, NOW);

        assertThat(changed.name()).isEqualTo(name);
        assertThat(changed.operator()).isTrue();
        assertThat(changed.updatedAt()).isEqualTo(NOW);
        assertThat(changed.named(user.name(), user.updatedAt()).appointed(false, user.updatedAt()))
                .isEqualTo(user);
    }

    @Test
    void by_contract_a_user_is_refused_who_must_verify_first_and_has_not() {
        assertThat(EmailVerification.CONTRACT.refuses(who(true))).isTrue();
        assertThat(EmailVerification.CONTRACT.refuses(who(true).verified(NOW))).isFalse();
        assertThat(EmailVerification.CONTRACT.refuses(who(false))).isFalse();
    }

    @Test
    void always_refuses_everybody_who_has_not_verified_and_never_refuses_nobody() {
        assertThat(EmailVerification.ALWAYS.refuses(who(false))).isTrue();
        assertThat(EmailVerification.ALWAYS.refuses(who(true))).isTrue();
        assertThat(EmailVerification.ALWAYS.refuses(who(false).verified(NOW))).isFalse();
        assertThat(EmailVerification.NEVER.refuses(who(true))).isFalse();
    }

    private User who(boolean mustVerify) {
        return new User(user.id(), user.email(), user.name(), Optional.empty(), mustVerify, false, NOW, NOW);
    }
}
