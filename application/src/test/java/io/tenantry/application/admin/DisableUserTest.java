package io.tenantry.application.admin;

import static io.tenantry.application.AccountFixture.BROWSER;
import static io.tenantry.application.AccountFixture.WRONG_PASSWORD;
import static io.tenantry.application.TenantryFixture.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.mfa.SecondFactorFixture;
import io.tenantry.domain.admin.DisableUser;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.AccountDisabled;
import io.tenantry.domain.failure.Forbidden;
import io.tenantry.domain.failure.InvalidCredentials;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.failure.InvalidRefreshToken;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.user.UserId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What operators do with users, and what is left to who is disabled. */
class DisableUserTest {

    private final OperatorFixture fixture = new OperatorFixture();
    private final TenantryFixture tenantry = fixture.tenantry;
    private final User grace = tenantry.registerVerifiedUser(GRACE);

    @Test
    void R7_4_2_all_sessions_of_who_is_disabled_end_at_once() {
        SignedIn one = tenantry.signIn(GRACE);
        SignedIn other = tenantry.signIn(GRACE, SessionKind.FIXED);

        assertThat(fixture.disable(grace.id(), true).disabled()).isTrue();

        for (SignedIn signedIn : new SignedIn[] {one, other}) {
            assertThatThrownBy(() -> tenantry.authenticate(signedIn)).isInstanceOf(Unauthenticated.class);
        }
        assertThatThrownBy(() -> tenantry.refresh(one, SessionKind.ROTATING)).isInstanceOf(InvalidRefreshToken.class);
        assertThatThrownBy(() -> tenantry.refresh(other, SessionKind.FIXED)).isInstanceOf(InvalidRefreshToken.class);
    }

    @Test
    void R7_4_2_no_token_of_who_is_disabled_works_even_if_their_session_goes_on() {
        SignedIn signedIn = tenantry.signIn(GRACE);
        tenantry.ports().transactions().outsideTenants(() -> {
            tenantry.ports().users().update(grace.disabled(true, tenantry.now()));
            return grace;
        });

        assertThatThrownBy(() -> tenantry.authenticate(signedIn)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> tenantry.refresh(signedIn, SessionKind.ROTATING))
                .isInstanceOf(InvalidRefreshToken.class);
    }

    @Test
    void R6_3_8_that_an_account_is_disabled_is_told_to_who_knows_its_password_alone() {
        fixture.disable(grace.id(), true);

        assertThatThrownBy(() -> tenantry.signIn(GRACE)).isInstanceOf(AccountDisabled.class);
        assertThatThrownBy(() -> tenantry.useCases()
                        .sessions()
                        .signIn()
                        .signIn(TenantryFixture.credentials(GRACE, WRONG_PASSWORD, SessionKind.ROTATING)))
                .isInstanceOf(InvalidCredentials.class);
        assertThat(fixture.account.audited(AuditAction.SIGN_IN))
                .filteredOn(event -> event.outcome() == AuditEvent.Outcome.REFUSED)
                .extracting(AuditEvent::data)
                .containsExactly(Map.of("reason", "account_disabled"), Map.of("reason", "password"));
    }

    @Test
    void who_is_disabled_between_the_steps_of_a_sign_in_does_not_finish_it() {
        SecondFactorFixture factors = new SecondFactorFixture(tenantry);
        SecondFactorFixture.Enrolled enrolled = factors.enrolled(EmailAddress.of("linus@example.org"));
        SecretToken challenge = factors.challenge(EmailAddress.of("linus@example.org"));
        fixture.disable(enrolled.by().user(), true);

        assertThatThrownBy(() -> factors.pass(challenge, factors.nextCode(enrolled.secret())))
                .isInstanceOf(AccountDisabled.class);
    }

    @Test
    void who_is_disabled_is_sent_no_reset_mail_and_the_answer_is_the_same() {
        fixture.disable(grace.id(), true);

        tenantry.requestReset(GRACE);
        User answered = fixture.admin().sendPasswordReset().send(fixture.olga, grace.id(), BROWSER);

        assertThat(answered.id()).isEqualTo(grace.id());
        assertThat(fixture.account.mailed(MailKind.RESET_PASSWORD)).isEmpty();
    }

