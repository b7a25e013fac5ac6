package io.tenantry.application.passkey;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.InParallel;
import io.tenantry.application.PortsFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.inmemory.InMemoryAuthenticator;
import io.tenantry.application.mfa.SecondFactorFixture;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.InvalidCode;
import io.tenantry.domain.failure.InvalidCredentials;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mfa.MfaChallenge;
import io.tenantry.domain.mfa.MfaMethod;
import io.tenantry.domain.passkey.CredentialId;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.PublicKeyCredential;
import io.tenantry.domain.passkey.StartPasskeySignIn;
import io.tenantry.domain.passkey.WebAuthn;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A passkey as the second step of a sign-in by password. */
class PasskeySecondStepTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final SecondFactorFixture factors = new SecondFactorFixture(tenantry);
    private final PasskeyFixture passkeys = new PasskeyFixture(tenantry);
    private final InMemoryAuthenticator authenticator = new InMemoryAuthenticator();
    private final Principal ada = factors.newcomer(ADA);
    private final Passkey passkey =
            factors.addPasskey(ada, authenticator, "Telephone").passkey();

    @Test
    void a_passkey_completes_a_sign_in_by_password() {
        assertThat(factors.firstStep(ADA).methods()).contains(MfaMethod.PASSKEY);

        SignedIn signedIn = passkeys.secondStep(factors.challenge(ADA), authenticator);

        assertThat(signedIn.user().id()).isEqualTo(ada.user());
        assertThat(factors.session(tenantry.authenticate(signedIn)).secondFactor())
                .isTrue();
        assertThat(factors.audited(AuditAction.SIGN_IN).data()).containsEntry("by", "passkey");
    }

    @Test
    void it_is_asked_of_the_users_own_passkeys() {
        RecordingWebAuthn asked = new RecordingWebAuthn(tenantry.ports().webAuthn(), new ArrayList<>());
        SecretToken challenge = factors.challenge(ADA);

        PortsFixture.useCases(tenantry.tenantry(), PortsFixture.with(tenantry.ports(), asked))
                .passkeys()
                .startPasskeySignIn()
                .start(new StartPasskeySignIn.Command(Optional.of(challenge), SecondFactorFixture.PHONE));

        assertThat(asked.allowed()).containsExactly(passkey);
    }

    @Test
    void R_E8_a_challenge_serves_one_session() {
        SecretToken challenge = factors.challenge(ADA);
        passkeys.secondStep(challenge, authenticator);

        assertThatThrownBy(() -> passkeys.secondStep(challenge, authenticator)).isInstanceOf(InvalidCode.class);
    }

    @Test
    void R_E10_of_different_factors_at_once_one_opens_a_session() throws Exception {
        List<String> codes =
                factors.enroll(ada).codes().stream().map(code -> code.value()).toList();
        SecretToken challenge = factors.challenge(ADA);
        StartPasskeySignIn.Started started = passkeys.start(Optional.of(challenge));
        String answer = authenticator.sign(started.options());

        List<Object> outcomes = InParallel.outcomes(
                10,
                number -> number % 2 == 0
                        ? passkeys.finish(started.ceremony(), answer, Optional.of(challenge))
                        : factors.pass(challenge, codes.get(number)));

        assertThat(outcomes).filteredOn(SignedIn.class::isInstance).hasSize(1);
    }

    @Test
    void the_passkey_of_somebody_else_is_refused() {
        InMemoryAuthenticator other = new InMemoryAuthenticator();
        factors.addPasskey(factors.newcomer(GRACE), other, "Telephone");

        assertThatThrownBy(() -> passkeys.secondStep(factors.challenge(ADA), other))
                .isInstanceOf(InvalidCode.class);
        assertThat(passkeys.signIn(other).user().email()).isEqualTo(GRACE);
    }

    @Test
    void R_E8_a_ceremony_for_a_whole_sign_in_serves_no_second_step_nor_the_reverse() {
        SecretToken challenge = factors.challenge(ADA);
        StartPasskeySignIn.Started whole = passkeys.start();
        StartPasskeySignIn.Started second = passkeys.start(Optional.of(challenge));
        String toWhole = authenticator.sign(whole.options());
        String toSecond = authenticator.sign(second.options());

        assertThatThrownBy(() -> passkeys.finish(whole.ceremony(), toWhole, Optional.of(challenge)))
                .isInstanceOf(InvalidCode.class);
        assertThatThrownBy(() -> passkeys.finish(second.ceremony(), toSecond, Optional.empty()))
                .isInstanceOf(InvalidCredentials.class);
    }

    @Test
    void R_E8_a_ceremony_of_another_users_challenge_serves_no_other() {
        InMemoryAuthenticator other = new InMemoryAuthenticator();
        factors.addPasskey(factors.newcomer(GRACE), other, "Telephone");
        StartPasskeySignIn.Started graces = passkeys.start(Optional.of(factors.challenge(GRACE)));
        SecretToken adas = factors.challenge(ADA);

        assertThatThrownBy(() ->
                        passkeys.finish(graces.ceremony(), authenticator.sign(graces.options()), Optional.of(adas)))
                .isInstanceOf(InvalidCode.class);
    }

    @Test
    void R_E4_a_challenge_that_is_over_begins_and_ends_nothing() {
        SecretToken challenge = factors.challenge(ADA);
        StartPasskeySignIn.Started started = passkeys.start(Optional.of(challenge));
        String answer = authenticator.sign(started.options());
        tenantry.pass(MfaChallenge.LIFETIME);

        assertThatThrownBy(() -> passkeys.start(Optional.of(challenge))).isInstanceOf(InvalidCode.class);
        assertThatThrownBy(() -> passkeys.finish(started.ceremony(), answer, Optional.of(challenge)))
                .isInstanceOf(InvalidCode.class);
        assertThatThrownBy(() -> passkeys.start(Optional.of(new SecretToken("unknown"))))
                .isInstanceOf(InvalidCode.class);
    }

    @Test
    void R_E8_a_challenge_dies_with_the_password_that_opened_it() {
        SecretToken challenge = factors.challenge(ADA);
        tenantry.requestReset(ADA);
        tenantry.resetPassword(tenantry.mailed(MailKind.RESET_PASSWORD), new Password("quite another one"));

        assertThatThrownBy(() -> passkeys.start(Optional.of(challenge))).isInstanceOf(InvalidCode.class);
    }

    @Test
    void R_T4_five_wrong_answers_kill_the_challenge_and_ten_lock_the_account() {
        SecretToken first = factors.challenge(ADA);
        SecretToken second = factors.challenge(ADA);
        SecretToken third = factors.challenge(ADA);
        answerWrongly(first, 5);
        assertThatThrownBy(() -> passkeys.start(Optional.of(first))).isInstanceOf(InvalidCode.class);
        answerWrongly(second, 4);
        StartPasskeySignIn.Started last = passkeys.start(Optional.of(third));
        String right = authenticator.sign(last.options());
        answerWrongly(third, 1);

        assertThatThrownBy(() -> passkeys.finish(last.ceremony(), right, Optional.of(third)))
                .isInstanceOf(Throttled.class);
        assertThatThrownBy(() -> tenantry.signIn(ADA)).isInstanceOf(Throttled.class);
    }

    @Test
    void a_right_answer_forgets_the_wrong_ones() {
        answerWrongly(factors.challenge(ADA), 4);
        answerWrongly(factors.challenge(ADA), 4);
        passkeys.secondStep(factors.challenge(ADA), authenticator);
        answerWrongly(factors.challenge(ADA), 4);

        assertThat(passkeys.secondStep(factors.challenge(ADA), authenticator)
                        .user()
                        .id())
                .isEqualTo(ada.user());
    }

    private void answerWrongly(SecretToken challenge, int times) {
        for (int wrong = 0; wrong < times; wrong++) {
            StartPasskeySignIn.Started started = passkeys.start(Optional.of(challenge));
            assertThatThrownBy(() -> passkeys.finish(started.ceremony(), "wrong", Optional.of(challenge)))
                    .isInstanceOf(InvalidCode.class);
        }
    }

    /** Notes of which passkeys an answer is asked for. */
    private record RecordingWebAuthn(WebAuthn inner, List<Passkey> allowed) implements WebAuthn {

        @Override
        public Asked askForRegistration(User user, List<Passkey> existing) {
            return inner.askForRegistration(user, existing);
        }

        @Override
        public PublicKeyCredential registered(String request, String answer) {
            return inner.registered(request, answer);
        }

        @Override
        public Asked askForSignIn(List<Passkey> of) {
            allowed.addAll(of);
            return inner.askForSignIn(of);
        }

        @Override
        public CredentialId credentialOf(String answer) {
            return inner.credentialOf(answer);
        }

        @Override
        public long signed(String request, String answer, Passkey passkey) {
            return inner.signed(request, answer, passkey);
        }
    }
}
