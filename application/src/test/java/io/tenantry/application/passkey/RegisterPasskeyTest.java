package io.tenantry.application.passkey;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.InParallel;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.inmemory.InMemoryAuthenticator;
import io.tenantry.application.mfa.SecondFactorFixture;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.AlreadyEnrolled;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.failure.InvalidPasskey;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mfa.Factors;
import io.tenantry.domain.passkey.FinishPasskeyRegistration;
import io.tenantry.domain.passkey.FinishPasskeyRegistration.Added;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.StartPasskeyRegistration;
import io.tenantry.domain.passkey.StartPasskeySignIn;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.user.EmailAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegisterPasskeyTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final SecondFactorFixture factors = new SecondFactorFixture(tenantry);
    private final PasskeyFixture passkeys = new PasskeyFixture(tenantry);
    private final InMemoryAuthenticator authenticator = new InMemoryAuthenticator();
    private final Principal ada = factors.newcomer(ADA);

    @Test
    void a_passkey_is_kept_under_its_trimmed_name() {
        Passkey added = factors.addPasskey(ada, authenticator, " Telephone ").passkey();

        assertThat(added.name()).isEqualTo("Telephone");
        assertThat(added.createdAt()).isEqualTo(tenantry.now());
        assertThat(passkeys.passkeys().listPasskeys().list(ada)).containsExactly(added);
    }

    @Test
    void the_first_factor_brings_ten_recovery_codes_and_a_further_one_none() {
        Added first = factors.addPasskey(ada, authenticator, "Telephone");
        Added second = factors.addPasskey(ada, new InMemoryAuthenticator(), "Laptop");

        assertThat(first.recoveryCodes()).hasSize(10);
        assertThat(second.recoveryCodes()).isEmpty();
        assertThat(factors.factors(ada.user())).isEqualTo(new Factors(false, 10, 2));
    }

    @Test
    void who_has_a_code_generator_keeps_the_recovery_codes() {
        String code = factors.nextCode(factors.enroll(ada).secret());

        assertThat(factors.addPasskey(ada, authenticator, "Telephone", Optional.of(code))
                        .recoveryCodes())
                .isEmpty();
    }

    @Test
    void R6_3_3_who_has_a_code_generator_shows_a_code_once_since_the_passkey_will_stand_for_both_factors() {
        String code = factors.nextCode(factors.enroll(ada).secret());
        String wrong = code.charAt(0) == '1' ? "2" + code.substring(1) : "1" + code.substring(1);

        assertThatThrownBy(() -> factors.addPasskey(ada, authenticator, "Telephone"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> factors.addPasskey(ada, authenticator, "Telephone", Optional.of(wrong)))
                .isInstanceOf(InvalidInput.class);
        factors.addPasskey(ada, authenticator, "Telephone", Optional.of(code));
        assertThatThrownBy(() -> factors.addPasskey(ada, new InMemoryAuthenticator(), "Laptop", Optional.of(code)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void R_T4_wrong_codes_here_count_as_those_at_a_sign_in_do() {
        factors.enroll(ada);

        for (int guess = 0; guess < 10; guess++) {
            assertThatThrownBy(() -> factors.addPasskey(ada, authenticator, "Telephone", Optional.of("not one")))
                    .isInstanceOf(InvalidInput.class);
        }

        assertThatThrownBy(() -> factors.addPasskey(ada, authenticator, "Telephone", Optional.of("not one")))
                .isInstanceOf(Throttled.class);
    }

    @Test
    void R7_5_1_it_needs_the_password_again() {
        assertThatThrownBy(() -> start(ada, Optional.of(new Password("wrong")))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> start(ada, Optional.empty())).isInstanceOf(InvalidInput.class);
    }

    @Test
    void R7_4_3_it_ends_the_other_sessions_and_makes_this_one_one_of_two_factors() {
        Principal elsewhere = tenantry.authenticate(tenantry.signIn(ADA));

        factors.addPasskey(ada, authenticator, "Telephone");

        assertThat(factors.isLive(elsewhere)).isFalse();
        assertThat(factors.isLive(ada)).isTrue();
        assertThat(factors.session(ada).secondFactor()).isTrue();
    }

    @Test
    void R6_3_7_the_user_is_told_its_name_and_the_audit_its_id() {
        Passkey added = factors.addPasskey(ada, authenticator, "Telephone").passkey();

        Mail notice = tenantry.tenantry().deliverMail().get(0);
        assertThat(notice.kind()).isEqualTo(MailKind.PASSKEY_ADDED);
        assertThat(notice.details()).containsEntry(MailDetail.NAME, "Telephone");
        AuditEvent event = factors.audited(AuditAction.PASSKEY_ADDED);
        assertThat(event.subject()).contains(ada.user());
        assertThat(event.data()).isEqualTo(Map.of("passkey", added.id().toString()));
    }

    @Test
    void a_second_factor_is_asked_for_from_now_on() {
        factors.addPasskey(ada, authenticator, "Telephone");

        assertThat(factors.firstStep(ADA).challenge().value()).isNotEmpty();
    }

    @Test
    void a_name_that_cannot_be_shown_is_refused_and_the_ceremony_stays() {
        StartPasskeyRegistration.Started started = passkeys.startRegistration(ada);
        String answer = authenticator.register(started.options());

        for (Map.Entry<String, FieldProblem> wrong : Map.of(
                        " ",
                        FieldProblem.REQUIRED,
                        "x".repeat(101),
                        FieldProblem.TOO_LONG,
                        "a\0b",
                        FieldProblem.ILLEGAL_CHARACTER)
                .entrySet()) {
            assertThatThrownBy(() -> finish(ada, started.ceremony(), answer, wrong.getKey()))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refusal -> assertThat(refusal.problems()).isEqualTo(Map.of("name", wrong.getValue())));
        }
        assertThat(finish(ada, started.ceremony(), answer, "Telephone")
                        .passkey()
                        .name())
                .isEqualTo("Telephone");
    }

    @Test
    void R_E8_a_ceremony_serves_once_though_the_answer_was_wrong() {
        StartPasskeyRegistration.Started started = passkeys.startRegistration(ada);
        String other = authenticator.register(passkeys.startRegistration(ada).options());
        assertThatThrownBy(() -> finish(ada, started.ceremony(), other, "Telephone"))
                .isInstanceOf(InvalidPasskey.class);

        String right = authenticator.register(started.options());
        assertThatThrownBy(() -> finish(ada, started.ceremony(), right, "Telephone"))
                .isInstanceOf(InvalidOneTimeToken.class);
    }

    @Test
    void R_E10_a_ceremony_serves_once_also_in_parallel() throws Exception {
        StartPasskeyRegistration.Started started = passkeys.startRegistration(ada);
        String answer = authenticator.register(started.options());

        List<Object> outcomes = InParallel.outcomes(10, number -> finish(ada, started.ceremony(), answer, "Telephone"));

        assertThat(outcomes).filteredOn(Added.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(InvalidOneTimeToken.class::isInstance).hasSize(9);
    }

    @Test
    void R_E8_a_ceremony_serves_its_own_user_alone() {
        Principal grace = factors.newcomer(GRACE);
        StartPasskeyRegistration.Started started = passkeys.startRegistration(ada);
        String answer = authenticator.register(started.options());

        assertThatThrownBy(() -> finish(grace, started.ceremony(), answer, "Telephone"))
                .isInstanceOf(InvalidOneTimeToken.class);
        assertThat(factors.factors(grace.user())).isEqualTo(Factors.NONE);
    }

    @Test
    void R_E8_a_ceremony_for_a_sign_in_registers_nothing() {
        StartPasskeySignIn.Started started = passkeys.start();

        assertThatThrownBy(
                        () -> finish(ada, started.ceremony(), authenticator.register(started.options()), "Telephone"))
                .isInstanceOf(InvalidOneTimeToken.class);
    }

    @Test
    void R_E4_a_ceremony_is_over_after_five_minutes() {
        StartPasskeyRegistration.Started started = passkeys.startRegistration(ada);
        String answer = authenticator.register(started.options());
        tenantry.pass(Duration.ofMinutes(5));

        assertThatThrownBy(() -> finish(ada, started.ceremony(), answer, "Telephone"))
                .isInstanceOf(InvalidOneTimeToken.class);
    }

    @Test
    void R_E8_a_session_that_has_ended_adds_nothing() {
        StartPasskeyRegistration.Started started = passkeys.startRegistration(ada);
        tenantry.requestReset(ADA);
        tenantry.resetPassword(tenantry.mailed(MailKind.RESET_PASSWORD), new Password("quite another one"));

        assertThatThrownBy(
                        () -> finish(ada, started.ceremony(), authenticator.register(started.options()), "Telephone"))
                .isInstanceOf(Unauthenticated.class);
    }

    @Test
    void a_credential_that_is_known_is_refused_whoevers_it_is() {
        Principal grace = factors.newcomer(GRACE);
        factors.addPasskey(grace, authenticator, "Telephone");

        assertThatThrownBy(() -> factors.addPasskey(ada, authenticator, "Telephone"))
                .isInstanceOf(AlreadyEnrolled.class);
        assertThat(factors.factors(ada.user())).isEqualTo(Factors.NONE);
    }

    @Test
    void a_user_has_twenty_at_most_also_when_two_are_added_at_once() {
        for (int count = 0; count < Passkey.MAX_PER_USER - 1; count++) {
            factors.addPasskey(ada, new InMemoryAuthenticator(), "Key " + count);
        }
        StartPasskeyRegistration.Started last = passkeys.startRegistration(ada);
        factors.addPasskey(ada, authenticator, "Telephone");

        assertThatThrownBy(() -> finish(
                        ada, last.ceremony(), new InMemoryAuthenticator().register(last.options()), "One too many"))
                .isInstanceOf(AlreadyEnrolled.class);
        assertThatThrownBy(() -> passkeys.startRegistration(ada)).isInstanceOf(AlreadyEnrolled.class);
        assertThat(factors.factors(ada.user()).passkeys()).isEqualTo(20);
    }

    @Test
    void R6_4_3_a_passkey_added_before_the_address_was_verified_goes_with_a_reset() {
        EmailAddress squatted = EmailAddress.of("owner@example.org");
        tenantry.registerCompany("Squat", squatted);
        Principal squatter = tenantry.authenticate(tenantry.signIn(squatted));
        factors.addPasskey(squatter, authenticator, "Telephone");
        tenantry.pass(Duration.ofMinutes(1));
        tenantry.requestReset(squatted);

        tenantry.resetPassword(tenantry.mailed(MailKind.RESET_PASSWORD), new Password("quite another one"));

        assertThat(factors.factors(squatter.user())).isEqualTo(Factors.NONE);
    }

    private StartPasskeyRegistration.Started start(Principal by, Optional<Password> password) {
        return passkeys.passkeys()
                .startPasskeyRegistration()
                .start(new StartPasskeyRegistration.Command(by, password, Optional.empty(), SecondFactorFixture.PHONE));
    }

    private Added finish(Principal by, SecretToken ceremony, String answer, String name) {
        return passkeys.passkeys()
                .finishPasskeyRegistration()
                .finish(new FinishPasskeyRegistration.Command(by, ceremony, answer, name, SecondFactorFixture.PHONE));
    }
}
