package io.tenantry.persistence;

import io.tenantry.domain.credential.OneTimeTokenFixture;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SealedPassword;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.mail.MailFixture;
import io.tenantry.domain.membership.MembershipFixture;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionFixture;
import io.tenantry.domain.tenant.DomainFixture;
import io.tenantry.domain.tenant.NewTenant;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import java.util.Optional;

/**
 * A tenant that was registered with all that belongs to it, in one transaction.
 *
 * @param session the owner's
 */
public record Registration(Tenant tenant, User owner, Session session) {

    public static Registration by(PostgresPersistence ports) {
        SealedPassword password = ports.credentials().seal(new Password("correct horse battery"));
        NewTenant tenant = TenantFixture.aNewTenant();
        return ports.transactions().inTenant(tenant.id(), () -> store(ports, tenant, password));
    }

    private static Registration store(PostgresPersistence ports, NewTenant wanted, SealedPassword password) {
        User owner = UserFixture.aUser();
        ports.users().add(owner);
        ports.credentials().store(owner.id(), password);
        Tenant tenant = ports.tenants().add(wanted).orElseThrow();
        ports.tenantSchemas().create(tenant.id(), tenant.schema());
        ports.domains().add(DomainFixture.primaryOf(tenant.id(), DomainFixture.aHost()));
        ports.memberships().add(MembershipFixture.owner(tenant.id(), owner.id()));
        ports.oneTimeTokens().replace(OneTimeTokenFixture.aToken(TokenPurpose.VERIFY_EMAIL, owner));
        ports.outbox().add(MailFixture.aMail());
        Session session = SessionFixture.rotating(owner.id());
        ports.sessions().open(session);
        ports.sessions()
                .issue(
                        SessionFixture.aRefreshToken().digest(),
                        session.id(),
                        Optional.of(tenant.id()),
                        session.createdAt());
        return new Registration(tenant, owner, session);
    }
}
