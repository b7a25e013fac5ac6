package io.tenantry.application.invitation;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.Policies;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.UseCases;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.invitation.AcceptInvitation;
import io.tenantry.domain.invitation.AcceptInvitation.Newcomer;
import io.tenantry.domain.invitation.Invitation;
import io.tenantry.domain.invitation.InvitationId;
import io.tenantry.domain.invitation.Invite;
import io.tenantry.domain.invitation.Invited;
import io.tenantry.domain.invitation.ResendInvitation;
import io.tenantry.domain.invitation.RevokeInvitation;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.User;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Ada's company, to which people are invited, in the short words in which tests speak of it. */
final class InvitingFixture {

    static final EmailAddress LINUS = EmailAddress.of("Linus@Example.org");
    static final Newcomer NEWCOMER = new Newcomer(TenantryFixture.PASSWORD, PersonName.ofFull("Linus Somebody"));

    final TenantryFixture tenantry;
    final AccountFixture account;
    final Tenant acme;
    final Principal ada;

    InvitingFixture() {
        this(Policies.STANDARD);
    }

    InvitingFixture(Policies policies) {
        this.tenantry = new TenantryFixture(policies);
        this.account = new AccountFixture(tenantry);
        this.acme =
                tenantry.registerCompany("Acme Widgets", TenantryFixture.ADA).tenant();
        tenantry.verifyEmail(tenantry.mailed(MailKind.VERIFY_EMAIL));
        this.ada = account.signedIn(TenantryFixture.ADA);
    }

    /** Somebody with a verified address and a session, in the company. */
    Principal memberAs(Role role) {
        EmailAddress email = EmailAddress.of(role.word() + "@example.org");
        tenantry.join(tenantry.registerVerifiedUser(email), acme, role);
        return account.signedIn(email);
    }

    Invited invite(EmailAddress email) {
        return invite(ada, email, Role.MEMBER);
    }

    Invited invite(Principal by, EmailAddress email, Role role) {
        return useCases()
                .invitations()
                .invite()
                .invite(new Invite.Command(by, acme.id(), email, role, AccountFixture.BROWSER));
    }

    /** Invites, and reads the mail. */
    SecretToken invited(EmailAddress email, Role role) {
        invite(ada, email, role);
        return tenantry.mailed(MailKind.INVITATION);
    }

    Invited resend(Principal by, InvitationId id) {
        return useCases()
                .invitations()
                .resendInvitation()
                .resend(new ResendInvitation.Command(by, acme.id(), id, AccountFixture.BROWSER));
    }

    Invited revoke(Principal by, InvitationId id) {
        return useCases()
                .invitations()
                .revokeInvitation()
                .revoke(new RevokeInvitation.Command(by, acme.id(), id, AccountFixture.BROWSER));
    }

    List<Invited> list(Principal by) {
        return useCases()
                .invitations()
                .listInvitations()
                .list(by, acme.id(), PageRequest.FIRST)
                .items();
    }

    void decline(SecretToken token) {
        useCases().invitations().declineInvitation().decline(token, AccountFixture.BROWSER);
    }

    SignedIn acceptAsNewcomer(SecretToken token) {
        return accept(useCases(), token, Optional.empty(), Optional.of(NEWCOMER));
    }

    SignedIn accept(SecretToken token, Principal by) {
        return accept(useCases(), token, Optional.of(by), Optional.empty());
    }

    static SignedIn accept(UseCases useCases, SecretToken token, Optional<Principal> by, Optional<Newcomer> newcomer) {
        return useCases.invitations()
                .acceptInvitation()
                .accept(new AcceptInvitation.Command(
                        token, by, newcomer, SessionKind.ROTATING, AccountFixture.BROWSER));
    }

    Optional<Membership> membership(User user) {
        return tenantry.ports()
                .transactions()
                .inTenant(acme.id(), () -> tenantry.ports().memberships().find(acme.id(), user.id()));
    }

    /** The one that is stored of an address, in whatever state. */
    Invitation stored(EmailAddress email) {
        return list(ada).stream()
                .map(Invited::invitation)
                .filter(one -> one.email().equals(email))
                .findFirst()
                .orElseThrow();
    }

    /** Brings an invitation into a state. */
    void change(Invitation invitation, UnaryOperator<Invitation> change) {
        tenantry.ports().transactions().inTenant(acme.id(), () -> {
            tenantry.ports().invitations().update(change.apply(invitation));
            return invitation;
        });
    }

    private UseCases useCases() {
        return tenantry.useCases();
    }
}
