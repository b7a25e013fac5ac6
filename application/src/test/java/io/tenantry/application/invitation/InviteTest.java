package io.tenantry.application.invitation;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.invitation.InvitingFixture.LINUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.AlreadyInvited;
import io.tenantry.domain.failure.AlreadyMember;
import io.tenantry.domain.failure.EmailNotVerified;
import io.tenantry.domain.failure.Forbidden;
import io.tenantry.domain.failure.LimitReached;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.TenantNotActive;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.invitation.Invitation;
import io.tenantry.domain.invitation.InvitationFixture;
import io.tenantry.domain.invitation.InvitationStatus;
import io.tenantry.domain.invitation.Invite;
import io.tenantry.domain.invitation.Invited;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.Change;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.UpdateProfile;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InviteTest {

    private final InvitingFixture fixture = new InvitingFixture();
    private final TenantryFixture tenantry = fixture.tenantry;

    @Test
    void an_invitation_waits_seven_days_for_an_answer() {
        Invited invited = fixture.invite(LINUS);

        Invitation invitation = invited.invitation();
        assertThat(invited.status()).isEqualTo(InvitationStatus.PENDING);
        assertThat(invited.invitedBy()).isEqualTo(tenantry.stored(ADA));
        assertThat(invitation.email()).isEqualTo(LINUS);
        assertThat(invitation.role()).isEqualTo(Role.MEMBER);
        assertThat(invitation.expiresAt()).isEqualTo(tenantry.now().plus(Duration.ofDays(7)));
        assertThat(invitation.byOperator()).isFalse();
        assertThat(fixture.stored(LINUS)).isEqualTo(invitation);
    }

    @Test
    void R_E3_the_token_is_in_the_mail_alone() {
        Invited invited = fixture.invite(LINUS);

        List<Mail> mails = tenantry.tenantry().deliverMail();

        assertThat(mails).singleElement().satisfies(mail -> {
            SecretToken token = mail.token().orElseThrow();
            assertThat(mail.kind()).isEqualTo(MailKind.INVITATION);
            assertThat(mail.to().email().value()).isEqualTo(LINUS.value());
            assertThat(invited.invitation().token()).isEqualTo(token.digest());
            assertThat(invited.toString()).doesNotContain(token.value());
            assertThat(tenantry.tenantry().audit().toString()).doesNotContain(token.value());
        });
    }

    @Test
    void R6_4_1_every_invitation_has_a_random_token_of_its_own() {
        SecretToken one = fixture.invited(LINUS, Role.MEMBER);
        SecretToken other = fixture.invited(GRACE, Role.MEMBER);

        assertThat(one.value()).hasSize(43).isNotEqualTo(other.value());
    }

    @Test
    void the_mail_says_who_invites_to_what_as_what_and_until_when() {
        fixture.invite(fixture.ada, LINUS, Role.ADMIN);

        assertThat(fixture.account.mailed(MailKind.INVITATION))
                .singleElement()
                .satisfies(mail -> assertThat(mail.details())
                        .containsOnly(
                                Map.entry(MailDetail.TENANT, "Acme Widgets"),
                                Map.entry(MailDetail.INVITER, ADA.value()),
                                Map.entry(MailDetail.ROLE, "admin"),
                                Map.entry(
                                        MailDetail.UNTIL,
                                        tenantry.now().plus(Duration.ofDays(7)).toString())));
    }

    @Test
    void a_stranger_is_written_to_in_the_inviters_language_and_a_user_in_their_own() {
        speakGerman(fixture.ada);
        tenantry.registerVerifiedUser(GRACE);
        fixture.invite(LINUS);
        fixture.invite(GRACE);

        List<Mail> mails = fixture.account.mailed(MailKind.INVITATION);

        assertThat(mails).extracting(mail -> mail.to().locale()).containsExactly(Locale.GERMAN, Locale.ENGLISH);
        assertThat(mails.get(0).to().name()).isEmpty();
        assertThat(mails.get(0).to().timezone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void R_E5_a_user_is_written_to_at_their_address_as_stored() {
        tenantry.registerVerifiedUser(GRACE);
        fixture.invite(EmailAddress.of("GRACE@Example.ORG"));

        assertThat(fixture.account.mailed(MailKind.INVITATION))
                .extracting(mail -> mail.to().email().value())
                .containsExactly(GRACE.value());
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER,OWNER,true", "OWNER,ADMIN,true", "OWNER,MEMBER,true",
        "ADMIN,OWNER,false", "ADMIN,ADMIN,true", "ADMIN,MEMBER,true",
        "MEMBER,OWNER,false", "MEMBER,ADMIN,false", "MEMBER,MEMBER,false"
    })
    void R8_2_1_owners_invite_everybody_and_admins_all_but_owners(Role inviter, Role invited, boolean allowed) {
        Principal by = fixture.memberAs(inviter);

        if (allowed) {
            assertThat(fixture.invite(by, LINUS, invited).invitation().role()).isEqualTo(invited);
        } else {
            assertThatThrownBy(() -> fixture.invite(by, LINUS, invited)).isInstanceOf(Forbidden.class);
            assertThat(fixture.list(fixture.ada)).isEmpty();
        }
    }

    @Test
    void R8_2_1_for_who_is_no_member_the_tenant_is_not_there() {
        tenantry.registerCompany("Beta", GRACE);
        tenantry.verifyEmail(tenantry.mailed(MailKind.VERIFY_EMAIL));
        Principal grace = fixture.account.signedIn(GRACE);

        assertThatThrownBy(() -> fixture.invite(grace, LINUS, Role.MEMBER)).isInstanceOf(NotFound.class);
    }

    @Test
    void nobody_is_invited_to_a_tenant_that_is_not_active() {
        tenantry.change(fixture.acme, TenantStatus.SUSPENDED);

        assertThatThrownBy(() -> fixture.invite(LINUS)).isInstanceOf(TenantNotActive.class);
    }

    @Test
    void who_has_not_verified_their_own_address_has_no_mails_sent_to_others() {
        Tenant beta = tenantry.registerCompany("Beta", GRACE).tenant();
        Principal grace = fixture.account.signedIn(GRACE);
        tenantry.tenantry().deliverMail();

        assertThatThrownBy(() -> tenantry.useCases()
                        .invitations()
                        .invite()
                        .invite(new Invite.Command(grace, beta.id(), LINUS, Role.MEMBER, AccountFixture.BROWSER)))
                .isInstanceOf(EmailNotVerified.class);

        assertThat(tenantry.tenantry().deliverMail()).isEmpty();
    }

    @Test
    void R_E5_a_member_is_not_invited_in_whatever_case_their_address_is_typed() {
        assertThatThrownBy(() -> fixture.invite(EmailAddress.of("ADA@EXAMPLE.ORG")))
                .isInstanceOf(AlreadyMember.class);
    }

    @Test
    void R_E5_nobody_is_invited_twice_in_whatever_case_their_address_is_typed() {
        fixture.invite(LINUS);

        assertThatThrownBy(() -> fixture.invite(EmailAddress.of("LINUS@example.org")))
                .isInstanceOf(AlreadyInvited.class);

        assertThat(fixture.account.mailed(MailKind.INVITATION)).hasSize(1);
    }

    @Test
    void R_E4_who_let_an_invitation_expire_is_invited_anew_and_the_old_one_is_revoked() {
        SecretToken old = fixture.invited(LINUS, Role.MEMBER);
        tenantry.pass(Invitation.LIFETIME);
        Principal ada = fixture.account.signedIn(ADA);

        fixture.invite(ada, LINUS, Role.ADMIN);

        assertThat(fixture.list(ada))
                .extracting(Invited::status)
                .containsExactly(InvitationStatus.PENDING, InvitationStatus.REVOKED);
        assertThat(fixture.stored(LINUS).token()).isNotEqualTo(old.digest());
    }

    @Test
    void a_tenant_has_only_so_many_that_are_pending() {
        tenantry.ports()
                .transactions()
                .inTenant(
                        fixture.acme.id(),
                        () -> IntStream.range(0, Invite.MOST)
                                .mapToObj(number ->
                                        tenantry.ports().invitations().add(InvitationFixture.to(fixture.acme.id())))
                                .toList());

        assertThatThrownBy(() -> fixture.invite(LINUS)).isInstanceOf(LimitReached.class);
    }

    @Test
    void an_address_gets_only_so_many_invitations_from_all_tenants_together() {
        for (int i = 0; i < 10; i++) {
            Invited invited = fixture.invite(LINUS);
            fixture.revoke(fixture.ada, invited.invitation().id());
        }

        assertThatThrownBy(() -> fixture.invite(LINUS)).isInstanceOf(Throttled.class);
        assertThatThrownBy(() -> fixture.invite(EmailAddress.of("LINUS@EXAMPLE.ORG")))
                .isInstanceOf(Throttled.class);
        assertThat(fixture.invite(GRACE).status()).isEqualTo(InvitationStatus.PENDING);
    }

    @Test
    void a_tenant_sends_only_so_many() {
        for (int i = 0; i < 200; i++) {
            fixture.invite(EmailAddress.of("somebody" + i + "@example.org"));
        }

        assertThatThrownBy(() -> fixture.invite(LINUS)).isInstanceOf(Throttled.class);
    }

    @Test
    void what_is_refused_uses_nothing_up() {
        Principal member = fixture.memberAs(Role.MEMBER);
        fixture.invite(GRACE);
        for (int i = 0; i < 12; i++) {
            assertThatThrownBy(() -> fixture.invite(member, LINUS, Role.MEMBER)).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> fixture.invite(GRACE)).isInstanceOf(AlreadyInvited.class);
        }

        assertThat(fixture.invite(LINUS).status()).isEqualTo(InvitationStatus.PENDING);
    }

    @Test
    void the_answer_is_the_same_whether_the_address_has_an_account_or_not() {
        tenantry.registerVerifiedUser(GRACE);

        Invited known = fixture.invite(GRACE);
        Invited unknown = fixture.invite(LINUS);

        assertThat(List.of(known.status(), known.invitation().role(), known.invitedBy()))
                .isEqualTo(List.of(unknown.status(), unknown.invitation().role(), unknown.invitedBy()));
        assertThat(fixture.account.audited(AuditAction.INVITATION_SENT))
                .hasSize(2)
                .allMatch(event -> event.subject().isEmpty());
    }

    @Test
    void R16_3_1_who_invited_whom_to_what_is_in_the_tenants_audit_without_the_address() {
        Invited invited = fixture.invite(fixture.ada, LINUS, Role.ADMIN);

        assertThat(fixture.account.audited(AuditAction.INVITATION_SENT))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.tenant()).map(Tenant::id).contains(fixture.acme.id());
                    assertThat(event.actor()).isEqualTo(Actor.user(fixture.ada.user()));
                    assertThat(event.target()).contains(ManagedInvitations.target(invited.invitation()));
                    assertThat(event.data()).containsEntry("role", "admin");
                    assertThat(event.device()).isEqualTo(AccountFixture.BROWSER);
                    assertThat(event.toString()).doesNotContainIgnoringCase(LINUS.value());
                });
    }

    @Test
    void an_operator_who_has_shown_two_factors_invites_as_one() {
        Principal operator = new Principal(
                fixture.ada.user(), fixture.ada.session(), fixture.ada.tenant(), fixture.ada.role(), true);

        assertThat(fixture.invite(operator, LINUS, Role.MEMBER).invitation().byOperator())
                .isTrue();
    }

    private void speakGerman(Principal who) {
        tenantry.useCases()
                .users()
                .updateProfile()
                .update(new UpdateProfile.Command(
                        who,
                        Change.keep(),
                        Change.keep(),
                        Change.keep(),
                        Change.to(ZoneId.of("Europe/Berlin")),
                        Change.to(Locale.GERMAN),
                        Change.keep(),
                        Change.keep(),
                        Change.keep(),
                        AccountFixture.BROWSER));
    }

    @Test
    void who_invites_is_named_by_their_full_name_if_they_have_one_that_is_not_another_address() {
        name("Ada", "Lovelace");
        fixture.invite(LINUS);
        name("boss@acme.example", "");
        fixture.invite(GRACE);

        assertThat(fixture.account.mailed(MailKind.INVITATION))
                .extracting(mail -> mail.details().get(MailDetail.INVITER))
                .containsExactly("Ada Lovelace", ADA.value());
    }

    private void name(String first, String last) {
        tenantry.useCases()
                .users()
                .updateProfile()
                .update(new UpdateProfile.Command(
                        fixture.ada,
                        Change.to(first),
                        Change.to(last),
                        Change.keep(),
                        Change.keep(),
                        Change.keep(),
                        Change.keep(),
                        Change.keep(),
                        Change.keep(),
                        AccountFixture.BROWSER));
    }
}
