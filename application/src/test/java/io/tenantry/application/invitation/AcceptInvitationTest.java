package io.tenantry.application.invitation;

import static io.tenantry.application.AccountFixture.BROWSER;
import static io.tenantry.application.AccountFixture.assertRefused;
import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.invitation.InvitingFixture.LINUS;
import static io.tenantry.application.invitation.InvitingFixture.NEWCOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.InParallel;
import io.tenantry.application.PortsFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.UseCases;
import io.tenantry.application.credential.CountingCredentials;
import io.tenantry.application.session.SignInFixture;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.AccountExists;
import io.tenantry.domain.failure.AlreadyMember;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.failure.WrongAccount;
import io.tenantry.domain.invitation.AcceptInvitation;
import io.tenantry.domain.invitation.AcceptInvitation.Newcomer;
import io.tenantry.domain.invitation.Invitation;
import io.tenantry.domain.invitation.InvitationStatus;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.EndSession;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.user.AppointOperator;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AcceptInvitationTest {

    private final InvitingFixture fixture = new InvitingFixture();
    private final TenantryFixture tenantry = fixture.tenantry;

    @Test
    void a_newcomer_is_a_user_with_a_verified_address_and_a_session_in_the_tenant() {
        SecretToken token = fixture.invited(LINUS, Role.ADMIN);

        SignedIn signedIn = fixture.acceptAsNewcomer(token);

        User user = signedIn.user();
        assertThat(user.email().value()).isEqualTo(LINUS.value());
        assertThat(user.emailVerifiedAt()).contains(tenantry.now());
        assertThat(user.name()).isEqualTo(NEWCOMER.name());
        assertThat(user.operator()).isFalse();
        assertThat(tenantry.authenticate(signedIn).tenant()).contains(fixture.acme.id());
        assertThat(tenantry.refresh(signedIn, SessionKind.ROTATING).claims().role())
                .contains(Role.ADMIN);
        assertThat(tenantry.signIn(LINUS).claims().tenant()).contains(fixture.acme.id());
        assertThat(fixture.account.mailed(MailKind.VERIFY_EMAIL)).isEmpty();
    }

    @Test
    void who_was_signed_in_gets_tokens_of_the_same_session_and_keeps_the_old_ones() {
        tenantry.registerCompany("Beta", GRACE);
        SignedIn before = tenantry.signIn(GRACE);
        SecretToken token = fixture.invited(GRACE, Role.MEMBER);
        tenantry.pass(Duration.ofSeconds(1));

        SignedIn after = fixture.accept(token, tenantry.authenticate(before));

        assertThat(after.claims().session()).isEqualTo(before.claims().session());
        assertThat(after.claims().tenant()).contains(fixture.acme.id());
        assertThat(tenantry.authenticate(before).tenant())
                .isEqualTo(before.claims().tenant());
        assertThat(tenantry.signIn(GRACE).claims().tenant()).contains(fixture.acme.id());
    }

    @Test
    void an_address_that_was_not_verified_is_by_accepting() {
        tenantry.registerCompany("Beta", GRACE);
        Principal grace = fixture.account.signedIn(GRACE);

        fixture.accept(fixture.invited(GRACE, Role.MEMBER), grace);

        assertThat(tenantry.stored(GRACE)).map(User::emailVerified).contains(true);
        assertThat(fixture.account.audited(AuditAction.EMAIL_VERIFIED))
                .extracting(AuditEvent::subject)
                .contains(Optional.of(grace.user()));
    }

    @Test
    void R_E3_an_invitation_is_bound_to_its_address_as_stored_whatever_case_the_account_has() {
        tenantry.registerVerifiedUser(EmailAddress.of(LINUS.value().toUpperCase(Locale.ROOT)));
        Principal linus = fixture.account.signedIn(LINUS);

        fixture.accept(fixture.invited(LINUS, Role.MEMBER), linus);

        assertThat(fixture.membership(tenantry.stored(LINUS).orElseThrow())).isPresent();
    }

    @Test
    void R_E3_who_has_moved_to_another_address_does_not_accept_what_went_to_the_old_one() {
        tenantry.registerVerifiedUser(LINUS);
        Principal linus = fixture.account.signedIn(LINUS);
        SecretToken token = fixture.invited(LINUS, Role.MEMBER);
        fixture.account.changeEmail(linus, EmailAddress.of("elsewhere@example.org"));
        fixture.account.confirmEmail(tenantry.mailed(MailKind.CONFIRM_EMAIL));

        assertThatThrownBy(() -> fixture.accept(token, linus)).isInstanceOf(WrongAccount.class);
    }

    @Test
    void R6_4_1_a_token_works_once() {
        SecretToken token = fixture.invited(LINUS, Role.MEMBER);
        Principal linus = tenantry.authenticate(fixture.acceptAsNewcomer(token));

        assertThatThrownBy(() -> fixture.accept(token, linus)).isInstanceOf(InvalidOneTimeToken.class);
        assertThatThrownBy(() -> fixture.acceptAsNewcomer(token)).isInstanceOf(InvalidOneTimeToken.class);
        assertThatThrownBy(() -> fixture.decline(token)).isInstanceOf(InvalidOneTimeToken.class);
    }

    @Test
    void R_E4_a_token_works_to_the_last_moment_of_its_seven_days_and_no_longer() {
        SecretToken inTime = fixture.invited(LINUS, Role.MEMBER);
        SecretToken late = fixture.invited(GRACE, Role.MEMBER);
        tenantry.pass(Invitation.LIFETIME.minusNanos(1000));
        fixture.acceptAsNewcomer(inTime);
        tenantry.pass(Duration.ofNanos(1000));

        assertThatThrownBy(() -> fixture.acceptAsNewcomer(late)).isInstanceOf(InvalidOneTimeToken.class);
    }

    @Test
    void R_E8_no_other_flows_token_accepts_an_invitation_and_an_invitations_opens_no_other_flow() {
        SecretToken invitation = fixture.invited(LINUS, Role.MEMBER);
        tenantry.requestReset(ADA);
        SecretToken reset = tenantry.mailed(MailKind.RESET_PASSWORD);

        assertThatThrownBy(() -> fixture.acceptAsNewcomer(reset)).isInstanceOf(InvalidOneTimeToken.class);
        assertThatThrownBy(() -> fixture.accept(reset, fixture.ada)).isInstanceOf(InvalidOneTimeToken.class);
        assertThatThrownBy(() -> tenantry.resetPassword(invitation, TenantryFixture.PASSWORD))
                .isInstanceOf(InvalidOneTimeToken.class);
        assertThatThrownBy(() -> tenantry.verifyEmail(invitation)).isInstanceOf(InvalidOneTimeToken.class);
        assertThatThrownBy(() -> fixture.account.confirmEmail(invitation)).isInstanceOf(InvalidOneTimeToken.class);
        assertThat(fixture.acceptAsNewcomer(invitation).tenant()).isPresent();
    }

    @Test
    void R_E10_of_twenty_who_accept_one_invitation_at_once_one_joins() throws Exception {
        SecretToken token = fixture.invited(LINUS, Role.MEMBER);

        List<Object> outcomes = InParallel.outcomes(20, number -> fixture.acceptAsNewcomer(token));

        assertThat(outcomes).filteredOn(SignedIn.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !(outcome instanceof SignedIn))
                .allMatch(refusal -> refusal instanceof InvalidOneTimeToken || refusal instanceof AccountExists);
        assertThat(fixture.account.audited(AuditAction.MEMBER_JOINED)).hasSize(1);
    }

    @Test
    void R_E10_of_twenty_tabs_of_one_user_one_joins() throws Exception {
        tenantry.registerVerifiedUser(LINUS);
        Principal linus = fixture.account.signedIn(LINUS);
        SecretToken token = fixture.invited(LINUS, Role.MEMBER);

        List<Object> outcomes = InParallel.outcomes(20, number -> fixture.accept(token, linus));

        assertThat(outcomes).filteredOn(SignedIn.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(InvalidOneTimeToken.class::isInstance).hasSize(19);
    }

    @Test
    void who_registers_while_the_password_is_hashed_keeps_the_account_and_the_invitation_waits() {
        SecretToken token = fixture.invited(LINUS, Role.MEMBER);
        CountingCredentials racing =
                new CountingCredentials(tenantry.ports().credentials(), () -> tenantry.registerUser(LINUS));
        UseCases useCases = PortsFixture.useCases(tenantry.tenantry(), PortsFixture.with(tenantry.ports(), racing));

        assertThatThrownBy(() -> InvitingFixture.accept(useCases, token, Optional.empty(), Optional.of(NEWCOMER)))
                .isInstanceOf(AccountExists.class);

        assertThat(fixture.stored(LINUS).stored()).isEqualTo(InvitationStatus.PENDING);
    }

    @Test
    void no_password_is_hashed_for_a_token_that_opens_nothing() {
        SecretToken spent = fixture.invited(LINUS, Role.MEMBER);
        fixture.decline(spent);
        CountingCredentials counting = new CountingCredentials(tenantry.ports().credentials());
        UseCases useCases = PortsFixture.useCases(tenantry.tenantry(), PortsFixture.with(tenantry.ports(), counting));

        for (SecretToken token : List.of(spent, new SecretToken(""), new SecretToken("no such token"))) {
            assertThatThrownBy(() -> InvitingFixture.accept(useCases, token, Optional.empty(), Optional.of(NEWCOMER)))
                    .isInstanceOf(InvalidOneTimeToken.class);
        }

        assertThat(counting.hashes()).isZero();
    }

    @Test
    void a_newcomer_must_choose_a_password() {
        SecretToken token = fixture.invited(LINUS, Role.MEMBER);

        assertRefused(
                () -> InvitingFixture.accept(tenantry.useCases(), token, Optional.empty(), Optional.empty()),
                InvalidInput.PASSWORD,
                FieldProblem.REQUIRED);

        assertThat(fixture.acceptAsNewcomer(token).tenant()).isPresent();
    }

    @Test
    void R6_2_4_a_newcomers_password_is_held_to_the_rules_the_tenants_name_too() {
        SecretToken token = fixture.invited(LINUS, Role.MEMBER);

        for (String weak : List.of("password1", "xx linus xx", "my acme widgets 1")) {
            assertRefused(
                    () -> accept(token, new Newcomer(new Password(weak), NEWCOMER.name())),
                    InvalidInput.PASSWORD,
                    FieldProblem.WEAK_PASSWORD);
        }
        tenantry.tenantry().breach(TenantryFixture.PASSWORD);
        assertRefused(() -> accept(token, NEWCOMER), InvalidInput.PASSWORD, FieldProblem.BREACHED_PASSWORD);
        assertThat(tenantry.stored(LINUS)).isEmpty();
    }

    @Test
    void newcomers_from_one_address_are_counted_with_the_registrations() {
        for (int i = 0; i < 100; i++) {
            SecretToken token = fixture.invited(EmailAddress.of("n" + i + "@example.org"), Role.MEMBER);
            accept(token, NEWCOMER);
        }
        SecretToken token = fixture.invited(LINUS, Role.MEMBER);

        assertThatThrownBy(() -> accept(token, NEWCOMER)).isInstanceOf(Throttled.class);
    }

    @Test
    void who_is_a_member_already_stays_what_they_are_and_the_invitation_waits() {
        SecretToken token = fixture.invited(LINUS, Role.ADMIN);
        User linus = tenantry.registerVerifiedUser(LINUS);
        Membership before = tenantry.join(linus, fixture.acme, Role.MEMBER);
        Principal by = fixture.account.signedIn(LINUS);

        assertThatThrownBy(() -> fixture.accept(token, by)).isInstanceOf(AlreadyMember.class);

        assertThat(fixture.membership(linus)).map(Membership::role).contains(before.role());
        assertThat(fixture.stored(LINUS).stored()).isEqualTo(InvitationStatus.PENDING);
    }

    @Test
    void R7_4_1_a_session_that_is_over_accepts_nothing() {
        tenantry.registerVerifiedUser(LINUS);
        Principal linus = fixture.account.signedIn(LINUS);
        SecretToken token = fixture.invited(LINUS, Role.MEMBER);
        tenantry.useCases().sessions().endSession().end(new EndSession.Own(linus, BROWSER));

        assertThatThrownBy(() -> fixture.accept(token, linus)).isInstanceOf(Unauthenticated.class);

        assertThat(fixture.stored(LINUS).stored()).isEqualTo(InvitationStatus.PENDING);
    }

    @Test
    void R16_3_1_who_joined_is_in_the_tenants_audit() {
        SignedIn signedIn = fixture.acceptAsNewcomer(fixture.invited(LINUS, Role.MEMBER));

        Invitation invitation = fixture.stored(LINUS);
        assertThat(fixture.account.audited(AuditAction.INVITATION_ACCEPTED))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.tenant()).contains(fixture.acme);
                    assertThat(event.actor())
                            .isEqualTo(Actor.user(signedIn.user().id()));
                    assertThat(event.subject()).contains(signedIn.user().id());
                    assertThat(event.target()).contains(ManagedInvitations.target(invitation));
                });
        assertThat(fixture.account.audited(AuditAction.MEMBER_JOINED))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.tenant()).contains(fixture.acme);
                    assertThat(event.data()).containsEntry("role", "member");
                    assertThat(event.device()).isEqualTo(BROWSER);
                });
        assertThat(fixture.account.audited(AuditAction.ACCOUNT_REGISTERED))
                .extracting(AuditEvent::subject)
                .contains(Optional.of(signedIn.user().id()));
        assertThat(fixture.account.audited(AuditAction.SIGN_IN))
                .last()
                .satisfies(event -> assertThat(event.data()).containsEntry("by", "invitation"));
    }

    @Test
    void a_session_of_an_invitation_has_shown_no_second_factor() {
        SignedIn signedIn = fixture.acceptAsNewcomer(fixture.invited(LINUS, Role.MEMBER));
        tenantry.useCases().users().appointOperator().appoint(new AppointOperator.Command(LINUS, true));

        assertThat(tenantry.authenticate(signedIn).operator()).isFalse();
    }

    @Test
    void who_declines_is_noted_without_a_name() {
        SecretToken token = fixture.invited(LINUS, Role.MEMBER);

        fixture.decline(token);

        assertThat(fixture.account.audited(AuditAction.INVITATION_DECLINED))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.tenant()).contains(fixture.acme);
                    assertThat(event.actor()).isEqualTo(Actor.ANONYMOUS);
                    assertThat(event.target()).contains(ManagedInvitations.target(fixture.stored(LINUS)));
                });
    }

    private SignedIn accept(SecretToken token, Newcomer newcomer) {
        return tenantry.useCases()
                .invitations()
                .acceptInvitation()
                .accept(new AcceptInvitation.Command(
                        token, Optional.empty(), Optional.of(newcomer), SessionKind.ROTATING, SignInFixture.HOME));
    }
}
