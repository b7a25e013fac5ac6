package io.tenantry.application.session;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static io.tenantry.application.TenantryFixture.credentials;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.InParallel;
import io.tenantry.application.PortsFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.UseCases;
import io.tenantry.application.credential.CountingCredentials;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.EmailNotVerified;
import io.tenantry.domain.failure.InvalidCredentials;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.session.AccessClaims;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignIn.Command;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.EmailVerification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignInTest {

    private static final Password NEW = new Password("quite another one");

    private final TenantryFixture tenantry = new TenantryFixture();

    @Test
    void the_right_password_opens_a_session_whose_token_holds_for_an_hour() {
        tenantry.registerVerifiedUser(ADA);

        SignedIn signedIn = tenantry.signIn(EmailAddress.of("ADA@example.org"));

        AccessClaims claims = signedIn.claims();
        assertThat(signedIn.user().email()).isEqualTo(ADA);
        assertThat(claims.user()).isEqualTo(signedIn.user().id());
        assertThat(claims.issuedAt()).isEqualTo(tenantry.now());
        assertThat(claims.expiresAt()).isEqualTo(tenantry.now().plus(Duration.ofHours(1)));
        assertThat(claims.id().version()).isEqualTo(4);
        assertThat(tenantry.authenticate(signedIn).session()).isEqualTo(claims.session());
    }

    @Test
    void R7_2_4_every_sign_in_opens_a_session_with_tokens_of_its_own() {
        tenantry.registerVerifiedUser(ADA);

        SignedIn first = tenantry.signIn(ADA);
        SignedIn second = tenantry.signIn(ADA);

        assertThat(first.claims().session()).isNotEqualTo(second.claims().session());
        assertThat(first.claims().id()).isNotEqualTo(second.claims().id());
        assertThat(value(first)).isNotEqualTo(value(second));
    }

    @Test
    void the_session_keeps_kind_and_device_and_remember_me() {
        tenantry.registerVerifiedUser(ADA);
        Device device = new Device(Optional.of("203.0.113.7"), Optional.of("curl/8"));

        SignedIn signedIn =
                signIn(new Command(ADA, PASSWORD, Optional.empty(), Optional.empty(), SessionKind.FIXED, true, device));

        Session session = session(signedIn);
        assertThat(session.kind()).isEqualTo(SessionKind.FIXED);
        assertThat(session.device()).isEqualTo(device);
        assertThat(session.rememberMe()).isTrue();
        assertThat(session.idle()).isEqualTo(Duration.ofDays(30));
        assertThat(UUID.fromString(value(signedIn)).version()).isEqualTo(4);
    }

    @Test
    void an_access_only_session_has_no_refresh_token_and_ends_with_its_access_token() {
        tenantry.registerVerifiedUser(ADA);

        SignedIn signedIn = tenantry.signIn(ADA, SessionKind.ACCESS_ONLY);

        assertThat(signedIn.refreshToken()).isEmpty();
        assertThat(session(signedIn).expiresAt()).isEqualTo(signedIn.claims().expiresAt());
    }

    @Test
    void a_wrong_password_and_an_unknown_address_are_refused_alike() {
        tenantry.registerVerifiedUser(ADA);

        assertThatThrownBy(() -> signIn(credentials(ADA, NEW, SessionKind.ROTATING)))
                .isInstanceOf(InvalidCredentials.class)
                .hasMessage(refusalOf(credentials(GRACE, PASSWORD, SessionKind.ROTATING)));
    }

    @Test
    void R6_3_8_whoever_asks_with_whatever_password_costs_exactly_one_hash() {
        tenantry.registerVerifiedUser(ADA);
        tenantry.registerUser(GRACE);
        CountingCredentials counting = new CountingCredentials(tenantry.ports().credentials());
        UseCases useCases = counted(counting);
        int expected = 0;

        for (EmailAddress email : List.of(ADA, GRACE, EmailAddress.of("nobody@example.org"))) {
            for (String wrong : List.of("", "x", NEW.value(), "x".repeat(73), "x".repeat(60_000), "nul\0")) {
                Command command = credentials(email, new Password(wrong), SessionKind.ROTATING);
                assertThatThrownBy(() -> useCases.sessions().signIn().signIn(command))
                        .isInstanceOf(InvalidCredentials.class);
                expected++;
                assertThat(counting.hashes()).isEqualTo(expected);
            }
        }
    }

    @Test
    void that_the_address_is_not_verified_is_told_only_after_the_right_password() {
        tenantry.registerUser(ADA);

        assertThatThrownBy(() -> signIn(credentials(ADA, NEW, SessionKind.ROTATING)))
                .isInstanceOf(InvalidCredentials.class);
        assertThatThrownBy(() -> tenantry.signIn(ADA)).isInstanceOf(EmailNotVerified.class);
    }

    @Test
    void where_everybody_must_verify_an_owner_must_too_and_where_nobody_must_a_user_need_not() {
        TenantryFixture always = new TenantryFixture(EmailVerification.ALWAYS);
        always.registerCompany("Acme", ADA);
        TenantryFixture never = new TenantryFixture(EmailVerification.NEVER);
        never.registerUser(ADA);

        assertThatThrownBy(() -> always.signIn(ADA)).isInstanceOf(EmailNotVerified.class);
        assertThat(never.signIn(ADA).user().emailVerified()).isFalse();
    }

    @Test
    void a_sign_in_under_way_with_the_old_password_fails_when_that_is_reset_meanwhile() {
        tenantry.registerVerifiedUser(ADA);
        tenantry.requestReset(ADA);
        SecretToken token = tenantry.mailed(MailKind.RESET_PASSWORD);
        UseCases raced = counted(
                new CountingCredentials(tenantry.ports().credentials(), () -> tenantry.resetPassword(token, NEW)));

        assertThatThrownBy(() -> raced.sessions().signIn().signIn(credentials(ADA, PASSWORD, SessionKind.ROTATING)))
                .isInstanceOf(InvalidCredentials.class);
    }

    @Test
    void twenty_parallel_sign_ins_all_succeed() throws Exception {
        tenantry.registerVerifiedUser(ADA);

        List<Object> outcomes = InParallel.outcomes(20, number -> tenantry.signIn(ADA));

        assertThat(outcomes).hasOnlyElementsOfType(SignedIn.class);
    }

    private String refusalOf(Command command) {
        try {
            return "signed in: " + signIn(command);
        } catch (InvalidCredentials refusal) {
            return refusal.getMessage();
        }
    }

    private UseCases counted(CountingCredentials counting) {
        return PortsFixture.useCases(tenantry.tenantry(), PortsFixture.with(tenantry.ports(), counting));
    }

    private SignedIn signIn(Command command) {
        return tenantry.useCases().sessions().signIn().signIn(command);
    }

    private Session session(SignedIn signedIn) {
        return tenantry.ports()
                .identities()
                .session(signedIn.claims().session())
                .orElseThrow();
    }

    private static String value(SignedIn signedIn) {
        return signedIn.refreshToken().orElseThrow().value();
    }
}
