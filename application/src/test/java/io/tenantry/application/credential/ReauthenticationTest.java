package io.tenantry.application.credential;

import static io.tenantry.application.AccountFixture.BROWSER;
import static io.tenantry.application.AccountFixture.NEW_PASSWORD;
import static io.tenantry.application.AccountFixture.WRONG_PASSWORD;
import static io.tenantry.application.AccountFixture.assertRefused;
import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.PortsFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.session.EndSession;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReauthenticationTest {

    private static final String FIELD = "theField";

    private final TenantryFixture tenantry = new TenantryFixture();
    private final AccountFixture account = new AccountFixture(tenantry);
    private Principal ada;

    @BeforeEach
    void ada_is_signed_in() {
        tenantry.registerVerifiedUser(ADA);
        ada = account.signedIn(ADA);
    }

    @Test
    void who_knows_the_password_passes_however_old_the_session_is() {
        tenantry.pass(Duration.ofHours(20));

        assertThat(require(ada, PASSWORD)).isEqualTo(new CredentialVersion(1));
    }

    @Test
    void R7_5_1_a_wrong_or_missing_password_is_refused_under_the_name_of_its_field() {
        assertRefused(() -> require(ada, WRONG_PASSWORD), FIELD, FieldProblem.WRONG_PASSWORD);
        assertRefused(() -> require(ada, new Password("")), FIELD, FieldProblem.WRONG_PASSWORD);
        assertRefused(() -> requireWithout(ada), FIELD, FieldProblem.REQUIRED);
    }

    @Test
    void R16_3_1_a_wrong_password_leaves_its_trace_though_it_is_refused() {
        assertRefused(() -> require(ada, WRONG_PASSWORD), FIELD, FieldProblem.WRONG_PASSWORD);

        assertThat(account.audited(AuditAction.PASSWORD_CONFIRMED))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.subject()).contains(ada.user());
                    assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.REFUSED);
                    assertThat(event.data()).isEqualTo(Map.of("reason", "wrong_password"));
                    assertThat(event.actor().kind()).isNotEqualTo(Actor.Kind.SYSTEM);
                });
    }

    @Test
    void R6_2_3_wrong_passwords_count_towards_the_lock_that_sign_in_has() {
        guessWrong(10);

        assertThatThrownBy(() -> require(ada, PASSWORD)).isInstanceOf(Throttled.class);
        assertThatThrownBy(() -> tenantry.signIn(ADA)).isInstanceOf(Throttled.class);

        tenantry.pass(Duration.ofMinutes(1));
        assertThat(require(ada, PASSWORD)).isEqualTo(new CredentialVersion(1));
    }

    @Test
    void R6_3_1_while_the_account_is_locked_a_guess_costs_no_hash() {
        guessWrong(10);
        CountingCredentials counting = new CountingCredentials(tenantry.ports().credentials());
        Reauthentication watched = reauthentication(PortsFixture.with(tenantry.ports(), counting));

        assertThatThrownBy(() -> watched.require(ada, Optional.of(PASSWORD), FIELD, BROWSER))
                .isInstanceOf(Throttled.class);

        assertThat(counting.hashes()).isZero();
    }

    @Test
    void R6_3_1_a_right_password_does_not_pass_when_the_account_was_locked_while_it_was_hashed() {
        CountingCredentials raced = new CountingCredentials(tenantry.ports().credentials(), () -> guessWrong(10));
        Reauthentication slower = reauthentication(PortsFixture.with(tenantry.ports(), raced));

        assertThatThrownBy(() -> slower.require(ada, Optional.of(PASSWORD), FIELD, BROWSER))
                .isInstanceOf(Throttled.class);
    }

    @Test
    void R_T4_a_right_password_gives_no_new_tries_to_who_guesses_at_the_code_beside_it() {
        guessWrong(9);
        require(ada, PASSWORD);
        guessWrong(1);

        assertThatThrownBy(() -> require(ada, PASSWORD)).isInstanceOf(Throttled.class);
    }

    @Test
    void R7_5_1_a_user_without_a_password_passes_within_10_minutes_of_their_sign_in() {
        Principal grace = account.signedInWithoutPassword(GRACE);
        tenantry.pass(Duration.ofMinutes(10).minusMillis(1));

        assertThat(requireWithout(grace)).isEqualTo(CredentialVersion.NONE);

        tenantry.pass(Duration.ofMillis(1));
        assertRefused(() -> requireWithout(grace), FIELD, FieldProblem.REQUIRED);
        assertRefused(() -> require(grace, PASSWORD), FIELD, FieldProblem.REQUIRED);
    }

    @Test
    void R7_4_1_nobody_passes_in_a_session_that_is_over() {
        tenantry.useCases().sessions().endSession().end(new EndSession.Own(ada, AccountFixture.BROWSER));

        assertThatThrownBy(() -> require(ada, PASSWORD)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void R8_4_1_nobody_passes_in_anothers_session() {
        tenantry.registerVerifiedUser(GRACE);
        Principal grace = account.signedIn(GRACE);

        assertThatThrownBy(() -> require(inSessionOf(ada, grace), PASSWORD)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void whoever_is_no_more_is_not_authenticated() {
        Principal nobody =
                new Principal(UserFixture.aUser().id(), ada.session(), Optional.empty(), Optional.empty(), false);

        assertThatThrownBy(() -> require(nobody, PASSWORD)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void what_was_proven_still_holds_while_nothing_happened() {
        CredentialVersion proven = require(ada, PASSWORD);

        assertThat(requireStill(ada, proven).id()).isEqualTo(ada.user());
    }

    @Test
    void R_E8_what_was_proven_holds_no_more_once_the_password_is_another() {
        CredentialVersion proven = require(ada, PASSWORD);
        account.changePassword(ada, PASSWORD, NEW_PASSWORD);

        assertRefused(() -> requireStill(ada, proven), FIELD, FieldProblem.WRONG_PASSWORD);
    }

    @Test
    void R7_4_3_what_was_proven_holds_no_more_once_a_reset_has_ended_the_session() {
        CredentialVersion proven = require(ada, PASSWORD);
        tenantry.requestReset(ADA);
        tenantry.resetPassword(tenantry.mailed(MailKind.RESET_PASSWORD), NEW_PASSWORD);

        assertThatThrownBy(() -> requireStill(ada, proven)).isInstanceOf(Unauthenticated.class);
    }

    private static Principal inSessionOf(Principal user, Principal session) {
        return new Principal(user.user(), session.session(), Optional.empty(), Optional.empty(), false);
    }

    private void guessWrong(int times) {
        for (int i = 0; i < times; i++) {
            assertRefused(() -> require(ada, WRONG_PASSWORD), FIELD, FieldProblem.WRONG_PASSWORD);
        }
    }

    private CredentialVersion require(Principal by, Password password) {
        return reauthentication(tenantry.ports()).require(by, Optional.of(password), FIELD, BROWSER);
    }

    private CredentialVersion requireWithout(Principal by) {
        return reauthentication(tenantry.ports()).require(by, Optional.empty(), FIELD, BROWSER);
    }

    private User requireStill(Principal by, CredentialVersion proven) {
        return tenantry.ports()
                .transactions()
                .outsideTenants(() -> reauthentication(tenantry.ports()).requireStill(by, proven, FIELD));
    }

    private Reauthentication reauthentication(DrivenPorts ports) {
        return new Reauthentication(
                ports, Policies.STANDARD, tenantry.tenantry().clock(), UniqueFixture.random());
    }
}
