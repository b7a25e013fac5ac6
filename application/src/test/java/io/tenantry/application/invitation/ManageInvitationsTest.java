package io.tenantry.application.invitation;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.invitation.InvitingFixture.LINUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.Forbidden;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.failure.InvitationClosed;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.invitation.Invitation;
import io.tenantry.domain.invitation.InvitationId;
import io.tenantry.domain.invitation.InvitationStatus;
import io.tenantry.domain.invitation.Invited;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invitations seen, sent again and taken back. */
class ManageInvitationsTest {

    private final InvitingFixture fixture = new InvitingFixture();
    private final TenantryFixture tenantry = fixture.tenantry;

    @Test
    void R_E3_a_mail_that_is_sent_again_has_a_new_token_and_the_old_one_is_worth_nothing() {
        SecretToken old = fixture.invited(LINUS, Role.MEMBER);
        tenantry.pass(Duration.ofMinutes(5));

        Invited resent = fixture.resend(fixture.ada, fixture.stored(LINUS).id());

        SecretToken fresh = tenantry.mailed(MailKind.INVITATION);
        assertThat(resent.invitation().token()).isEqualTo(fresh.digest());
        assertThat(resent.invitation().expiresAt()).isEqualTo(tenantry.now().plus(Invitation.LIFETIME));
        assertThatThrownBy(() -> fixture.acceptAsNewcomer(old)).isInstanceOf(InvalidOneTimeToken.class);
        assertThat(fixture.acceptAsNewcomer(fresh).tenant()).isPresent();
    }

    @Test
    void an_expired_one_is_sent_again_and_waits_for_seven_more_days() {
        fixture.invite(LINUS);
        tenantry.pass(Invitation.LIFETIME);
        Principal ada = fixture.account.signedIn(ADA);
        assertThat(fixture.list(ada)).extracting(Invited::status).containsExactly(InvitationStatus.EXPIRED);

        assertThat(fixture.resend(ada, fixture.stored(LINUS).id()).status()).isEqualTo(InvitationStatus.PENDING);

        assertThat(fixture.list(ada)).extracting(Invited::status).containsExactly(InvitationStatus.PENDING);
    }

    @Test
    void what_was_decided_is_neither_sent_again_nor_taken_back() {
        fixture.decline(fixture.invited(LINUS, Role.MEMBER));
        fixture.acceptAsNewcomer(fixture.invited(GRACE, Role.MEMBER));

        for (EmailAddress email : new EmailAddress[] {LINUS, GRACE}) {
            InvitationId id = fixture.stored(email).id();
            assertThatThrownBy(() -> fixture.resend(fixture.ada, id)).isInstanceOf(InvitationClosed.class);
            assertThatThrownBy(() -> fixture.revoke(fixture.ada, id)).isInstanceOf(InvitationClosed.class);
        }
    }

    @Test
    void what_was_taken_back_opens_nothing_and_is_not_sent_again() {
        SecretToken token = fixture.invited(LINUS, Role.MEMBER);
        InvitationId id = fixture.stored(LINUS).id();

        assertThat(fixture.revoke(fixture.ada, id).status()).isEqualTo(InvitationStatus.REVOKED);

        assertThatThrownBy(() -> fixture.acceptAsNewcomer(token)).isInstanceOf(InvalidOneTimeToken.class);
        assertThatThrownBy(() -> fixture.resend(fixture.ada, id)).isInstanceOf(InvitationClosed.class);
    }

