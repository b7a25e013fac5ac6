package io.tenantry.application.mfa;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.TenantryFixture;
import io.tenantry.application.inmemory.InMemoryAuthenticator;
import io.tenantry.application.mfa.SecondFactorFixture.Enrolled;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent.Outcome;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.InvalidCode;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.failure.InvalidRefreshToken;
import io.tenantry.domain.failure.TenantNotActive;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.mfa.MfaChallenge;
import io.tenantry.domain.mfa.MfaMethod;
import io.tenantry.domain.mfa.PassSecondFactor;
import io.tenantry.domain.mfa.RecoveryCode;
import io.tenantry.domain.mfa.TotpSecret;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.RefreshSession;
import io.tenantry.domain.session.RefreshToken;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignIn;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassSecondFactorTest {

    private static final Password NEW = new Password("quite another one");

    private final TenantryFixture tenantry = new TenantryFixture();
    private final SecondFactorFixture factors = new SecondFactorFixture(tenantry);

    @Test
    void a_code_of_the_generator_opens_a_session_of_two_factors() {
        Enrolled ada = factors.enrolled(ADA);
        SecretToken challenge = factors.challenge(ADA);

        SignedIn signedIn = factors.pass(challenge, factors.nextCode(ada.secret()));

        assertThat(signedIn.user().id()).isEqualTo(ada.by().user());
        assertThat(factors.session(tenantry.authenticate(signedIn)).secondFactor())
                .isTrue();
        assertThat(factors.audited(AuditAction.SIGN_IN).data()).containsEntry("by", "totp");
    }

    @Test
    void the_methods_that_the_user_has_are_told_with_the_challenge() {
        Enrolled ada = factors.enrolled(ADA);
        assertThat(factors.firstStep(ADA).methods()).containsExactlyInAnyOrder(MfaMethod.TOTP, MfaMethod.RECOVERY_CODE);

        factors.addPasskey(
                ada.by(), new InMemoryAuthenticator(), "Telephone", Optional.of(factors.nextCode(ada.secret())));
        assertThat(factors.firstStep(ADA).methods())
                .containsExactlyInAnyOrder(MfaMethod.TOTP, MfaMethod.RECOVERY_CODE, MfaMethod.PASSKEY);
    }

    @Test
    void a_recovery_code_opens_a_session_too_and_the_user_is_told() {
        Enrolled ada = factors.enrolled(ADA);
        SecretToken challenge = factors.challenge(ADA);
        factors.notices();

        SignedIn signedIn = factors.pass(challenge, ada.codes().get(3).value());

        assertThat(factors.session(tenantry.authenticate(signedIn)).secondFactor())
                .isTrue();
        assertThat(factors.factors(ada.by().user()).recoveryCodesLeft()).isEqualTo(RecoveryCode.COUNT - 1);
        assertThat(factors.notices()).contains(MailKind.RECOVERY_CODE_USED);
        assertThat(factors.audited(AuditAction.SIGN_IN).data()).containsEntry("by", "recovery_code");
    }

    @Test
    void what_was_asked_for_at_the_first_step_is_what_the_session_is() {
        Enrolled ada = factors.enrolled(ADA);
        Tenant first = tenantry.registerCompany("First", GRACE).tenant();
        Tenant second = tenantry.registerCompany("Second", EmailAddress.of("joan@example.org"))
                .tenant();
        User user = tenantry.stored(ADA).orElseThrow();
        tenantry.join(user, first, Role.ADMIN);
        tenantry.join(user, second, Role.MEMBER);
        SecretToken challenge = SecondFactorFixture.challenged(() -> tenantry.useCases()
                        .sessions()
                        .signIn()
                        .signIn(new SignIn.Command(
                                ADA,
                                PASSWORD,
                                Optional.of(second.slug()),
                                Optional.empty(),
                                SessionKind.FIXED,
                                true,
                                Device.UNKNOWN)))
                .challenge();

        SignedIn signedIn = factors.pass(challenge, factors.nextCode(ada.secret()));

        Session session = factors.session(tenantry.authenticate(signedIn));
        assertThat(signedIn.tenant()).map(in -> in.tenant().id()).contains(second.id());
        assertThat(session.kind()).isEqualTo(SessionKind.FIXED);
        assertThat(session.rememberMe()).isTrue();
        assertThat(session.device()).isEqualTo(SecondFactorFixture.PHONE);
    }

    @Test
    void a_tenant_that_was_suspended_between_the_steps_is_not_entered() {
        Enrolled ada = factors.enrolled(ADA);
        Tenant tenant = tenantry.registerCompany("Acme", GRACE).tenant();
        tenantry.join(tenantry.stored(ADA).orElseThrow(), tenant, Role.MEMBER);
        SecretToken challenge = factors.challenge(ADA);
        tenantry.change(tenant, TenantStatus.SUSPENDED);

        assertThatThrownBy(() -> factors.pass(challenge, factors.nextCode(ada.secret())))
                .isInstanceOf(TenantNotActive.class);
    }

    @Test
    void a_wrong_code_is_refused_and_noted() {
        Enrolled ada = factors.enrolled(ADA);
        SecretToken challenge = factors.challenge(ADA);

        assertThatThrownBy(() -> factors.pass(challenge, factors.wrongCode(ada.secret())))
                .isInstanceOf(InvalidCode.class);

        assertThat(factors.audited(AuditAction.MFA_CODE)).satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(event.subject()).contains(ada.by().user());
            assertThat(event.data()).containsEntry("reason", "wrong_code");
            assertThat(event.device()).isEqualTo(SecondFactorFixture.PHONE);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "000000",
                "123 456",
                "0123456",
                "12345",
                "12345\0",
                "\uff11\uff12\uff13\uff14\uff15\uff16",
                "\u0661\u0662\u0663\u0664\u0665\u0666",
                "-12345",
                "+12345",
                "1e1000",
                "aaaa-aaaa-aaaa-aaaa-aaaa-aaaa",
            })
    void R_T6_whatever_is_typed_is_refused_and_nothing_else_happens(String code) {
        factors.enrolled(ADA);
        SecretToken challenge = factors.challenge(ADA);

        assertThatThrownBy(() -> factors.pass(challenge, code)).isInstanceOf(InvalidCode.class);
    }

    @Test
    void R_T6_full_width_digits_of_the_right_code_are_refused() {
        Enrolled ada = factors.enrolled(ADA);
        SecretToken challenge = factors.challenge(ADA);
        String right = factors.nextCode(ada.secret());
        String fullWidth = right.chars()
                .mapToObj(digit -> Character.toString(digit - '0' + '\uff10'))
                .reduce("", String::concat);

        assertThatThrownBy(() -> factors.pass(challenge, fullWidth)).isInstanceOf(InvalidCode.class);
        assertThat(factors.pass(challenge, right).user().id())
                .isEqualTo(ada.by().user());
    }

    @Test
    void a_recovery_code_or_generator_of_somebody_else_is_refused() {
        factors.enrolled(ADA);
        Enrolled grace = factors.enrolled(GRACE);
        SecretToken challenge = factors.challenge(ADA);

        assertThatThrownBy(() -> factors.pass(challenge, grace.codes().get(0).value()))
                .isInstanceOf(InvalidCode.class);
        assertThatThrownBy(() -> factors.pass(challenge, factors.nextCode(grace.secret())))
                .isInstanceOf(InvalidCode.class);
        assertThat(factors.factors(grace.by().user()).recoveryCodesLeft()).isEqualTo(RecoveryCode.COUNT);
    }

    @Test
    void R_T5_a_generator_that_was_never_confirmed_is_neither_asked_for_nor_accepted() {
        Principal ada = factors.newcomer(ADA);
        TotpSecret pending = factors.start(ada);
        assertThat(tenantry.signIn(ADA).user().id()).isEqualTo(ada.user());

        factors.addPasskey(ada, new InMemoryAuthenticator(), "Telephone");
        SecretToken challenge = factors.challenge(ADA);

        assertThat(factors.firstStep(ADA).methods()).doesNotContain(MfaMethod.TOTP);
        assertThatThrownBy(() -> factors.pass(challenge, factors.code(pending))).isInstanceOf(InvalidCode.class);
    }

    @Test
    void R_E8_a_challenge_serves_one_session() {
        Enrolled ada = factors.enrolled(ADA);
        SecretToken challenge = factors.challenge(ADA);
        factors.pass(challenge, factors.nextCode(ada.secret()));

        assertThatThrownBy(() -> factors.pass(challenge, factors.nextCode(ada.secret())))
                .isInstanceOf(InvalidCode.class);
        assertThatThrownBy(() -> factors.pass(challenge, ada.codes().get(0).value()))
                .isInstanceOf(InvalidCode.class);
        assertThat(factors.factors(ada.by().user()).recoveryCodesLeft()).isEqualTo(RecoveryCode.COUNT);
    }

    @Test
    void R_E4_a_challenge_is_dead_after_five_minutes() {
        Enrolled ada = factors.enrolled(ADA);
        SecretToken challenge = factors.challenge(ADA);
        tenantry.pass(MfaChallenge.LIFETIME);

        assertThatThrownBy(() -> factors.pass(challenge, factors.code(ada.secret())))
                .isInstanceOf(InvalidCode.class);
    }

    @Test
    void R_E8_a_challenge_dies_with_the_password_that_opened_it() {
        Enrolled ada = factors.enrolled(ADA);
        SecretToken challenge = factors.challenge(ADA);
        tenantry.requestReset(ADA);
        tenantry.resetPassword(tenantry.mailed(MailKind.RESET_PASSWORD), NEW);

        assertThatThrownBy(() -> factors.pass(challenge, factors.nextCode(ada.secret())))
                .isInstanceOf(InvalidCode.class);
    }

    @Test
    void R6_4_3_a_generator_set_up_with_a_verified_address_is_asked_for_after_a_reset() {
        Enrolled ada = factors.enrolled(ADA);
        tenantry.requestReset(ADA);
        tenantry.resetPassword(tenantry.mailed(MailKind.RESET_PASSWORD), NEW);

        SecretToken challenge = SecondFactorFixture.challenged(() -> tenantry.useCases()
                        .sessions()
                        .signIn()
                        .signIn(TenantryFixture.credentials(ADA, NEW, SessionKind.ROTATING)))
                .challenge();

        assertThat(factors.pass(challenge, factors.nextCode(ada.secret()))
                        .user()
                        .id())
                .isEqualTo(ada.by().user());
    }

    @Test
    void R9_2_2_a_challenge_opens_nothing_by_itself() {
        factors.enrolled(ADA);
        SecretToken challenge = factors.challenge(ADA);

        assertThatThrownBy(() -> tenantry.useCases()
                        .sessions()
                        .refreshSession()
                        .refresh(new RefreshSession.Command(
                                new RefreshToken(challenge.value()), SessionKind.ROTATING, Device.UNKNOWN)))
                .isInstanceOf(InvalidRefreshToken.class);
        assertThatThrownBy(() -> tenantry.resetPassword(challenge, NEW)).isInstanceOf(InvalidOneTimeToken.class);
        assertThatThrownBy(() -> tenantry.verifyEmail(challenge)).isInstanceOf(InvalidOneTimeToken.class);
    }

    @Test
    void R9_2_2_no_other_token_serves_as_a_challenge() {
        Enrolled ada = factors.enrolled(ADA);
        tenantry.requestReset(ADA);
        SecretToken reset = tenantry.mailed(MailKind.RESET_PASSWORD);
        SignedIn grace = tenantry.signIn(tenantry.registerVerifiedUser(GRACE).email());

        for (String token :
                new String[] {reset.value(), grace.refreshToken().orElseThrow().value(), "", "\0", "x".repeat(10_000)
                }) {
            assertThatThrownBy(() -> factors.mfa()
                            .passSecondFactor()
                            .pass(new PassSecondFactor.Command(
                                    new SecretToken(token), factors.nextCode(ada.secret()), Device.UNKNOWN)))
                    .isInstanceOf(InvalidCode.class);
        }
    }
}
