package io.tenantry.http;

import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A tenant with somebody of each role in it, signed in. */
public record Company(TestServer server, String id, Person owner, Person admin, Person member) {
    public static Company in(TestServer server) {
        Person owner = Person.owner(server);
        String id = owner.me().at("/tenant/id");
        Company company = new Company(server, id, owner, Person.verified(server), Person.verified(server));
        company.join(company.admin, Role.ADMIN);
        company.join(company.member, Role.MEMBER);
        return company;
    }

    /** A path below that of the tenant. */
    public String path(String below) {
        return "/api/v1/tenants/" + id + below;
    }

    public String path(String below, Person member) {
        return path(below + "/" + userId(member));
    }

    /** Makes somebody a member, without the invitation. */
    public void join(Person person, Role role) {
        TenantId tenant = new TenantId(UUID.fromString(id));
        UserId user = new UserId(UUID.fromString(userId(person)));
        Instant now = server.tenantry().clock().instant();
        boolean joined = server.tenantry()
                .ports()
                .transactions()
                .inTenant(
                        tenant,
                        () -> server.tenantry()
                                .ports()
                                .memberships()
                                .add(new Membership(tenant, user, role, now, Optional.empty())));
        if (!joined) {
            throw new AssertionError("a member already");
        }
    }

    public static String userId(Person person) {
        return person.me().at("/id");
    }

    public String slug() {
        return owner.get(path("")).at("/slug");
    }
}
