package io.tenantry.application.throttle;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.session.SignInFixture.ELSEWHERE;
import static io.tenantry.application.session.SignInFixture.HOME;
import static io.tenantry.application.session.SignInFixture.WRONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.application.Policies;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.session.SignInFixture;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.credential.ChangePassword;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.failure.MfaRequired;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How often one may guess at passwords, by account and by address. */
class GuessLimitsTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final SignInFixture sessions = new SignInFixture(tenantry);
    private final User ada = tenantry.registerVerifiedUser(ADA);

    @Test
    void R6_3_1_after_ten_wrong_passwords_the_right_one_is_refused_too_until_the_wait_is_over() {
        sessions.guessWrong(10, ADA, ELSEWHERE);

        assertThat(waitOf(ADA, ELSEWHERE)).isEqualTo(Duration.ofMinutes(1));
        tenantry.pass(Duration.ofSeconds(59));
        assertThat(waitOf(ADA, ELSEWHERE)).isEqualTo(Duration.ofSeconds(1));
        tenantry.pass(Duration.ofSeconds(1));
        assertThat(sessions.signIn(ADA, ELSEWHERE).user()).isEqualTo(ada);
    }

    @Test
    void R6_3_8_an_account_that_does_not_exist_is_locked_alike() {
        sessions.guessWrong(10, GRACE, ELSEWHERE);

        assertThat(waitOf(GRACE, ELSEWHERE)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void R6_3_1_wrong_passwords_from_many_addresses_count_together() {
        for (int address = 1; address <= 10; address++) {
            sessions.guessWrong(1, ADA, SignInFixture.from("203.0.113." + address));
        }

        assertThat(waitOf(ADA, SignInFixture.from("203.0.113.99"))).isPositive();
    }

    @Test
    void R6_3_1_nobody_is_locked_out_by_others_at_an_address_from_which_they_signed_in_lately() {
        sessions.signIn(ADA, HOME);
        tenantry.pass(Duration.ofDays(30).minusSeconds(1));
        sessions.guessWrong(10, ADA, ELSEWHERE);

        assertThat(sessions.signIn(ADA, HOME).user()).isEqualTo(ada);
        assertThat(waitOf(ADA, ELSEWHERE)).isPositive();
    }

    @Test
    void R6_3_1_an_address_that_was_not_used_for_30_days_is_as_any_other() {
        sessions.signIn(ADA, HOME);
        tenantry.pass(Duration.ofDays(30));
        sessions.guessWrong(10, ADA, ELSEWHERE);

        assertThat(waitOf(ADA, HOME)).isPositive();
    }

    @Test
    void R6_3_1_a_familiar_address_has_its_own_ten_tries() {
        sessions.signIn(ADA, HOME);
        sessions.guessWrong(10, ADA, HOME);

        assertThat(waitOf(ADA, HOME)).isPositive();
        assertThat(sessions.signIn(ADA, ELSEWHERE).user()).isEqualTo(ada);
    }

    @Test
    void R6_3_1_an_attackers_own_sign_ins_make_no_address_familiar_to_another_account() {
        tenantry.registerVerifiedUser(GRACE);
        sessions.signIn(GRACE, ELSEWHERE);
        sessions.guessWrong(10, ADA, SignInFixture.from("203.0.113.10"));

        assertThat(waitOf(ADA, ELSEWHERE)).isPositive();
    }

    @Test
    void R_N2_the_wait_doubles_with_each_further_wrong_password_and_a_success_resets_it() {
        sessions.guessWrong(10, ADA, ELSEWHERE);
        tenantry.pass(Duration.ofMinutes(1));
        sessions.guessWrong(1, ADA, ELSEWHERE);
        assertThat(waitOf(ADA, ELSEWHERE)).isEqualTo(Duration.ofMinutes(2));
        tenantry.pass(Duration.ofMinutes(2));

        sessions.signIn(ADA, ELSEWHERE);

        sessions.guessWrong(9, ADA, Device.UNKNOWN);
        assertThat(sessions.signIn(ADA, Device.UNKNOWN).user()).isEqualTo(ada);
    }

    @Test
    void wrong_passwords_of_more_than_a_quarter_of_an_hour_ago_count_no_more() {
        sessions.guessWrong(9, ADA, ELSEWHERE);
        tenantry.pass(Duration.ofMinutes(15));

        sessions.guessWrong(9, ADA, ELSEWHERE);

        assertThat(sessions.signIn(ADA, ELSEWHERE).user()).isEqualTo(ada);
    }

    @Test
    void R_T4_a_right_password_that_is_asked_for_a_code_gives_no_new_tries() {
        sessions.giveTotp(ada.id());
        sessions.guessWrong(9, ADA, ELSEWHERE);
        assertThatThrownBy(() -> sessions.signIn(ADA, ELSEWHERE)).isInstanceOf(MfaRequired.class);

        sessions.guessWrong(1, ADA, ELSEWHERE);

        assertThat(waitOf(ADA, ELSEWHERE)).isPositive();
    }

    @Test
    void R16_3_1_each_wrong_password_is_in_the_audit_with_whom_it_was_about_and_where_it_came_from() {
        sessions.guessWrong(1, ADA, ELSEWHERE);
        sessions.guessWrong(1, GRACE, ELSEWHERE);

        assertThat(sessions.audited(AuditAction.SIGN_IN))
                .allSatisfy(event -> {
                    assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.REFUSED);
                    assertThat(event.device()).isEqualTo(ELSEWHERE);
                    assertThat(event.tenant()).isEmpty();
                    assertThat(event.data()).isEqualTo(Map.of("reason", "password"));
                })
                .extracting(event -> event.subject().orElse(null))
                .containsExactly(ada.id(), null);
    }

    @Test
    void R16_3_1_the_lock_is_noted_once_and_its_user_is_told_once() {
        tenantry.tenantry().deliverMail();

        sessions.guessWrong(10, ADA, ELSEWHERE);
        tenantry.pass(Duration.ofMinutes(1));
        sessions.guessWrong(1, ADA, ELSEWHERE);

        assertThat(sessions.audited(AuditAction.ACCOUNT_LOCKED))
                .singleElement()
                .satisfies(event -> assertThat(event.subject()).contains(ada.id()));
        assertThat(tenantry.tenantry().deliverMail())
                .extracting(Mail::kind, mail -> mail.to().email())
                .containsExactly(tuple(MailKind.ACCOUNT_LOCKED, ADA));
    }

    @Test
    void the_lock_of_an_account_that_does_not_exist_is_noted_and_nobody_is_told() {
        tenantry.tenantry().deliverMail();

        sessions.guessWrong(10, GRACE, ELSEWHERE);

        assertThat(sessions.audited(AuditAction.ACCOUNT_LOCKED))
                .singleElement()
                .satisfies(event -> assertThat(event.subject()).isEmpty());
        assertThat(tenantry.tenantry().deliverMail()).isEmpty();
    }

    @Test
    void what_is_tried_while_it_is_locked_leaves_no_row() {
        sessions.guessWrong(10, ADA, ELSEWHERE);
        int before = tenantry.tenantry().audit().size();

        for (int guess = 0; guess < 20; guess++) {
            waitOf(ADA, ELSEWHERE);
        }

        assertThat(tenantry.tenantry().audit()).hasSize(before);
        assertThat(waitOf(ADA, ELSEWHERE)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void an_address_that_guessed_wrong_a_hundred_times_waits_whatever_the_account() {
        for (int account = 0; account < 20; account++) {
            sessions.guessWrong(
                    5, EmailAddress.of("user" + account + "@example.org"), SignInFixture.from("2001:db8::" + account));
        }

        assertThat(waitOf(ADA, SignInFixture.from("2001:db8::ffff"))).isEqualTo(Duration.ofMinutes(15));
        assertThat(sessions.signIn(ADA, SignInFixture.from("2001:db8:0:1::1")).user())
                .isEqualTo(ada);
    }

    @Test
    void a_success_forgets_nothing_that_was_counted_for_its_address() {
        for (int account = 0; account < 20; account++) {
            EmailAddress email = EmailAddress.of("user" + account + "@example.org");
            sessions.guessWrong(account == 0 ? 4 : 5, email, ELSEWHERE);
        }
        sessions.signIn(ADA, ELSEWHERE);

        sessions.guessWrong(1, ADA, ELSEWHERE);

        assertThat(waitOf(GRACE, ELSEWHERE)).isPositive();
    }

    @Test
    void a_locked_account_is_reset_by_mail_and_then_signs_in_at_once_from_where_it_was_reset() {
        sessions.signIn(ADA, HOME);
        sessions.guessWrong(10, ADA, HOME);
        sessions.guessWrong(10, ADA, ELSEWHERE);
        Password next = new Password("quite another one");

        tenantry.requestReset(ADA);
        tenantry.resetPassword(tenantry.mailed(MailKind.RESET_PASSWORD), next, HOME);

        assertThat(sessions.signIn(ADA, next, ELSEWHERE).user().id()).isEqualTo(ada.id());
        assertThat(sessions.signIn(ADA, next, HOME).user().id()).isEqualTo(ada.id());
    }

    @Test
    void R6_3_1_a_reset_from_elsewhere_frees_every_address_of_the_owners_for_good() {
        sessions.signIn(ADA, HOME);
        sessions.guessWrong(10, ADA, HOME);
        Password next = new Password("quite another one");

        tenantry.requestReset(ADA);
        tenantry.resetPassword(tenantry.mailed(MailKind.RESET_PASSWORD), next, ELSEWHERE);

        assertThat(sessions.signIn(ADA, next, HOME).user().id()).isEqualTo(ada.id());
        assertThat(sessions.signIn(ADA, next, HOME).user().id()).isEqualTo(ada.id());
    }

    @Test
    void R6_3_1_a_thief_who_signed_in_once_has_no_tries_of_their_own_after_a_reset() {
        sessions.signIn(ADA, ELSEWHERE);
        tenantry.requestReset(ADA);
        tenantry.resetPassword(tenantry.mailed(MailKind.RESET_PASSWORD), new Password("quite another one"), HOME);

        sessions.guessWrong(10, ADA, SignInFixture.from("203.0.113.10"));

        assertThat(waitOf(ADA, ELSEWHERE)).isPositive();
    }

    @Test
    void R6_3_1_a_thief_who_signed_in_once_has_no_tries_of_their_own_after_a_change_by_the_owner_who_has() {
        sessions.signIn(ADA, ELSEWHERE);
        Principal owner = tenantry.authenticate(sessions.signIn(ADA, HOME));
        Password next = new Password("quite another one");
        tenantry.useCases()
                .credentials()
                .changePassword()
                .change(new ChangePassword.Command(owner, TenantryFixture.PASSWORD, next, HOME));

        sessions.guessWrong(10, ADA, SignInFixture.from("203.0.113.10"));

        assertThat(waitOf(ADA, ELSEWHERE)).isPositive();
        assertThat(sessions.signIn(ADA, next, HOME).user().id()).isEqualTo(ada.id());
    }

    @Test
    void where_limits_are_switched_off_nobody_waits_and_wrong_passwords_are_noted_all_the_same() {
        TenantryFixture unlimited = new TenantryFixture(Policies.STANDARD.withRateLimits(false));
        SignInFixture guessing = new SignInFixture(unlimited);
        unlimited.registerVerifiedUser(ADA);

        guessing.guessWrong(120, ADA, ELSEWHERE);

        assertThat(guessing.signIn(ADA, ELSEWHERE).user().email()).isEqualTo(ADA);
        assertThat(guessing.audited(AuditAction.SIGN_IN)).hasSize(121);
        assertThat(guessing.audited(AuditAction.ACCOUNT_LOCKED)).isEmpty();
    }

    /** How long even the right password must wait, and a wrong one as long. */
    private Duration waitOf(EmailAddress email, Device device) {
        Throttled right = catchThrowableOfType(Throttled.class, () -> sessions.signIn(email, device));
        Throttled wrong = catchThrowableOfType(Throttled.class, () -> sessions.signIn(email, WRONG, device));
        assertThat(right.retryAfter()).isEqualTo(wrong.retryAfter());
        return right.retryAfter();
    }
}
