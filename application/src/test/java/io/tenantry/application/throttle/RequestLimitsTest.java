package io.tenantry.application.throttle;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static io.tenantry.application.session.SignInFixture.ELSEWHERE;
import static io.tenantry.application.session.SignInFixture.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.InParallel;
import io.tenantry.application.Policies;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.session.SignInFixture;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.RequestPasswordReset;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.passkey.StartPasskeySignIn;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.RegisterTenant;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.RegisterUser;
import io.tenantry.domain.user.ResendVerification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** How often anybody may register, or ask for mail. */
class RequestLimitsTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final SignInFixture sessions = new SignInFixture(tenantry);

    @Test
    void R_F6_of_requests_for_mail_to_one_address_five_pass_whoever_asks_and_whether_it_is_known() {
        tenantry.registerUser(ADA);
        for (EmailAddress email : List.of(ADA, GRACE)) {
            for (int request = 1; request <= 5; request++) {
                ask(email, SignInFixture.from("203.0.113." + request));
            }

            assertThat(refusalOf(() -> ask(email, HOME)).retryAfter()).isEqualTo(Duration.ofMinutes(5));
        }
    }

    @Test
    void R6_3_1_asking_for_one_kind_of_mail_keeps_nobody_from_another() {
        Principal grace = tenantry.authenticate(
                tenantry.signIn(tenantry.registerVerifiedUser(GRACE).email()));
        for (int request = 1; request <= 5; request++) {
            resend(ADA, HOME);
            new AccountFixture(tenantry).changeEmail(grace, ADA);
        }
        assertThatThrownBy(() -> resend(ADA, HOME)).isInstanceOf(Throttled.class);
        assertThatThrownBy(() -> new AccountFixture(tenantry).changeEmail(grace, ADA))
                .isInstanceOf(Throttled.class);

        ask(5, ADA, HOME);

        assertThat(sessions.audited(AuditAction.PASSWORD_RESET_REQUESTED)).hasSize(5);
    }

    @Test
    void R_F6_what_is_refused_is_neither_counted_nor_noted_and_after_the_wait_it_passes_again() {
        ask(5, ADA, HOME);
        for (int refused = 0; refused < 10; refused++) {
            assertThatThrownBy(() -> ask(ADA, HOME)).isInstanceOf(Throttled.class);
        }
        tenantry.pass(Duration.ofMinutes(5));

        ask(ADA, HOME);

        assertThat(sessions.audited(AuditAction.PASSWORD_RESET_REQUESTED)).hasSize(6);
        assertThat(refusalOf(() -> ask(ADA, HOME)).retryAfter()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void R_F6_of_requests_for_mail_from_one_address_a_hundred_pass_whomever_they_are_to() {
        for (int request = 0; request < 100; request++) {
            ask(EmailAddress.of("user" + request + "@example.org"), SignInFixture.from("2001:db8::" + request));
        }

        assertThat(refusalOf(() -> ask(ADA, SignInFixture.from("2001:db8::ffff")))
                        .retryAfter())
                .isEqualTo(Duration.ofMinutes(15));
        ask(ADA, ELSEWHERE);
    }

    @Test
    void R_F6_of_twenty_parallel_requests_for_mail_to_one_address_five_pass() throws Exception {
        List<Object> outcomes = InParallel.outcomes(20, number -> {
            ask(ADA, HOME);
            return number;
        });

        assertThat(outcomes).filteredOn(Integer.class::isInstance).hasSize(5);
        assertThat(outcomes).filteredOn(Throttled.class::isInstance).hasSize(15);
    }

    @Test
    void R_F6_asking_for_mail_is_counted_apart_from_wrong_passwords() {
        tenantry.registerVerifiedUser(ADA);
        sessions.guessWrong(9, ADA, HOME);
        ask(5, ADA, HOME);
        assertThat(sessions.signIn(ADA, HOME).user().email()).isEqualTo(ADA);

        sessions.guessWrong(10, GRACE, HOME);
        ask(5, GRACE, HOME);
    }

    @Test
    void R16_3_1_a_request_for_a_new_password_is_in_the_audit_and_tells_nobodys_account() {
        tenantry.registerUser(ADA);

        ask(ADA, HOME);

        assertThat(sessions.audited(AuditAction.PASSWORD_RESET_REQUESTED))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.SUCCESS);
                    assertThat(event.subject()).isEmpty();
                    assertThat(event.device()).isEqualTo(HOME);
                });
    }

    @Test
    void of_registrations_from_one_address_a_hundred_in_an_hour_pass_those_of_companies_and_refused_ones_too() {
        for (int person = 0; person < 98; person++) {
            register(EmailAddress.of("user" + person + "@example.org"), PASSWORD, HOME);
        }
        registerCompany(ADA);
        assertThatThrownBy(() -> register(GRACE, new Password("short"), HOME)).isInstanceOf(InvalidInput.class);

        assertThat(refusalOf(() -> register(GRACE, PASSWORD, HOME)).retryAfter())
                .isEqualTo(Duration.ofMinutes(15));
        assertThat(refusalOf(() -> registerCompany(GRACE)).retryAfter()).isEqualTo(Duration.ofMinutes(15));
        register(GRACE, PASSWORD, ELSEWHERE);
    }

    @Test
    void R6_3_1_of_sign_ins_by_passkey_begun_from_one_address_three_hundred_pass() {
        for (int begun = 0; begun < 300; begun++) {
            beginByPasskey(HOME);
        }

        assertThat(refusalOf(() -> beginByPasskey(HOME)).retryAfter()).isEqualTo(Duration.ofMinutes(15));
        beginByPasskey(ELSEWHERE);
    }

    @Test
    void registrations_without_an_address_those_of_an_embedding_program_are_not_counted() {
        for (int person = 0; person < 150; person++) {
            register(EmailAddress.of("user" + person + "@example.org"), PASSWORD, Device.UNKNOWN);
        }

        assertThat(tenantry.stored(EmailAddress.of("user149@example.org"))).isPresent();
    }

    @Test
    void where_limits_are_switched_off_nobody_is_refused() {
        TenantryFixture unlimited = new TenantryFixture(Policies.STANDARD.withRateLimits(false));

        for (int request = 0; request < 20; request++) {
            unlimited.requestReset(ADA);
        }

        assertThat(new SignInFixture(unlimited).audited(AuditAction.PASSWORD_RESET_REQUESTED))
                .hasSize(20);
    }

    private void ask(int times, EmailAddress email, Device device) {
        for (int request = 0; request < times; request++) {
            ask(email, device);
        }
    }

    private void ask(EmailAddress email, Device device) {
        tenantry.useCases()
                .credentials()
                .requestPasswordReset()
                .request(new RequestPasswordReset.Command(email, device));
    }

    private void beginByPasskey(Device device) {
        tenantry.useCases()
                .passkeys()
                .startPasskeySignIn()
                .start(new StartPasskeySignIn.Command(Optional.empty(), device));
    }

    private void resend(EmailAddress email, Device device) {
        tenantry.useCases().users().resendVerification().resend(new ResendVerification.Command(email, device));
    }

    private void register(EmailAddress email, Password password, Device device) {
        tenantry.useCases()
                .users()
                .registerUser()
                .register(new RegisterUser.Command(email, PersonName.NONE, password, device));
    }

    private void registerCompany(EmailAddress owner) {
        tenantry.useCases()
                .tenants()
                .registerTenant()
                .register(new RegisterTenant.Command(
                        new TenantName("Acme"),
                        Optional.empty(),
                        owner,
                        PersonName.NONE,
                        PASSWORD,
                        Optional.empty(),
                        HOME));
    }

    private static Throttled refusalOf(ThrowingCallable work) {
        return catchThrowableOfType(Throttled.class, work);
    }
}
