package io.tenantry.application.membership;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.apikey.MemberKeys;
import io.tenantry.application.apikey.MemberKeys.Departure;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.application.mail.TenantNotices;
import io.tenantry.application.membership.MemberManagement.Pair;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.membership.RemoveMember;
import io.tenantry.domain.port.Transactions;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class RemoveMemberService implements RemoveMember {

    private final Transactions transactions;
    private final MemberManagement management;
    private final Memberships memberships;
    private final MemberKeys keys;
    private final TenantNotices notices;
    private final AuditTrail trail;

    RemoveMemberService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.management = new MemberManagement(ports);
        this.memberships = ports.memberships();
        this.keys = new MemberKeys(ports, clock, random);
        this.notices = new TenantNotices(ports, clock, random);
        this.trail = new AuditTrail(ports, clock, random);
    }

    @Override
    public void remove(Command command) {
        transactions.inTenant(command.tenant(), () -> {
            Pair pair = management.require(command.by(), command.tenant(), command.user());
            removed(pair, command);
            return pair;
        });
    }

    private void removed(Pair pair, Command command) {
        management.requireDispensable(pair.subject().membership());
        keys.settle(departure(pair, command), Optional.of(command.by()).filter(by -> command.keepApiKeys()));
        memberships.remove(command.tenant(), command.user());
        management.revokeInvitations(pair.subject().membership(), Optional.empty());
        note(pair, command);
        if (!pair.isOneself()) {
            notices.removed(pair.subject().user(), pair.by().tenant());
        }
    }

    private static Departure departure(Pair pair, Command command) {
        return new Departure(
                pair.by().tenant(), command.user(), command.by().actor(), command.device(), "member_removed");
    }

    private void note(Pair pair, Command command) {
        trail.doneTo(
                pair.by().tenant(),
                AuditAction.MEMBER_REMOVED,
                command.by().actor(),
                Optional.of(command.user()),
                Optional.empty(),
                command.device(),
                Map.of("role", pair.role().word()));
    }
}
