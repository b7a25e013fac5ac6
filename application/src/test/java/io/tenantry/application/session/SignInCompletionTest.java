package io.tenantry.application.session;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static io.tenantry.application.session.SignInFixture.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenantry.application.Policies;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.session.SignInCompletion.Outcome;
import io.tenantry.application.session.SignInCompletion.Wish;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.failure.EmailNotVerified;
import io.tenantry.domain.failure.InvalidRefreshToken;
import io.tenantry.domain.failure.MfaRequired;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.TenantNotActive;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.mfa.MfaChallenge;
import io.tenantry.domain.mfa.MfaMethod;
import io.tenantry.domain.mfa.TotpEnrolment;
import io.tenantry.domain.mfa.TotpSecret;
import io.tenantry.domain.passkey.PasskeyFixture;
import io.tenantry.domain.session.RefreshSession;
import io.tenantry.domain.session.RefreshToken;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignIn;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SignInCompletionTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final SignInFixture sessions = new SignInFixture(tenantry);
    private final Tenant acme = tenantry.registerCompany("Acme", ADA).tenant();
    private final User ada = tenantry.stored(ADA).orElseThrow();
    private final SignInCompletion completion = new SignInCompletion(
            tenantry.ports(), Policies.STANDARD, tenantry.tenantry().clock(), UniqueFixture.random());

    @Test
    void who_has_a_second_factor_is_asked_for_it_and_gets_nothing_else() {
        sessions.giveTotp(ada.id());

        MfaRequired asked = asked();

        assertThat(asked.methods()).containsExactly(MfaMethod.TOTP);
        assertThat(sessionsOf(ada)).isEmpty();
        assertThatThrownBy(() -> tenantry.useCases()
                        .sessions()
                        .refreshSession()
                        .refresh(new RefreshSession.Command(
                                new RefreshToken(asked.challenge().value()), SessionKind.ROTATING, HOME)))
                .isInstanceOf(InvalidRefreshToken.class);
    }

    @Test
    void the_challenge_keeps_all_that_the_second_step_must_know_for_five_minutes() {
        sessions.giveTotp(ada.id());

        MfaRequired asked = catchThrowableOfType(
                MfaRequired.class,
                () -> tenantry.useCases()
                        .sessions()
                        .signIn()
                        .signIn(new SignIn.Command(
                                ADA,
                                PASSWORD,
                                Optional.of(new Slug("acme")),
                                Optional.empty(),
                                SessionKind.FIXED,
                                true,
                                HOME)));

        TokenDigest digest = asked.challenge().digest();
        assertThat(outside(() -> tenantry.ports().mfaChallenges().hold(digest)))
                .contains(new MfaChallenge(
                        digest,
                        ada.id(),
                        new CredentialVersion(1),
                        SessionKind.FIXED,
                        Optional.of(acme.id()),
                        true,
                        5,
                        tenantry.now().plus(Duration.ofMinutes(5))));
    }

    @Test
    void every_factor_that_may_answer_is_told_and_recovery_codes_only_beside_one() {
        giveRecoveryCode();
        assertThat(sessions.signIn(ADA, HOME).user()).isEqualTo(ada);

        outside(() -> tenantry.ports().passkeys().add(PasskeyFixture.of(ada.id())));
        assertThat(asked().methods()).containsExactlyInAnyOrder(MfaMethod.PASSKEY, MfaMethod.RECOVERY_CODE);

        sessions.giveTotp(ada.id());
        assertThat(asked().methods())
                .containsExactlyInAnyOrder(MfaMethod.TOTP, MfaMethod.PASSKEY, MfaMethod.RECOVERY_CODE);
    }

    @Test
    void R_T5_a_generator_that_was_not_shown_to_work_is_not_asked_for() {
        TotpSecret secret = TotpSecret.generate(UniqueFixture.random());
        outside(() -> {
            tenantry.ports()
                    .secondFactors()
                    .store(new TotpEnrolment(ada.id(), secret, tenantry.now(), Optional.empty(), 0));
            return secret;
        });

        assertThat(sessions.signIn(ADA, HOME).user()).isEqualTo(ada);
    }

    @Test
    void R16_3_1_a_sign_in_is_in_the_audit_of_its_tenant_and_the_question_for_a_code_in_the_installations() {
        sessions.signIn(ADA, HOME);
        sessions.giveTotp(ada.id());
        asked();

        assertThat(sessions.audited(AuditAction.SIGN_IN)).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.SUCCESS);
            assertThat(event.tenant()).map(Tenant::id).contains(acme.id());
            assertThat(event.subject()).contains(ada.id());
            assertThat(event.device()).isEqualTo(HOME);
            assertThat(event.data()).isEqualTo(Map.of("by", "password"));
        });
        assertThat(sessions.audited(AuditAction.MFA_ASKED)).singleElement().satisfies(event -> {
            assertThat(event.tenant()).isEmpty();
            assertThat(event.subject()).contains(ada.id());
        });
    }

    @Test
    void R16_3_1_a_right_password_that_opens_nothing_is_in_the_audit_with_the_reason() {
        tenantry.registerUser(GRACE);
        assertThatThrownBy(() -> sessions.signIn(GRACE, HOME)).isInstanceOf(EmailNotVerified.class);
        tenantry.change(acme, TenantStatus.SUSPENDED);
        assertThatThrownBy(() -> sessions.signIn(ADA, HOME)).isInstanceOf(TenantNotActive.class);

        assertThat(sessions.audited(AuditAction.SIGN_IN))
                .allSatisfy(event -> assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.REFUSED))
                .extracting(event -> event.data().get("reason"))
                .containsExactly("email_not_verified", "tenant_suspended");
    }

    @Test
    void after_both_factors_nothing_more_is_asked_for_and_the_session_has_both() {
        sessions.giveTotp(ada.id());
        Wish wish = new Wish(Optional.empty(), Optional.empty(), SessionKind.ROTATING, false, HOME);

        SignedIn signedIn =
                across(() -> completion.afterBothFactors(ada, wish, "passkey")).orThrow();

        assertThat(sessionOf(signedIn).secondFactor()).isTrue();
        assertThat(signedIn.tenant()).map(TenantMembership::tenant).contains(acme);
    }

    @Test
    void after_both_factors_an_address_must_be_verified_all_the_same_and_a_tenant_be_theirs() {
        User grace = tenantry.registerUser(GRACE);
        Wish nowhere = new Wish(Optional.empty(), Optional.empty(), SessionKind.ROTATING, false, HOME);
        Wish foreign = new Wish(Optional.of(new Slug("foreign")), Optional.empty(), SessionKind.ROTATING, false, HOME);

        assertRefused(across(() -> completion.afterBothFactors(grace, nowhere, "passkey")), EmailNotVerified.class);
        assertRefused(across(() -> completion.afterBothFactors(ada, foreign, "passkey")), NotFound.class);
    }

    @Test
    void after_the_second_factor_the_session_is_what_was_asked_for_at_the_first_and_the_challenge_is_gone() {
        MfaChallenge challenge = challenge(Optional.of(acme.id()));

        SignedIn signedIn = across(() -> completion.afterSecondFactor(ada, challenge, HOME, "totp"))
                .orThrow();

        Session session = sessionOf(signedIn);
        assertThat(session.kind()).isEqualTo(SessionKind.FIXED);
        assertThat(session.rememberMe()).isTrue();
        assertThat(session.secondFactor()).isTrue();
        assertThat(session.device()).isEqualTo(HOME);
        assertThat(signedIn.claims().tenant()).contains(acme.id());
        assertThat(outside(() -> tenantry.ports().mfaChallenges().hold(challenge.digest())))
                .isEmpty();
    }

    @Test
    void R7_4_2_a_tenant_that_was_suspended_between_the_two_steps_is_not_entered_and_no_other_in_its_place() {
        MfaChallenge challenge = challenge(Optional.of(acme.id()));
        Tenant other = tenantry.registerCompany("Other", GRACE).tenant();
        tenantry.join(ada, other, Role.MEMBER);
        tenantry.change(acme, TenantStatus.SUSPENDED);

        assertRefused(across(() -> completion.afterSecondFactor(ada, challenge, HOME, "totp")), TenantNotActive.class);
        assertThat(sessionsOf(ada)).isEmpty();
    }

    @Test
    void R7_4_2_a_tenant_that_was_left_between_the_two_steps_is_not_entered() {
        Tenant foreign = tenantry.registerCompany("Foreign", GRACE).tenant();
        MfaChallenge challenge = challenge(Optional.of(foreign.id()));

        assertRefused(across(() -> completion.afterSecondFactor(ada, challenge, HOME, "totp")), TenantNotActive.class);
    }

    @Test
    void who_chose_no_tenant_at_the_first_step_enters_none_at_the_second() {
        MfaChallenge challenge = challenge(Optional.empty());

        SignedIn signedIn = across(() -> completion.afterSecondFactor(ada, challenge, HOME, "totp"))
                .orThrow();

        assertThat(signedIn.tenant()).isEmpty();
    }

    private static void assertRefused(Outcome outcome, Class<? extends RuntimeException> refusal) {
        assertThatThrownBy(outcome::orThrow).isInstanceOf(refusal);
    }

    private MfaRequired asked() {
        return catchThrowableOfType(MfaRequired.class, () -> sessions.signIn(ADA, HOME));
    }

    private MfaChallenge challenge(Optional<TenantId> tenant) {
        MfaChallenge challenge = new MfaChallenge(
                TokenDigest.of(UniqueFixture.word()),
                ada.id(),
                new CredentialVersion(1),
                SessionKind.FIXED,
                tenant,
                true,
                MfaChallenge.TRIES,
                tenantry.now().plus(MfaChallenge.LIFETIME));
        return outside(() -> {
            tenantry.ports().mfaChallenges().open(challenge);
            return challenge;
        });
    }

    private void giveRecoveryCode() {
        outside(() -> {
            List<TokenDigest> codes = List.of(TokenDigest.of(UniqueFixture.word()));
            tenantry.ports().secondFactors().replaceRecoveryCodes(ada.id(), codes, tenantry.now());
            return codes;
        });
    }

    private List<Session> sessionsOf(User user) {
        return outside(() -> tenantry.ports().sessions().of(user.id()));
    }

    private Session sessionOf(SignedIn signedIn) {
        return tenantry.ports()
                .identities()
                .session(signedIn.claims().session())
                .orElseThrow();
    }

    private <T> T outside(Supplier<T> work) {
        return tenantry.ports().transactions().outsideTenants(work);
    }

    private <T> T across(Supplier<T> work) {
        return tenantry.ports().transactions().acrossTenants(work);
    }
}