    @Test
    void taking_it_back_twice_changes_nothing_and_is_noted_once() {
        fixture.invite(LINUS);
        InvitationId id = fixture.stored(LINUS).id();

        Invited first = fixture.revoke(fixture.ada, id);
        Invited second = fixture.revoke(fixture.ada, id);

        assertThat(second).isEqualTo(first);
        assertThat(second.invitedBy()).isEqualTo(tenantry.stored(ADA));
        assertThat(fixture.account.audited(AuditAction.INVITATION_REVOKED)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER,OWNER,true",
        "OWNER,MEMBER,true",
        "ADMIN,OWNER,false",
        "ADMIN,ADMIN,true",
        "ADMIN,MEMBER,true",
        "MEMBER,OWNER,false",
        "MEMBER,MEMBER,false"
    })
    void R8_2_1_who_may_invite_to_a_role_may_send_it_again_and_take_it_back(Role by, Role role, boolean allowed) {
        fixture.invite(fixture.ada, LINUS, role);
        InvitationId id = fixture.stored(LINUS).id();
        Principal member = fixture.memberAs(by);

        if (allowed) {
            fixture.resend(member, id);
            assertThat(fixture.revoke(member, id).status()).isEqualTo(InvitationStatus.REVOKED);
        } else {
            assertThatThrownBy(() -> fixture.resend(member, id)).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> fixture.revoke(member, id)).isInstanceOf(Forbidden.class);
            assertThat(fixture.stored(LINUS).stored()).isEqualTo(InvitationStatus.PENDING);
        }
    }

    @Test
    void R8_2_1_one_that_is_not_there_and_one_of_another_tenant_are_not_found_alike() {
        tenantry.registerCompany("Beta", GRACE);
        tenantry.verifyEmail(tenantry.mailed(MailKind.VERIFY_EMAIL));
        Principal grace = fixture.account.signedIn(GRACE);
        fixture.invite(LINUS);
        InvitationId foreign = fixture.stored(LINUS).id();
        InvitationId unknown = InvitationId.next(tenantry.now(), UniqueFixture.random());

        assertThatThrownBy(() -> fixture.resend(fixture.ada, unknown)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.revoke(fixture.ada, unknown)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.resend(grace, foreign)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.revoke(grace, foreign)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.list(grace)).isInstanceOf(NotFound.class);
    }

    @Test
    void sending_again_and_again_is_throttled_and_changes_nothing_then() {
        fixture.invite(LINUS);
        InvitationId id = fixture.stored(LINUS).id();
        for (int i = 0; i < 9; i++) {
            fixture.resend(fixture.ada, id);
        }
        Invitation before = fixture.stored(LINUS);

        assertThatThrownBy(() -> fixture.resend(fixture.ada, id)).isInstanceOf(Throttled.class);

        assertThat(fixture.stored(LINUS)).isEqualTo(before);
        assertThat(fixture.account.mailed(MailKind.INVITATION)).hasSize(10);
    }

    @Test
    void who_sends_it_again_is_named_in_the_mail_and_counts_as_who_invited() {
        fixture.invite(LINUS);
        Principal admin = fixture.memberAs(Role.ADMIN);
        tenantry.tenantry().deliverMail();

        Invited resent = fixture.resend(admin, fixture.stored(LINUS).id());

        assertThat(resent.invitedBy()).map(User::id).contains(admin.user());
        assertThat(fixture.account.mailed(MailKind.INVITATION))
                .extracting(mail -> mail.details().get(MailDetail.INVITER))
                .containsExactly("admin@example.org");
        assertThat(fixture.account.audited(AuditAction.INVITATION_RESENT))
                .extracting(AuditEvent::actor)
                .containsExactly(Actor.user(admin.user()));
    }

    @Test
    void they_are_listed_the_newest_first_with_who_invited_and_by_pages() {
        Principal admin = fixture.memberAs(Role.ADMIN);
        fixture.invite(LINUS);
        tenantry.pass(Duration.ofSeconds(1));
        fixture.invite(admin, GRACE, Role.MEMBER);

        Page<Invited> first = tenantry.useCases()
                .invitations()
                .listInvitations()
                .list(fixture.ada, fixture.acme.id(), new PageRequest(Optional.empty(), 1));

        assertThat(first.items())
                .extracting(
                        one -> one.invitation().email(),
                        one -> one.invitedBy().orElseThrow().id())
                .containsExactly(tuple(GRACE, admin.user()));
        assertThat(first.next()).isPresent();
        assertThat(fixture.list(fixture.ada))
                .extracting(one -> one.invitation().email())
                .containsExactly(GRACE, LINUS);
    }

    @Test
    void members_do_not_see_who_is_invited() {
        Principal member = fixture.memberAs(Role.MEMBER);

        assertThatThrownBy(() -> fixture.list(member)).isInstanceOf(Forbidden.class);
    }

    @Test
    void an_inviter_who_is_no_more_is_left_out() {
        Principal owner = fixture.memberAs(Role.OWNER);
        fixture.invite(LINUS);
        fixture.account.delete(fixture.ada);

        assertThat(fixture.list(owner)).extracting(Invited::invitedBy).containsExactly(Optional.empty());
    }
}
