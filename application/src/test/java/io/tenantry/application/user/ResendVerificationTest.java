package io.tenantry.application.user;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.user.EmailAddress;
import org.junit.jupiter.api.Test;

class ResendVerificationTest {

    private final TenantryFixture tenantry = new TenantryFixture();

    @Test
    void an_unverified_user_gets_a_new_token_and_the_older_one_is_dead() {
        tenantry.registerUser(ADA);
        SecretToken first = tenantry.mailed(MailKind.VERIFY_EMAIL);

        tenantry.resendVerification(ADA);
        SecretToken second = tenantry.mailed(MailKind.VERIFY_EMAIL);

        assertThatThrownBy(() -> tenantry.verifyEmail(first)).isInstanceOf(InvalidOneTimeToken.class);
        assertThat(tenantry.verifyEmail(second).emailVerified()).isTrue();
    }

    @Test
    void R_E5_the_mail_goes_to_the_stored_address_and_never_to_the_typed_one() {
        tenantry.registerUser(ADA);
        tenantry.tenantry().deliverMail();

        tenantry.resendVerification(EmailAddress.of("ADA@EXAMPLE.ORG"));

        assertThat(tenantry.tenantry().deliverMail())
                .extracting(mail -> mail.to().email().value())
                .containsExactly("ada@example.org");
    }

    @Test
    void whoever_is_unknown_or_verified_gets_no_mail() {
        tenantry.registerVerifiedUser(ADA);

        tenantry.resendVerification(ADA);
        tenantry.resendVerification(GRACE);

        assertThat(tenantry.tenantry().deliverMail()).isEmpty();
    }
}
