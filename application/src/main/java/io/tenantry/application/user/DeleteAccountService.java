package io.tenantry.application.user;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.apikey.MemberKeys;
import io.tenantry.application.apikey.MemberKeys.Departure;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.credential.Reauthentication;
import io.tenantry.application.mail.AccountNotices;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvents;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.LastOwner;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mail.Outbox;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.Tenants;
import io.tenantry.domain.user.DeleteAccount;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Looks across tenants, for a user leaves all of theirs at once. */
final class DeleteAccountService implements DeleteAccount {

    private final Transactions transactions;
    private final Reauthentication reauthentication;
    private final Users users;
    private final Memberships memberships;
    private final MemberKeys keys;
    private final Tenants tenants;
    private final AuditEvents auditEvents;
    private final Outbox outbox;
    private final AccountNotices notices;
    private final AuditTrail trail;
    private final InstantSource clock;

    DeleteAccountService(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.reauthentication = new Reauthentication(ports, policies, clock, random);
        this.users = ports.users();
        this.memberships = ports.memberships();
        this.keys = new MemberKeys(ports, clock, random);
        this.tenants = ports.tenants();
        this.auditEvents = ports.auditEvents();
        this.outbox = ports.outbox();
        this.notices = new AccountNotices(ports, clock, random);
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
    }

    @Override
    public void delete(Command command) {
        CredentialVersion proven =
                reauthentication.require(command.by(), command.password(), InvalidInput.PASSWORD, command.device());
        transactions.acrossTenants(() -> erase(command, proven));
    }

    /** What the audit keeps tells not from where they came, the last of it neither. The notice is written while it is known how the user is spoken to, and posted when what waits for them is gone. */
    private User erase(Command command, CredentialVersion proven) {
        User user = reauthentication.requireStill(command.by(), proven, InvalidInput.PASSWORD);
        if (!memberships.ownedAlone(user.id()).isEmpty()) {
            throw new LastOwner();
        }
        Mail notice = notices.write(MailKind.ACCOUNT_DELETED, user, command.device());
        List<Tenant> theirs =
                memberships.of(user.id()).stream().map(TenantMembership::tenant).toList();
        theirs.stream()
                .filter(tenant -> tenant.contactEmail().equals(user.email()))
                .forEach(tenant -> handOver(tenant, user));
        theirs.forEach(tenant -> revokeKeys(tenant, command));
        auditEvents.eraseDevices(user.id(), theirs);
        users.remove(user);
        outbox.add(notice);
        trail.done(AuditAction.ACCOUNT_DELETED, user.id(), Device.UNKNOWN);
        return user;
    }

    private void revokeKeys(Tenant tenant, Command command) {
        Principal by = command.by();
        keys.revoke(new Departure(tenant, by.user(), by.actor(), Device.UNKNOWN, "account_deleted"));
    }

    /** Another owner is whom the company is reached by from now on: the address is not to be kept. */
    private void handOver(Tenant tenant, User from) {
        memberships.withRole(tenant.id(), Role.OWNER).stream()
                .map(Membership::user)
                .filter(owner -> !owner.equals(from.id()))
                .map(users::find)
                .flatMap(Optional::stream)
                .map(User::email)
                .findFirst()
                .ifPresent(other -> contact(tenant, other));
    }

    private void contact(Tenant tenant, EmailAddress other) {
        tenants.update(tenant.withContactEmail(other, clock.instant()));
    }
}
