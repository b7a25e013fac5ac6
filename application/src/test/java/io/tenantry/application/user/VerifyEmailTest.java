package io.tenantry.application.user;

import static io.tenantry.application.TenantryFixture.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SealedPassword;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VerifyEmailTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final User ada = tenantry.registerUser(ADA);
    private final SecretToken token = tenantry.mailed(MailKind.VERIFY_EMAIL);

    @Test
    void the_token_from_the_mail_verifies_the_address_and_lets_the_user_sign_in() {
        User verified = verify(token);

        assertThat(verified).isEqualTo(ada.verified(tenantry.now()));
        assertThat(tenantry.stored(ADA)).contains(verified);
        assertThat(tenantry.signIn(ADA).user()).isEqualTo(verified);
    }

    @Test
    void it_may_be_repeated_until_the_token_expires_and_the_first_time_counts() {
        Instant first = tenantry.now();
        verify(token);
        tenantry.pass(Duration.ofHours(24).minusSeconds(1));

        assertThat(verify(token).emailVerifiedAt()).contains(first);

        tenantry.pass(Duration.ofSeconds(1));
        refused(token);
    }

    @Test
    void R_E4_an_expired_token_verifies_nothing() {
        tenantry.pass(Duration.ofHours(24));

        refused(token);
        assertThat(tenantry.stored(ADA)).contains(ada);
    }

    @Test
    void a_token_that_was_never_sent_is_refused() {
        refused(new SecretToken("never sent"));
        refused(new SecretToken(""));
        refused(new SecretToken(token.value() + "x"));
    }

    @Test
    void R9_2_2_a_token_for_resetting_the_password_does_not_verify() {
        tenantry.requestReset(ADA);

        refused(tenantry.mailed(MailKind.RESET_PASSWORD));
    }

    @Test
    void R_E1_a_token_dies_when_the_password_changes() {
        SealedPassword other = tenantry.ports().credentials().seal(new Password("quite another one"));
        tenantry.ports().transactions().outsideTenants(() -> {
            tenantry.ports().credentials().store(ada.id(), other);
            return ada;
        });

        refused(token);
    }

    @Test
    void R_E1_a_token_dies_when_the_address_changes() {
        User moved = new User(
                ada.id(),
                EmailAddress.of("moved@example.org"),
                ada.name(),
                ada.emailVerifiedAt(),
                true,
                false,
                ada.createdAt(),
                tenantry.now());
        tenantry.ports().transactions().outsideTenants(() -> {
            tenantry.ports().users().update(moved);
            return moved;
        });

        refused(token);
    }

    private User verify(SecretToken shown) {
        return tenantry.verifyEmail(shown);
    }

    private void refused(SecretToken shown) {
        assertThatThrownBy(() -> verify(shown)).isInstanceOf(InvalidOneTimeToken.class);
    }
}
