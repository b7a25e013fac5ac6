package io.tenantry.application.credential;

import static io.tenantry.application.AccountFixture.BROWSER;
import static io.tenantry.application.AccountFixture.NEW_PASSWORD;
import static io.tenantry.application.AccountFixture.WRONG_PASSWORD;
import static io.tenantry.application.AccountFixture.assertRefused;
import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static io.tenantry.application.TenantryFixture.credentials;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.InParallel;
import io.tenantry.application.PortsFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.UseCases;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidCredentials;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.failure.InvalidRefreshToken;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.session.EndSession;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangePasswordTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final AccountFixture account = new AccountFixture(tenantry);
    private SignedIn here;
    private Principal ada;

    @BeforeEach
    void ada_is_signed_in() {
        tenantry.registerVerifiedUser(ADA);
        here = tenantry.signIn(ADA);
        ada = tenantry.authenticate(here);
    }

    @Test
    void R6_2_2_the_new_password_signs_in_and_the_old_one_does_not() {
        account.changePassword(ada, PASSWORD, NEW_PASSWORD);

        assertThat(signInWith(NEW_PASSWORD).user().email()).isEqualTo(ADA);
        assertThatThrownBy(() -> signInWith(PASSWORD)).isInstanceOf(InvalidCredentials.class);
    }

    @Test
    void R6_2_3_without_the_current_password_nothing_changes_and_the_try_counts_towards_the_lock_out() {
        for (int i = 0; i < 10; i++) {
            assertRefused(
                    () -> account.changePassword(ada, WRONG_PASSWORD, NEW_PASSWORD),
                    InvalidInput.CURRENT_PASSWORD,
                    FieldProblem.WRONG_PASSWORD);
        }

        assertThatThrownBy(() -> account.changePassword(ada, PASSWORD, NEW_PASSWORD))
                .isInstanceOf(Throttled.class);
        assertThatThrownBy(() -> signInWith(PASSWORD)).isInstanceOf(Throttled.class);
    }

    @Test
    void R7_4_3_the_users_other_sessions_end_and_this_one_and_those_of_others_stay() {
        tenantry.registerVerifiedUser(GRACE);
        SignedIn graces = tenantry.signIn(GRACE);
        SignedIn rotating = tenantry.signIn(ADA);
        SignedIn fixed = tenantry.signIn(ADA, SessionKind.FIXED);

        account.changePassword(ada, PASSWORD, NEW_PASSWORD);

        assertEnded(rotating, SessionKind.ROTATING);
        assertEnded(fixed, SessionKind.FIXED);
        assertThat(tenantry.authenticate(here)).isEqualTo(ada);
        assertThat(tenantry.refresh(here, SessionKind.ROTATING).user().id()).isEqualTo(ada.user());
        assertThat(tenantry.authenticate(graces).user()).isEqualTo(graces.user().id());
    }

    @Test
    void R6_3_5_the_user_is_told_by_mail_from_where_it_was_done() {
        account.changePassword(ada, PASSWORD, NEW_PASSWORD);

        assertThat(account.mailed(MailKind.PASSWORD_CHANGED)).singleElement().satisfies(mail -> {
            assertThat(mail.to().email()).isEqualTo(ADA);
            assertThat(mail.token()).isEmpty();
            assertThat(mail.details())
                    .containsEntry(MailDetail.ADDRESS, BROWSER.address().orElseThrow());
        });
    }

    @Test
    void it_is_told_in_the_audit() {
        account.changePassword(ada, PASSWORD, NEW_PASSWORD);

        assertThat(account.audited(AuditAction.PASSWORD_CHANGED))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.actor()).isEqualTo(Actor.user(ada.user()));
                    assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.SUCCESS);
                    assertThat(event.device()).isEqualTo(BROWSER);
                });
    }

    @Test
    void R6_2_4_a_widely_used_password_is_refused_and_nothing_changes() {
        refusedAsNew(new Password("password1"), FieldProblem.WEAK_PASSWORD);
        refusedAsNew(new Password("1234567"), FieldProblem.TOO_SHORT);

        assertThat(tenantry.authenticate(here)).isEqualTo(ada);
        assertThat(signInWith(PASSWORD).user().email()).isEqualTo(ADA);
        assertThat(account.mailed(MailKind.PASSWORD_CHANGED)).isEmpty();
    }

    @Test
    void R6_2_10_a_password_that_names_one_of_the_users_tenants_is_refused() {
        tenantry.registerCompany("Bluewhale", GRACE);
        Principal grace = account.signedIn(GRACE);

        assertRefused(
                () -> account.changePassword(grace, PASSWORD, new Password("my bluewhale 12345")),
                InvalidInput.PASSWORD,
                FieldProblem.WEAK_PASSWORD);
        assertRefused(
                () -> account.changePassword(grace, PASSWORD, new Password("i am Grace H")),
                InvalidInput.PASSWORD,
                FieldProblem.WEAK_PASSWORD);
    }

    @Test
    void R6_2_12_a_password_known_from_a_breach_is_refused() {
        tenantry.tenantry().breach(NEW_PASSWORD);

        refusedAsNew(NEW_PASSWORD, FieldProblem.BREACHED_PASSWORD);
    }

    @Test
    void R_F3_a_reset_link_that_was_mailed_before_is_dead() {
        tenantry.requestReset(ADA);
        SecretToken mailed = tenantry.mailed(MailKind.RESET_PASSWORD);

        account.changePassword(ada, PASSWORD, NEW_PASSWORD);

        assertThatThrownBy(() -> tenantry.resetPassword(mailed, PASSWORD)).isInstanceOf(InvalidOneTimeToken.class);
    }

    @Test
    void R_E10_a_change_that_was_overtaken_by_a_reset_changes_nothing() {
        tenantry.requestReset(ADA);
        SecretToken token = tenantry.mailed(MailKind.RESET_PASSWORD);
        UseCases slower = overtakenBy(() -> tenantry.resetPassword(token, NEW_PASSWORD));

        assertThatThrownBy(() -> AccountFixture.changePassword(slower, ada, PASSWORD, new Password("the slower one")))
                .isInstanceOf(Unauthenticated.class);

        assertThat(signInWith(NEW_PASSWORD).user().email()).isEqualTo(ADA);
    }

    @Test
    void R7_4_1_a_change_whose_session_is_ended_meanwhile_changes_nothing() {
        UseCases slower = overtakenBy(
                () -> tenantry.useCases().sessions().endSession().end(new EndSession.Own(ada, AccountFixture.BROWSER)));

        assertThatThrownBy(() -> AccountFixture.changePassword(slower, ada, PASSWORD, NEW_PASSWORD))
                .isInstanceOf(Unauthenticated.class);

        assertThat(signInWith(PASSWORD).user().email()).isEqualTo(ADA);
    }

    @Test
    void R_E10_of_twenty_changes_at_once_one_sets_its_password() throws Exception {
        List<Object> outcomes = InParallel.outcomes(20, number -> {
            account.changePassword(ada, PASSWORD, new Password("another password " + number));
            return number;
        });

        List<Object> winners =
                outcomes.stream().filter(Integer.class::isInstance).toList();
        assertThat(winners).hasSize(1);
        tenantry.pass(Duration.ofDays(1)); // the others may have locked the account
        assertThat(signInWith(new Password("another password " + winners.get(0)))
                        .user()
                        .email())
                .isEqualTo(ADA);
    }

    @Test
    void who_has_no_password_sets_their_first_one_soon_after_signing_in() {
        Principal grace = account.signedInWithoutPassword(GRACE);

        account.changePassword(grace, new Password(""), NEW_PASSWORD);

        assertThat(tenantry.useCases()
                        .sessions()
                        .signIn()
                        .signIn(credentials(GRACE, NEW_PASSWORD, SessionKind.ROTATING))
                        .user()
                        .id())
                .isEqualTo(grace.user());
    }

    private void assertEnded(SignedIn session, SessionKind kind) {
        assertThatThrownBy(() -> tenantry.authenticate(session)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> tenantry.refresh(session, kind)).isInstanceOf(InvalidRefreshToken.class);
    }

    private void refusedAsNew(Password next, FieldProblem problem) {
        assertRefused(() -> account.changePassword(ada, PASSWORD, next), InvalidInput.PASSWORD, problem);
    }

    /** Use cases in which {@code event} happens just after the first hash. */
    private UseCases overtakenBy(Runnable event) {
        boolean[] happened = {false};
        CountingCredentials raced = new CountingCredentials(tenantry.ports().credentials(), () -> {
            if (!happened[0]) {
                happened[0] = true;
                event.run();
            }
        });
        return PortsFixture.useCases(tenantry.tenantry(), PortsFixture.with(tenantry.ports(), raced));
    }

    private SignedIn signInWith(Password password) {
        return tenantry.useCases().sessions().signIn().signIn(credentials(ADA, password, SessionKind.ROTATING));
    }
}
