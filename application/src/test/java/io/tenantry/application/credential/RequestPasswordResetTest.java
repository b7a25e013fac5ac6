package io.tenantry.application.credential;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestPasswordResetTest {

    private final TenantryFixture tenantry = new TenantryFixture();

    @Test
    void a_known_user_gets_a_mail_at_the_stored_address_verified_or_not() {
        tenantry.registerUser(ADA);
        tenantry.tenantry().deliverMail();

        request(EmailAddress.of("Ada@EXAMPLE.org"));

        assertThat(tenantry.tenantry().deliverMail())
                .extracting(Mail::kind, mail -> mail.to().email().value())
                .containsExactly(tuple(MailKind.RESET_PASSWORD, "ada@example.org"));
    }

    @Test
    void R_F1_nobody_is_mailed_when_the_address_is_not_known_and_the_caller_is_told_nothing() {
        request(GRACE);

        assertThat(tenantry.tenantry().deliverMail()).isEmpty();
    }

    @Test
    void R6_3_8_asking_is_one_note_for_whoever_is_known_or_not_and_nothing_else() {
        tenantry.registerVerifiedUser(ADA);
        tenantry.tenantry().deliverMail();

        for (EmailAddress anybody : List.of(ADA, GRACE)) {
            request(anybody);

            tenantry.ports().transactions().outsideTenants(() -> {
                assertThat(tenantry.ports().outbox().claim(tenantry.now(), tenantry.now(), 100))
                        .isEmpty();
                assertThat(tenantry.ports().outbox().takeRequest())
                        .hasValueSatisfying(note -> assertThat(note.email()).isEqualTo(anybody));
                return assertThat(tenantry.ports().outbox().takeRequest()).isEmpty();
            });
        }
    }

    @Test
    void R_F5_asking_changes_nothing_on_the_account_and_ends_no_session() {
        User ada = tenantry.registerVerifiedUser(ADA);
        SignedIn signedIn = tenantry.signIn(ADA);

        request(ADA);

        assertThat(tenantry.stored(ADA)).contains(ada);
        assertThat(tenantry.authenticate(signedIn).user()).isEqualTo(ada.id());
        assertThat(tenantry.signIn(ADA).user()).isEqualTo(ada);
    }

    @Test
    void R_F3_only_the_newest_token_serves() {
        tenantry.registerVerifiedUser(ADA);
        request(ADA);
        SecretToken older = tenantry.mailed(MailKind.RESET_PASSWORD);
        request(ADA);
        SecretToken newer = tenantry.mailed(MailKind.RESET_PASSWORD);

        assertThatThrownBy(() -> reset(older)).isInstanceOf(InvalidOneTimeToken.class);
        reset(newer);
    }

    @Test
    void a_verification_token_that_is_out_already_still_serves() {
        tenantry.registerUser(ADA);
        SecretToken verification = tenantry.mailed(MailKind.VERIFY_EMAIL);

        request(ADA);

        assertThat(tenantry.verifyEmail(verification).emailVerified()).isTrue();
    }

    private void request(EmailAddress email) {
        tenantry.requestReset(email);
    }

    private void reset(SecretToken token) {
        tenantry.resetPassword(token, new Password("quite another one"));
    }
}
