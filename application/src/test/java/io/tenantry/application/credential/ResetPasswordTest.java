package io.tenantry.application.credential;

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
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.ResetPassword.Command;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidCredentials;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.failure.InvalidRefreshToken;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResetPasswordTest {

    private static final Password NEW = new Password("quite another one");

    private final TenantryFixture tenantry = new TenantryFixture();

    @Test
    void the_new_password_signs_in_and_the_old_one_does_not() {
        tenantry.registerVerifiedUser(ADA);

        reset(requested(), NEW);

        assertThat(signInWith(NEW).user().email()).isEqualTo(ADA);
        assertThatThrownBy(() -> signInWith(PASSWORD)).isInstanceOf(InvalidCredentials.class);
    }

    @Test
    void R7_4_3_every_session_of_the_user_ends_and_nobody_elses() {
        tenantry.registerVerifiedUser(ADA);
        tenantry.registerVerifiedUser(GRACE);
        SignedIn first = tenantry.signIn(ADA);
        SignedIn second = tenantry.signIn(ADA, SessionKind.FIXED);
        SignedIn anothers = tenantry.signIn(GRACE);

        reset(requested(), NEW);

        for (SignedIn ended : List.of(first, second)) {
            assertThatThrownBy(() -> tenantry.authenticate(ended)).isInstanceOf(Unauthenticated.class);
        }
        assertThatThrownBy(() -> tenantry.refresh(first, SessionKind.ROTATING)).isInstanceOf(InvalidRefreshToken.class);
        assertThat(tenantry.authenticate(anothers).user())
                .isEqualTo(anothers.user().id());
    }

    @Test
    void the_address_counts_as_verified_so_that_an_unverified_user_can_sign_in() {
        User ada = tenantry.registerUser(ADA);

        reset(requested(), NEW);

        assertThat(tenantry.stored(ADA)).contains(ada.verified(tenantry.now()));
        assertThat(signInWith(NEW).user().emailVerified()).isTrue();
    }

    @Test
    void R_E2_what_a_squatter_left_on_an_unverified_account_is_gone() {
        tenantry.registerCompany("Squatters", ADA);
        SecretToken squatted = tenantry.mailed(MailKind.VERIFY_EMAIL);
        SignedIn squatter = tenantry.signIn(ADA);

        reset(requested(), NEW);

        assertThatThrownBy(() -> tenantry.authenticate(squatter)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> signInWith(PASSWORD)).isInstanceOf(InvalidCredentials.class);
        assertThatThrownBy(() -> tenantry.verifyEmail(squatted)).isInstanceOf(InvalidOneTimeToken.class);
    }

    @Test
    void a_token_works_once() {
        tenantry.registerVerifiedUser(ADA);
        SecretToken token = requested();
        reset(token, NEW);

        assertThatThrownBy(() -> reset(token, PASSWORD)).isInstanceOf(InvalidOneTimeToken.class);
        assertThat(tenantry.ports()
                        .transactions()
                        .outsideTenants(() -> tenantry.ports().oneTimeTokens().find(token.digest())))
                .as("what is kept of a used token")
                .isEmpty();
        assertThat(signInWith(NEW).user().email()).isEqualTo(ADA);
    }

    @Test
    void R_F3_a_token_lives_for_half_an_hour() {
        tenantry.registerVerifiedUser(ADA);
        SecretToken token = requested();
        tenantry.pass(Duration.ofMinutes(30).minusMillis(1));
        reset(token, NEW);

        SecretToken late = requested();
        tenantry.pass(Duration.ofMinutes(30));
        assertThatThrownBy(() -> reset(late, PASSWORD)).isInstanceOf(InvalidOneTimeToken.class);
    }

    @Test
    void R6_2_1_a_refused_password_does_not_spend_the_token() {
        tenantry.registerVerifiedUser(ADA);
        SecretToken token = requested();

        assertThatThrownBy(() -> reset(token, new Password("1234567")))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.problems())
                                .containsEntry(InvalidInput.PASSWORD, FieldProblem.TOO_SHORT));

        reset(token, NEW);
        assertThat(signInWith(NEW).user().email()).isEqualTo(ADA);
    }

    @Test
    void R6_2_10_a_password_that_names_its_user_is_refused() {
        tenantry.registerVerifiedUser(GRACE);
        tenantry.requestReset(GRACE);
        SecretToken token = tenantry.mailed(MailKind.RESET_PASSWORD);

        assertThatThrownBy(() -> reset(token, new Password("i am Grace H")))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.problems())
                                .containsEntry(InvalidInput.PASSWORD, FieldProblem.WEAK_PASSWORD));
    }

    @Test
    void R6_2_10_a_password_that_names_one_of_the_users_tenants_is_refused() {
        tenantry.registerCompany("Bluewhale", ADA);
        tenantry.requestReset(ADA);
        SecretToken token = tenantry.mailed(MailKind.RESET_PASSWORD);

        assertThatThrownBy(() -> reset(token, new Password("my bluewhale 12345")))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.problems())
                                .containsEntry(InvalidInput.PASSWORD, FieldProblem.WEAK_PASSWORD));
    }

    @Test
    void R9_2_2_a_verification_token_resets_nothing() {
        tenantry.registerUser(ADA);
        SecretToken verification = tenantry.mailed(MailKind.VERIFY_EMAIL);

        assertThatThrownBy(() -> reset(verification, NEW)).isInstanceOf(InvalidOneTimeToken.class);

        assertThat(tenantry.verifyEmail(verification).email()).isEqualTo(ADA);
        assertThat(signInWith(PASSWORD).user().email()).isEqualTo(ADA);
    }

    @Test
    void a_token_that_was_never_sent_costs_no_hash() {
        CountingCredentials counting = new CountingCredentials(tenantry.ports().credentials());
        UseCases useCases = PortsFixture.useCases(tenantry.tenantry(), PortsFixture.with(tenantry.ports(), counting));

        assertThatThrownBy(() -> useCases.credentials()
                        .resetPassword()
                        .reset(new Command(new SecretToken("never sent"), NEW, Device.UNKNOWN)))
                .isInstanceOf(InvalidOneTimeToken.class);

        assertThat(counting.hashes()).isZero();
    }

    @Test
    void R_E10_a_token_that_is_used_while_another_use_of_it_hashes_works_for_the_first_alone() {
        tenantry.registerVerifiedUser(ADA);
        SecretToken token = requested();
        CountingCredentials raced = new CountingCredentials(tenantry.ports().credentials(), () -> reset(token, NEW));
        UseCases slower = PortsFixture.useCases(tenantry.tenantry(), PortsFixture.with(tenantry.ports(), raced));

        assertThatThrownBy(() -> slower.credentials()
                        .resetPassword()
                        .reset(new Command(token, new Password("the slower one"), Device.UNKNOWN)))
                .isInstanceOf(InvalidOneTimeToken.class);

        assertThat(signInWith(NEW).user().email()).isEqualTo(ADA);
    }

    @Test
    void R_E10_of_twenty_parallel_uses_of_one_token_exactly_one_sets_its_password() throws Exception {
        tenantry.registerVerifiedUser(ADA);
        SecretToken token = requested();

        List<Object> outcomes = InParallel.outcomes(20, number -> {
            reset(token, new Password("another password " + number));
            return number;
        });

        assertThat(outcomes).filteredOn(InvalidOneTimeToken.class::isInstance).hasSize(19);
        List<Object> winners =
                outcomes.stream().filter(Integer.class::isInstance).toList();
        assertThat(winners).hasSize(1);
        assertThat(signInWith(new Password("another password " + winners.get(0)))
                        .user()
                        .email())
                .isEqualTo(ADA);
    }

    private SecretToken requested() {
        tenantry.requestReset(ADA);
        return tenantry.mailed(MailKind.RESET_PASSWORD);
    }

    private void reset(SecretToken token, Password password) {
        tenantry.resetPassword(token, password);
    }

    private SignedIn signInWith(Password password) {
        return tenantry.useCases().sessions().signIn().signIn(credentials(ADA, password, SessionKind.ROTATING));
    }
}
