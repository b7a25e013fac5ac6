package io.tenantry.application.invitation;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.membership.TenantAccess;
import io.tenantry.domain.invitation.Invitation;
import io.tenantry.domain.invitation.Invitations;
import io.tenantry.domain.invitation.Invited;
import io.tenantry.domain.invitation.ListInvitations;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import io.tenantry.domain.user.Users;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

final class ListInvitationsService implements ListInvitations {

    private final Transactions transactions;
    private final TenantAccess access;
    private final Invitations invitations;
    private final Users users;
    private final InstantSource clock;

    ListInvitationsService(DrivenPorts ports, InstantSource clock) {
        this.transactions = ports.transactions();
        this.access = new TenantAccess(ports);
        this.invitations = ports.invitations();
        this.users = ports.users();
        this.clock = clock;
    }

    @Override
    public Page<Invited> list(TenantCaller by, TenantId tenant, PageRequest page) {
        return transactions.inTenant(tenant, () -> {
            access.require(by, tenant, Permission.MANAGE_MEMBERS);
            return shown(invitations.page(tenant, page));
        });
    }

    private Page<Invited> shown(Page<Invitation> page) {
        Instant now = clock.instant();
        Map<UserId, User> inviters = inviters(page);
        return page.map(one -> new Invited(
                one, one.statusAt(now), one.invitedBy().flatMap(id -> Optional.ofNullable(inviters.get(id)))));
    }

    private Map<UserId, User> inviters(Page<Invitation> page) {
        Set<UserId> ids =
                page.items().stream().flatMap(one -> one.invitedBy().stream()).collect(Collectors.toSet());
        return users.findAll(ids).stream().collect(Collectors.toMap(User::id, Function.identity()));
    }
}
