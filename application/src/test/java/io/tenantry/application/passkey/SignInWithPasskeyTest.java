package io.tenantry.application.passkey;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.InParallel;
import io.tenantry.application.PortsFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.UseCases;
import io.tenantry.application.inmemory.InMemoryAuthenticator;
import io.tenantry.application.mfa.SecondFactorFixture;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent.Outcome;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.AccountDisabled;
import io.tenantry.domain.failure.EmailNotVerified;
import io.tenantry.domain.failure.InvalidCredentials;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.SignInWithPasskey;
import io.tenantry.domain.passkey.StartPasskeyRegistration;
import io.tenantry.domain.passkey.StartPasskeySignIn;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Both factors at once. */
class SignInWithPasskeyTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final SecondFactorFixture factors = new SecondFactorFixture(tenantry);
    private final PasskeyFixture passkeys = new PasskeyFixture(tenantry);
    private final InMemoryAuthenticator authenticator = new InMemoryAuthenticator();
    private final Principal ada = factors.newcomer(ADA);
    private final Passkey passkey =
            factors.addPasskey(ada, authenticator, "Telephone").passkey();

    @Test
    void a_passkey_opens_a_session_of_two_factors_and_its_use_is_noted() {
        SignedIn signedIn = passkeys.signIn(authenticator);

        Passkey used = passkeys.passkeys().listPasskeys().list(ada).get(0);
        assertThat(signedIn.user().id()).isEqualTo(ada.user());
        assertThat(factors.session(tenantry.authenticate(signedIn)).secondFactor())
                .isTrue();
        assertThat(used.lastUsedAt()).contains(tenantry.now());
        assertThat(used.credential().signatureCount()).isEqualTo(1);
        assertThat(factors.audited(AuditAction.SIGN_IN).data()).containsEntry("by", "passkey");
    }

    @Test
    void the_session_is_in_the_tenant_and_of_the_kind_that_was_asked_for() {
        Tenant tenant = tenantry.registerCompany("Acme", GRACE).tenant();
        tenantry.join(tenantry.stored(ADA).orElseThrow(), tenant, Role.MEMBER);
        StartPasskeySignIn.Started started = passkeys.start();

        SignedIn signedIn = passkeys.passkeys()
                .signInWithPasskey()
                .signIn(in(tenant.slug(), started, authenticator.sign(started.options())));

        Session session = factors.session(tenantry.authenticate(signedIn));
        assertThat(signedIn.tenant()).map(in -> in.tenant().id()).contains(tenant.id());
        assertThat(session.kind()).isEqualTo(SessionKind.FIXED);
        assertThat(session.rememberMe()).isTrue();
    }

    @Test
    void a_tenant_of_others_is_not_found() {
        Tenant tenant = tenantry.registerCompany("Acme", GRACE).tenant();
        StartPasskeySignIn.Started started = passkeys.start();

        assertThatThrownBy(() -> passkeys.passkeys()
                        .signInWithPasskey()
                        .signIn(in(tenant.slug(), started, authenticator.sign(started.options()))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void R6_3_8_beginning_asks_for_nobody_whether_there_are_passkeys_or_not() {
        List<String> here = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        TenantryFixture nobody = new TenantryFixture();

        begin(tenantry, here);
        begin(nobody, empty);

        assertThat(here).isEqualTo(empty).isNotEmpty().noneMatch(call -> call.startsWith("Passkeys."));
    }

    @Test
    void R7_4_2_who_is_disabled_does_not_get_in_by_a_passkey() {
        factors.disable(ada.user());

        assertThatThrownBy(() -> passkeys.signIn(authenticator)).isInstanceOf(AccountDisabled.class);

        assertThat(factors.audited(AuditAction.SIGN_IN).data()).containsEntry("reason", "account_disabled");
    }

    @Test
    void a_passkey_that_is_not_known_is_refused_and_noted() {
        assertThatThrownBy(() -> passkeys.signIn(new InMemoryAuthenticator())).isInstanceOf(InvalidCredentials.class);

        assertThat(factors.audited(AuditAction.SIGN_IN).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(factors.audited(AuditAction.SIGN_IN).subject()).isEmpty();
        assertThat(factors.audited(AuditAction.SIGN_IN).data()).containsEntry("reason", "wrong_passkey");
    }

    @Test
    void R2_2_1_an_answer_of_another_form_is_refused() {
        for (String answer : List.of("", "{}", "null", "\0", "x".repeat(100_000))) {
            assertThatThrownBy(() -> passkeys.finish(passkeys.start().ceremony(), answer, Optional.empty()))
                    .isInstanceOf(InvalidCredentials.class);
        }
    }

    @Test
    void an_answer_to_another_question_is_refused() {
        String answer = authenticator.sign(passkeys.start().options());

        assertThatThrownBy(() -> passkeys.finish(passkeys.start().ceremony(), answer, Optional.empty()))
                .isInstanceOf(InvalidCredentials.class);
    }

    @Test
    void R_E8_a_ceremony_serves_once_though_the_answer_was_wrong() {
        StartPasskeySignIn.Started started = passkeys.start();
        assertThatThrownBy(() -> passkeys.finish(started.ceremony(), "wrong", Optional.empty()))
                .isInstanceOf(InvalidCredentials.class);

        assertThatThrownBy(() ->
                        passkeys.finish(started.ceremony(), authenticator.sign(started.options()), Optional.empty()))
                .isInstanceOf(InvalidCredentials.class);
    }

    @Test
    void R_E10_a_ceremony_serves_once_also_in_parallel() throws Exception {
        StartPasskeySignIn.Started started = passkeys.start();
        String answer = authenticator.sign(started.options());

        List<Object> outcomes =
                InParallel.outcomes(20, number -> passkeys.finish(started.ceremony(), answer, Optional.empty()));

        assertThat(outcomes).filteredOn(SignedIn.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(InvalidCredentials.class::isInstance).hasSize(19);
    }

    @Test
    void R_E8_a_ceremony_for_a_registration_signs_nobody_in() {
        StartPasskeyRegistration.Started started = passkeys.startRegistration(ada);

        assertThatThrownBy(() ->
                        passkeys.finish(started.ceremony(), authenticator.sign(started.options()), Optional.empty()))
                .isInstanceOf(InvalidCredentials.class);
    }

    @Test
    void R_E4_a_ceremony_is_over_after_five_minutes() {
        StartPasskeySignIn.Started started = passkeys.start();
        String answer = authenticator.sign(started.options());
        tenantry.pass(Duration.ofMinutes(5));

        assertThatThrownBy(() -> passkeys.finish(started.ceremony(), answer, Optional.empty()))
                .isInstanceOf(InvalidCredentials.class);
    }

    @Test
    void a_count_of_signatures_that_falls_back_is_a_copys() {
        StartPasskeySignIn.Started first = passkeys.start();
        String olderSignature = authenticator.sign(first.options());
        passkeys.signIn(authenticator);

        assertThatThrownBy(() -> passkeys.finish(first.ceremony(), olderSignature, Optional.empty()))
                .isInstanceOf(InvalidCredentials.class);
    }

    @Test
    void a_count_that_falls_back_while_the_answer_is_examined_is_a_copys_too() {
        StartPasskeySignIn.Started first = passkeys.start();
        String olderSignature = authenticator.sign(first.options());
        UseCases slower = PortsFixture.useCases(
                tenantry.tenantry(),
                PortsFixture.watched(
                        tenantry.ports(), meanwhile("WebAuthn.signed", () -> passkeys.signIn(authenticator))));

        assertThatThrownBy(() -> slower.passkeys()
                        .signInWithPasskey()
                        .signIn(PasskeyFixture.command(first.ceremony(), olderSignature, Optional.empty())))
                .isInstanceOf(InvalidCredentials.class);
    }

    @Test
    void a_passkey_that_is_removed_while_the_answer_is_examined_signs_nobody_in() {
        StartPasskeySignIn.Started started = passkeys.start();
        String answer = authenticator.sign(started.options());
        UseCases slower = PortsFixture.useCases(
                tenantry.tenantry(),
                PortsFixture.watched(
                        tenantry.ports(), meanwhile("WebAuthn.signed", () -> passkeys.remove(ada, passkey))));

        assertThatThrownBy(() -> slower.passkeys()
                        .signInWithPasskey()
                        .signIn(PasskeyFixture.command(started.ceremony(), answer, Optional.empty())))
                .isInstanceOf(InvalidCredentials.class);
    }

    @Test
    void who_must_verify_the_address_first_must_here_too() {
        factors.forgetVerification(ada.user());

        assertThatThrownBy(() -> passkeys.signIn(authenticator)).isInstanceOf(EmailNotVerified.class);
    }

    @Test
    void R6_3_1_a_hundred_wrong_answers_from_one_address_must_wait_there_and_nowhere_else() {
        for (int wrong = 0; wrong < 100; wrong++) {
            SecretToken ceremony = passkeys.start().ceremony();
            assertThatThrownBy(() -> passkeys.finish(ceremony, "wrong", Optional.empty()))
                    .isInstanceOf(InvalidCredentials.class);
        }

        assertThatThrownBy(passkeys::start).isInstanceOf(Throttled.class);
        StartPasskeySignIn.Started elsewhere = passkeys.passkeys()
                .startPasskeySignIn()
                .start(new StartPasskeySignIn.Command(Optional.empty(), Device.UNKNOWN));
        assertThat(elsewhere.options()).isNotEmpty();
        assertThatThrownBy(() -> passkeys.finish(
                        elsewhere.ceremony(), authenticator.sign(elsewhere.options()), Optional.empty()))
                .isInstanceOf(Throttled.class);
    }

    private static PortsFixture.Watcher meanwhile(String during, Runnable other) {
        return call -> {
            if (call.equals(during)) {
                other.run();
            }
        };
    }

    private static void begin(TenantryFixture where, List<String> calls) {
        PortsFixture.useCases(where.tenantry(), PortsFixture.watched(where.ports(), calls::add))
                .passkeys()
                .startPasskeySignIn()
                .start(new StartPasskeySignIn.Command(Optional.empty(), SecondFactorFixture.PHONE));
    }

    private static SignInWithPasskey.Command in(Slug tenant, StartPasskeySignIn.Started started, String answer) {
        return new SignInWithPasskey.Command(
                started.ceremony(),
                answer,
                Optional.empty(),
                Optional.of(tenant),
                Optional.empty(),
                SessionKind.FIXED,
                true,
                SecondFactorFixture.PHONE);
    }
}
