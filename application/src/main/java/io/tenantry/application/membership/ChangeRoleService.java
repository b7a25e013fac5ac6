package io.tenantry.application.membership;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.apikey.MemberKeys;
import io.tenantry.application.apikey.MemberKeys.Departure;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.mail.TenantNotices;
import io.tenantry.application.membership.MemberManagement.Pair;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.membership.ChangeRole;
import io.tenantry.domain.membership.Member;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.port.Transactions;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class ChangeRoleService implements ChangeRole {

    private final Transactions transactions;
    private final MemberManagement management;
    private final Memberships memberships;
    private final MemberKeys keys;
    private final TenantNotices notices;
    private final AuditTrail trail;

    ChangeRoleService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.management = new MemberManagement(ports);
        this.memberships = ports.memberships();
        this.keys = new MemberKeys(ports, clock, random);
        this.notices = new TenantNotices(ports, clock, random);
        this.trail = new AuditTrail(ports, clock, random);
    }

    @Override
    public Member change(Command command) {
        return transactions.inTenant(command.tenant(), () -> {
            Pair pair = management.require(command.by(), command.tenant(), command.user());
            management.requireMayManage(pair, command.role());
            return pair.role() == command.role() ? pair.subject() : changed(pair, command);
        });
    }

    private Member changed(Pair pair, Command command) {
        management.requireDispensable(pair.subject().membership());
        Membership changed = pair.subject().membership().as(command.role());
        memberships.update(changed);
        if (!command.role().may(Permission.MANAGE_API_KEYS)) {
            keys.settle(demotion(pair, command), Optional.of(command.by()).filter(by -> command.keepApiKeys()));
        }
        management.revokeInvitations(changed, Optional.of(command.role()));
        note(pair, command);
        if (!pair.isOneself()) {
            notices.roleChanged(pair.subject().user(), pair.by().tenant(), command.role());
        }
        return new Member(pair.subject().user(), changed);
    }

    private static Departure demotion(Pair pair, Command command) {
        return new Departure(
                pair.by().tenant(), command.user(), command.by().actor(), command.device(), "member_demoted");
    }

    private void note(Pair pair, Command command) {
        trail.doneTo(
                pair.by().tenant(),
                AuditAction.MEMBER_ROLE_CHANGED,
                command.by().actor(),
                Optional.of(command.user()),
                Optional.empty(),
                command.device(),
                Map.of("from", pair.role().word(), "to", command.role().word()));
    }
}
