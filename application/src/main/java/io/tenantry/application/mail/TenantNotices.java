package io.tenantry.application.mail;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.Users;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Tells members by mail of what others did to them or to their tenant, within the transaction under way, in which the tenant is
 * in reach. From where it was done is not told: it is another's address.
 */
public final class TenantNotices {

    private final AccountNotices notices;
    private final Memberships memberships;
    private final Users users;

    public TenantNotices(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.notices = new AccountNotices(ports, clock, random);
        this.memberships = ports.memberships();
        this.users = ports.users();
    }

    public void roleChanged(User member, Tenant tenant, Role to) {
        send(MailKind.ROLE_CHANGED, member, tenant, Map.of(MailDetail.ROLE, to.word()));
    }

    public void removed(User member, Tenant tenant) {
        send(MailKind.MEMBER_REMOVED, member, tenant, Map.of());
    }

    /** To all owners: when it will be removed. */
    public void closed(Tenant tenant) {
        String until = tenant.removedAfter().orElseThrow().toString();
        toOwners(MailKind.TENANT_CLOSED, tenant, Map.of(MailDetail.UNTIL, until));
    }

    /** To all owners. */
    public void restored(Tenant tenant) {
        toOwners(MailKind.TENANT_RESTORED, tenant, Map.of());
    }

    /** To all owners. */
    public void quotaNearlyUsed(Tenant tenant, long used) {
        toOwners(MailKind.QUOTA_NEARLY_USED, tenant, quota(tenant, used));
    }

    /** To all owners. */
    public void quotaUsed(Tenant tenant, long used) {
        toOwners(MailKind.QUOTA_USED, tenant, quota(tenant, used));
    }

    private static Map<MailDetail, String> quota(Tenant tenant, long used) {
        return Map.of(MailDetail.USED, String.valueOf(used), MailDetail.LIMIT, String.valueOf(tenant.quotaLimit()));
    }

    private void toOwners(MailKind kind, Tenant tenant, Map<MailDetail, String> more) {
        memberships.withRole(tenant.id(), Role.OWNER).stream()
                .map(Membership::user)
                .map(users::find)
                .flatMap(Optional::stream)
                .forEach(owner -> send(kind, owner, tenant, more));
    }

    private void send(MailKind kind, User to, Tenant tenant, Map<MailDetail, String> more) {
        EnumMap<MailDetail, String> details = new EnumMap<>(MailDetail.class);
        details.put(MailDetail.TENANT, tenant.name().value());
        details.putAll(more);
        notices.send(kind, to, Device.UNKNOWN, details);
    }
}
