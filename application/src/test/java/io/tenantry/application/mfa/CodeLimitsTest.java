package io.tenantry.application.mfa;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.mfa.SecondFactorFixture.Enrolled;
import io.tenantry.application.session.SignInFixture;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.InvalidCode;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mfa.PassSecondFactor;
import io.tenantry.domain.mfa.RenewRecoveryCodes;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.throttle.AddressBlock;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What nobody gets by who has the password, the mailbox or a session, but not the second factor: new tries at codes. */
class CodeLimitsTest {

    private static final Password NEW = new Password("quite another one");

    private final TenantryFixture tenantry = new TenantryFixture();
    private final SecondFactorFixture factors = new SecondFactorFixture(tenantry);
    private final SignInFixture sessions = new SignInFixture(tenantry);
    private final Enrolled ada = factors.enrolled(ADA);

    @Test
    void R_T4_a_reset_gives_no_new_tries_at_the_code() {
        guess(5, PASSWORD);
        guess(4, PASSWORD);
        tenantry.requestReset(ADA);
        tenantry.resetPassword(tenantry.mailed(MailKind.RESET_PASSWORD), NEW, SecondFactorFixture.PHONE);
        guess(1, NEW);

        SecretToken challenge = challenge(NEW, Device.UNKNOWN);
        assertThrottled(() -> factors.pass(challenge, factors.nextCode(ada.secret())));
        assertThrottled(() -> factors.pass(challenge, ada.codes().get(0).value()));
    }

    @Test
    void R_T4_another_address_gives_no_new_tries_at_the_code() {
        AccountFixture account = new AccountFixture(tenantry);
        EmailAddress next = EmailAddress.of("next@example.org");
        guessInSession(9);
        account.changeEmail(ada.by(), next);
        account.confirmEmail(tenantry.mailed(MailKind.CONFIRM_EMAIL));
        guessInSession(1);

        assertThrottled(() -> renew(factors.nextCode(ada.secret())));
        assertThrottled(() -> factors.pass(factors.challenge(next), factors.code(ada.secret())));
    }

    @Test
    void R6_3_1_a_familiar_address_has_no_counter_of_its_own_for_codes() {
        for (int wrong = 0; wrong < 10; wrong++) {
            SecretToken challenge = challenge(PASSWORD, Device.UNKNOWN);
            Device from = SignInFixture.from("203.0.113." + wrong);
            remember(from);
            assertThatThrownBy(() -> pass(challenge, factors.wrongCode(ada.secret()), from))
                    .isInstanceOf(InvalidCode.class);
        }

        assertThrottled(() -> pass(
                challenge(PASSWORD, Device.UNKNOWN),
                factors.nextCode(ada.secret()),
                SignInFixture.from("203.0.113.200")));
    }

    @Test
    void R_T4_the_wait_for_codes_doubles_though_the_password_is_reset_in_between() {
        guess(5, PASSWORD);
        guess(5, PASSWORD);
        reset(NEW);
        tenantry.pass(Duration.ofMinutes(1));
        guess(1, NEW);

        tenantry.pass(Duration.ofMinutes(2).minusMillis(1));
        assertThrottled(() -> factors.pass(challenge(NEW, Device.UNKNOWN), factors.code(ada.secret())));
        tenantry.pass(Duration.ofMillis(1));
        assertThat(factors.pass(challenge(NEW, Device.UNKNOWN), factors.code(ada.secret()))
                        .user()
                        .id())
                .isEqualTo(ada.by().user());
    }

    @Test
    void R_T4_a_right_code_forgets_the_wrong_ones() {
        guessInSession(9);
        renew(factors.nextCode(ada.secret()));
        reset(PASSWORD);

        guess(5, PASSWORD);
        guess(4, PASSWORD);

        assertThat(factors.pass(challenge(PASSWORD, Device.UNKNOWN), factors.nextCode(ada.secret()))
                        .user()
                        .id())
                .isEqualTo(ada.by().user());
    }

    @Test
    void R_T4_who_is_locked_by_codes_alone_is_told_once_and_the_audit_too() {
        guess(5, PASSWORD);
        reset(NEW);
        factors.notices();
        guess(5, NEW);

        assertThat(sessions.audited(AuditAction.ACCOUNT_LOCKED))
                .singleElement()
                .extracting(AuditEvent::subject)
                .isEqualTo(Optional.of(ada.by().user()));
        assertThat(factors.notices()).containsOnlyOnce(MailKind.ACCOUNT_LOCKED);
        assertThat(challenge(NEW, Device.UNKNOWN).value()).isNotEmpty();
    }

    private void reset(Password password) {
        tenantry.requestReset(ADA);
        tenantry.resetPassword(tenantry.mailed(MailKind.RESET_PASSWORD), password, SecondFactorFixture.PHONE);
    }

    private void guess(int times, Password password) {
        SecretToken challenge = challenge(password, Device.UNKNOWN);
        for (int wrong = 0; wrong < times; wrong++) {
            assertThatThrownBy(() -> factors.pass(challenge, factors.wrongCode(ada.secret())))
                    .isInstanceOf(InvalidCode.class);
        }
    }

    private void guessInSession(int times) {
        for (int wrong = 0; wrong < times; wrong++) {
            assertThatThrownBy(() -> renew(factors.wrongCode(ada.secret()))).isInstanceOf(InvalidInput.class);
        }
    }

    private void renew(String code) {
        factors.mfa()
                .renewRecoveryCodes()
                .renew(new RenewRecoveryCodes.Command(
                        ada.by(), Optional.of(PASSWORD), code, SecondFactorFixture.PHONE));
    }

    private SecretToken challenge(Password password, Device device) {
        return SecondFactorFixture.challenged(() -> sessions.signIn(ADA, password, device))
                .challenge();
    }

    private void pass(SecretToken challenge, String code, Device device) {
        factors.mfa().passSecondFactor().pass(new PassSecondFactor.Command(challenge, code, device));
    }

    /** Makes the address one from which the account has signed in. */
    private void remember(Device device) {
        User user = tenantry.stored(ADA).orElseThrow();
        tenantry.ports().transactions().outsideTenants(() -> {
            AddressBlock here = AddressBlock.of(device).orElseThrow();
            tenantry.ports().knownDevices().remember(user.id(), here, device.program(), tenantry.now());
            return user;
        });
    }

    private static void assertThrottled(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(Throttled.class);
    }
}
