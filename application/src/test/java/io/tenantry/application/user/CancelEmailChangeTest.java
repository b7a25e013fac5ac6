package io.tenantry.application.user;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.inmemory.InMemoryAuthenticator;
import io.tenantry.application.mfa.SecondFactorFixture;
import io.tenantry.application.mfa.SecondFactorFixture.Enrolled;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mfa.RemoveTotp;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.RemovePasskey;
import io.tenantry.domain.session.EndSession;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.user.EmailAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What takes back another address of mail that was asked for, by a thief perhaps, and is not yet confirmed. */
class CancelEmailChangeTest {

    private static final EmailAddress NEXT = EmailAddress.of("thief@example.org");

    private final TenantryFixture tenantry = new TenantryFixture();
    private final AccountFixture account = new AccountFixture(tenantry);
    private final SecondFactorFixture factors = new SecondFactorFixture(tenantry);
    private final InMemoryAuthenticator authenticator = new InMemoryAuthenticator();
    private final Principal ada = factors.newcomer(ADA);

    @Test
    void R_E8_it_ends_with_the_users_other_sessions() {
        SecretToken token = asked(account.signedIn(ADA));

        tenantry.useCases().sessions().endSession().end(new EndSession.AllOthers(ada, AccountFixture.BROWSER));

        assertDead(token);
    }

    @Test
    void R_E8_it_goes_on_when_one_session_ends() {
        Principal another = account.signedIn(ADA);
        SecretToken token = asked(ada);

        tenantry.useCases()
                .sessions()
                .endSession()
                .end(new EndSession.OneOf(ada, another.session(), AccountFixture.BROWSER));

        assertThat(account.confirmEmail(token).email()).isEqualTo(NEXT);
    }

    @Test
    void R7_5_it_ends_when_a_code_generator_is_set_up_or_removed() {
        SecretToken before = asked(ada);
        Enrolled enrolled = factors.enroll(ada);
        assertDead(before);
        SecretToken after = asked(ada);

        factors.mfa()
                .removeTotp()
                .remove(new RemoveTotp.Command(
                        ada, Optional.of(PASSWORD), factors.nextCode(enrolled.secret()), AccountFixture.BROWSER));

        assertDead(after);
    }

    @Test
    void R7_5_it_ends_when_a_passkey_is_added_or_removed() {
        SecretToken before = asked(ada);
        Passkey passkey = factors.addPasskey(ada, authenticator, "Telephone").passkey();
        assertDead(before);
        SecretToken after = asked(ada);

        tenantry.useCases()
                .passkeys()
                .removePasskey()
                .remove(new RemovePasskey.Command(ada, passkey.id(), Optional.of(PASSWORD), AccountFixture.BROWSER));

        assertDead(after);
    }

    private SecretToken asked(Principal by) {
        account.changeEmail(by, NEXT);
        return tenantry.mailed(MailKind.CONFIRM_EMAIL);
    }

    private void assertDead(SecretToken token) {
        assertThatThrownBy(() -> account.confirmEmail(token)).isInstanceOf(InvalidOneTimeToken.class);
        assertThat(tenantry.stored(NEXT)).isEmpty();
    }
}