    @Test
    void R7_4_2_what_was_mailed_to_who_is_disabled_serves_nobody_also_once_they_are_enabled_again() {
        fixture.account.changeEmail(fixture.account.signedIn(GRACE), EmailAddress.of("thief@example.org"));
        SecretToken confirmation = tenantry.mailed(MailKind.CONFIRM_EMAIL);
        tenantry.requestReset(GRACE);
        SecretToken reset = tenantry.mailed(MailKind.RESET_PASSWORD);

        for (boolean disabled : new boolean[] {true, false}) {
            fixture.disable(grace.id(), disabled);

            assertThatThrownBy(() -> fixture.account.confirmEmail(confirmation))
                    .isInstanceOf(InvalidOneTimeToken.class);
            assertThatThrownBy(() -> tenantry.resetPassword(reset, AccountFixture.NEW_PASSWORD))
                    .isInstanceOf(InvalidOneTimeToken.class);
        }
    }

    @Test
    void R7_4_2_who_is_disabled_verifies_no_address() {
        EmailAddress linus = EmailAddress.of("linus@example.org");
        tenantry.registerCompany("Beta", linus);
        SecretToken token = tenantry.mailed(MailKind.VERIFY_EMAIL);
        fixture.disable(tenantry.stored(linus).orElseThrow().id(), true);

        assertThatThrownBy(() -> tenantry.verifyEmail(token)).isInstanceOf(InvalidOneTimeToken.class);

        assertThat(tenantry.stored(linus)).map(User::emailVerified).contains(false);
    }

    @Test
    void who_is_enabled_again_signs_in_as_before() {
        fixture.disable(grace.id(), true);

        assertThat(fixture.disable(grace.id(), false).disabled()).isFalse();

        assertThat(tenantry.signIn(GRACE).user().id()).isEqualTo(grace.id());
        assertThat(fixture.account.audited(AuditAction.ACCOUNT_ENABLED)).hasSize(1);
    }

    @Test
    void what_is_so_already_changes_nothing_and_is_noted_once() {
        User first = fixture.disable(grace.id(), true);

        assertThat(fixture.disable(grace.id(), true)).isEqualTo(first);

        assertThat(fixture.account.audited(AuditAction.ACCOUNT_DISABLED))
                .singleElement()
                .satisfies(event -> assertThat(event.subject()).contains(grace.id()));
    }

    @Test
    void nobody_disables_themselves() {
        assertThatThrownBy(() -> fixture.disable(fixture.olga.user(), true)).isInstanceOf(Forbidden.class);

        assertThat(tenantry.stored(OperatorFixture.OLGA)).map(User::disabled).contains(false);
    }

    @Test
    void R6_4_6_an_operator_has_a_link_mailed_to_the_user_and_sees_none() {
        User answered = fixture.admin().sendPasswordReset().send(fixture.olga, grace.id(), BROWSER);

        SecretToken token = tenantry.mailed(MailKind.RESET_PASSWORD);
        assertThat(answered.toString()).doesNotContain(token.value());
        tenantry.resetPassword(token, AccountFixture.NEW_PASSWORD);
        assertThatThrownBy(() -> tenantry.signIn(GRACE)).isInstanceOf(InvalidCredentials.class);
    }

    @Test
    void R7_4_5_an_operator_ends_all_sessions_of_a_user_and_a_new_address_that_was_asked_for() {
        SignedIn signedIn = tenantry.signIn(GRACE);
        fixture.account.changeEmail(tenantry.authenticate(signedIn), EmailAddress.of("thief@example.org"));
        SecretToken confirmation = tenantry.mailed(MailKind.CONFIRM_EMAIL);

        assertThat(fixture.admin().endUserSessions().end(fixture.olga, grace.id(), BROWSER))
                .isEqualTo(grace);

        assertThatThrownBy(() -> tenantry.authenticate(signedIn)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> fixture.account.confirmEmail(confirmation)).isInstanceOf(InvalidOneTimeToken.class);
        assertThat(tenantry.signIn(GRACE).user()).isEqualTo(grace);
    }

    @Test
    void a_user_who_is_not_there_is_not_found() {
        UserId unknown = UserFixture.aUser().id();

        assertThatThrownBy(() -> fixture.disable(unknown, true)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.admin().sendPasswordReset().send(fixture.olga, unknown, BROWSER))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.admin().endUserSessions().end(fixture.olga, unknown, BROWSER))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.admin()
                        .disableUser()
                        .disable(new DisableUser.Command(fixture.olga, unknown, false, BROWSER)))
                .isInstanceOf(NotFound.class);
    }
}
