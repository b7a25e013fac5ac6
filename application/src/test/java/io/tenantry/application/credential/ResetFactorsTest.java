package io.tenantry.application.credential;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.session.SignInFixture.ELSEWHERE;
import static io.tenantry.application.session.SignInFixture.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.PortsFixture;
import io.tenantry.application.PortsFixture.PortDown;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.UseCases;
import io.tenantry.application.session.SignInFixture;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.ResetPassword;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.failure.MfaRequired;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mfa.Factors;
import io.tenantry.domain.passkey.PasskeyFixture;
import io.tenantry.domain.social.LinkedIdentityFixture;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a reset by mail leaves of the ways to sign in, and whom it tells. */
class ResetFactorsTest {

    private static final Password NEW = new Password("quite another one");

    private final TenantryFixture tenantry = new TenantryFixture();
    private final SignInFixture sessions = new SignInFixture(tenantry);

    @Test
    void R_E2_whatever_was_set_up_on_an_account_whose_address_was_never_verified_is_gone() {
        User squatted = tenantry.registerUser(ADA);
        setUpEverything(squatted);

        reset();

        assertThat(factors(squatted)).isEqualTo(Factors.NONE);
        assertThat(identitiesOf(squatted)).isZero();
        assertThat(sessions.signIn(ADA, NEW, HOME).user().id()).isEqualTo(squatted.id());
    }

    @Test
    void R_E2_so_is_what_was_set_up_before_the_address_was_verified() {
        User squatted = tenantry.registerUser(ADA);
        SecretToken verification = tenantry.mailed(MailKind.VERIFY_EMAIL);
        setUpEverything(squatted);
        tenantry.pass(Duration.ofSeconds(1));
        tenantry.verifyEmail(verification);
        tenantry.pass(Duration.ofDays(1));

        reset();

        assertThat(factors(squatted)).isEqualTo(Factors.NONE);
        assertThat(identitiesOf(squatted)).isZero();
    }

    @Test
    void R6_4_3_what_was_set_up_with_a_verified_address_stays_and_is_asked_for() {
        User ada = tenantry.registerVerifiedUser(ADA);
        tenantry.pass(Duration.ofSeconds(1));
        setUpEverything(ada);

        reset();

        assertThat(factors(ada)).isEqualTo(new Factors(true, 1, 1));
        assertThat(identitiesOf(ada)).isEqualTo(1);
        assertThatThrownBy(() -> sessions.signIn(ADA, NEW, HOME)).isInstanceOf(MfaRequired.class);
    }

    @Test
    void R6_3_5_the_user_is_told_that_the_password_was_changed_and_from_where() {
        tenantry.registerVerifiedUser(ADA);

        List<Mail> mails = reset();

        assertThat(mails).singleElement().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo(MailKind.PASSWORD_CHANGED);
            assertThat(mail.to().email()).isEqualTo(ADA);
            assertThat(mail.details())
                    .containsEntry(MailDetail.ADDRESS, ELSEWHERE.address().orElseThrow());
        });
    }

    @Test
    void R16_3_1_a_reset_is_in_the_audit_once() {
        User ada = tenantry.registerVerifiedUser(ADA);

        reset();

        assertThat(sessions.audited(AuditAction.PASSWORD_RESET)).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.SUCCESS);
            assertThat(event.subject()).contains(ada.id());
            assertThat(event.device()).isEqualTo(ELSEWHERE);
        });
    }

    @Test
    void a_reset_that_fails_at_any_call_of_a_port_changes_nothing_and_can_be_repeated() {
        int calls = 0;
        while (!resetsWith(calls)) {
            calls++;
        }

        assertThat(calls).as("calls of ports in a reset").isGreaterThan(10);
    }

    @Test
    void R_F4_a_reset_signs_nobody_in() {
        User ada = tenantry.registerVerifiedUser(ADA);

        reset();

        assertThat(outside(() -> tenantry.ports().sessions().of(ada.id()))).isEmpty();
    }

    private static boolean resetsWith(int calls) {
        TenantryFixture fresh = new TenantryFixture();
        SignInFixture signIns = new SignInFixture(fresh);
        User squatted = fresh.registerUser(ADA);
        signIns.giveTotp(squatted.id());
        fresh.requestReset(ADA);
        SecretToken token = fresh.mailed(MailKind.RESET_PASSWORD);
        UseCases failing = PortsFixture.useCases(fresh.tenantry(), PortsFixture.failingAfter(calls, fresh.ports()));
        try {
            failing.credentials().resetPassword().reset(new ResetPassword.Command(token, NEW, HOME));
            return true;
        } catch (PortDown down) {
            assertThat(fresh.stored(ADA)).as("after %d calls", calls).contains(squatted);
            assertThat(fresh.ports()
                            .identities()
                            .of(squatted.id())
                            .orElseThrow()
                            .factors())
                    .as("after %d calls", calls)
                    .isEqualTo(new Factors(true, 0, 0));
            assertThat(fresh.tenantry().deliverMail())
                    .as("after %d calls", calls)
                    .isEmpty();
            fresh.resetPassword(token, NEW);
            assertThatThrownBy(() -> fresh.resetPassword(token, NEW)).isInstanceOf(InvalidOneTimeToken.class);
            return false;
        }
    }

    /** The mails that came of it. */
    private List<Mail> reset() {
        tenantry.requestReset(ADA);
        tenantry.resetPassword(tenantry.mailed(MailKind.RESET_PASSWORD), NEW, ELSEWHERE);
        return tenantry.tenantry().deliverMail();
    }

    private void setUpEverything(User user) {
        sessions.giveTotp(user.id());
        outside(() -> {
            tenantry.ports()
                    .secondFactors()
                    .replaceRecoveryCodes(user.id(), List.of(TokenDigest.of(UniqueFixture.word())), tenantry.now());
            tenantry.ports().passkeys().add(PasskeyFixture.addedAt(tenantry.now(), user.id()));
            return tenantry.ports().linkedIdentities().add(LinkedIdentityFixture.linkedAt(tenantry.now(), user.id()));
        });
    }

    private Factors factors(User user) {
        return tenantry.ports().identities().of(user.id()).orElseThrow().factors();
    }

    private int identitiesOf(User user) {
        return outside(() -> tenantry.ports().linkedIdentities().of(user.id())).size();
    }

    private <T> T outside(Supplier<T> work) {
        return tenantry.ports().transactions().outsideTenants(work);
    }
}
