package io.tenantry.application.tenant;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.session.SignInFixture;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.CloseTenant;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Companies and who is in them, in the short words in which tests speak of them. */
public final class TenancyFixture {

    public static final Device OFFICE = SignInFixture.from("198.51.100.77");

    private final TenantryFixture tenantry;
    private final AccountFixture accounts;

    public TenancyFixture(TenantryFixture tenantry) {
        this.tenantry = tenantry;
        this.accounts = new AccountFixture(tenantry);
    }

    /** Of somebody whom nobody knows, with a verified address. */
    public Tenant company(String name) {
        EmailAddress owner = anAddress();
        Tenant tenant = tenantry.registerCompany(name, owner).tenant();
        tenantry.verifyEmail(tenantry.mailed(MailKind.VERIFY_EMAIL));
        return tenant;
    }

    /** Who registered the tenant, signed in. */
    public Principal ownerOf(Tenant tenant) {
        return accounts.signedIn(tenant.contactEmail());
    }

    /** A new member, signed in. */
    public Principal joined(Tenant tenant, Role role) {
        return signedIn(join(tenant, role));
    }

    /** A new member, who has joined later than anybody. */
    public User join(Tenant tenant, Role role) {
        tenantry.pass(Duration.ofMillis(1));
        User user = tenantry.registerVerifiedUser(anAddress());
        tenantry.join(user, tenant, role);
        return user;
    }

    public Principal signedIn(User user) {
        return accounts.signedIn(user.email());
    }

    public static EmailAddress anAddress() {
        return EmailAddress.of(UniqueFixture.word() + "@example.org");
    }

    public void giveSecondFactor(Principal to) {
        new SignInFixture(tenantry).giveTotp(to.user());
    }

    public Tenant requireMfa(Tenant tenant) {
        Tenant requiring = stored(tenant).requiringMfa(true, tenantry.now());
        return tenantry.ports().transactions().outsideTenants(() -> {
            tenantry.ports().tenants().update(requiring);
            return requiring;
        });
    }

    public void close(Principal by, Tenant tenant) {
        tenantry.useCases()
                .tenants()
                .closeTenant()
                .close(new CloseTenant.Command(
                        by,
                        tenant.id(),
                        Optional.of(TenantryFixture.PASSWORD),
                        tenant.slug().value(),
                        OFFICE));
    }

    public Tenant stored(Tenant tenant) {
        return find(tenant.id()).orElseThrow();
    }

    public Optional<Tenant> find(TenantId tenant) {
        return tenantry.ports()
                .transactions()
                .outsideTenants(() -> tenantry.ports().tenants().find(tenant));
    }

    public Optional<Role> roleOf(Principal member, Tenant tenant) {
        return tenantry.ports()
                .transactions()
                .inTenant(tenant.id(), () -> tenantry.ports().memberships().find(tenant.id(), member.user()))
                .map(Membership::role);
    }

    public List<Membership> owners(Tenant tenant) {
        return tenantry.ports()
                .transactions()
                .inTenant(tenant.id(), () -> tenantry.ports().memberships().withRole(tenant.id(), Role.OWNER));
    }

    /** The mails of a kind that are due, all others being passed over. */
    public List<Mail> mailed(MailKind kind) {
        return accounts.mailed(kind);
    }

    /** What the audits hold of an action, the oldest first. */
    public List<AuditEvent> audited(AuditAction action) {
        return accounts.audited(action);
    }
}
