package io.tenantry.application.inmemory;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.invitation.Invitation;
import io.tenantry.domain.invitation.InvitationId;
import io.tenantry.domain.invitation.InvitationStatus;
import io.tenantry.domain.invitation.Invitations;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.page.Cursor;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

final class InMemoryInvitations implements Invitations {

    private final InMemoryTransactions transactions;
    private final InMemoryRows<InvitationId, Invitation> rows;

    InMemoryInvitations(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = new InMemoryRows<>(transactions);
    }

    @Override
    public boolean add(Invitation invitation) {
        transactions.requireReach(invitation.tenant());
        return pendingFor(invitation.tenant(), invitation.email()).isEmpty() && rows.add(invitation.id(), invitation);
    }

    @Override
    public Optional<Invitation> find(TenantId tenant, InvitationId id) {
        return of(tenant).filter(found -> found.id().equals(id)).findFirst();
    }

    @Override
    public List<Invitation> findAll(Set<InvitationId> ids) {
        return inReach().filter(found -> ids.contains(found.id())).toList();
    }

    @Override
    public Optional<Invitation> findByToken(TokenDigest token) {
        return inReach().filter(found -> found.token().equals(token)).findFirst();
    }

    @Override
    public Optional<Invitation> holdByToken(TokenDigest token) {
        return findByToken(token);
    }

    @Override
    public Optional<Invitation> hold(TenantId tenant, InvitationId id) {
        return find(tenant, id);
    }

    @Override
    public Optional<Invitation> pendingFor(TenantId tenant, EmailAddress email) {
        return of(tenant)
                .filter(found -> isPending(found) && found.email().equals(email))
                .findFirst();
    }

    @Override
    public void update(Invitation invitation) {
        transactions.requireReach(invitation.tenant());
        rows.find(invitation.id()).ifPresent(before -> rows.put(invitation.id(), invitation));
    }

    @Override
    public Page<Invitation> page(TenantId tenant, PageRequest request) {
        return InMemoryPages.descending(of(tenant), request, InMemoryInvitations::place);
    }

    @Override
    public int revokePending(TenantId tenant, UserId invitedBy, Set<Role> roles) {
        List<Invitation> theirs = of(tenant)
                .filter(found -> isPending(found) && isBy(found, invitedBy) && roles.contains(found.role()))
                .toList();
        theirs.forEach(found -> rows.put(found.id(), found.revoked()));
        return theirs.size();
    }

    @Override
    public int pending(TenantId tenant, Instant now) {
        return (int) of(tenant)
                .filter(found -> found.statusAt(now) == InvitationStatus.PENDING)
                .count();
    }

    void erase(UserId user, EmailAddress email) {
        rows.removeFirst(Integer.MAX_VALUE, found -> found.email().equals(email));
        inReach()
                .filter(found -> isBy(found, user))
                .toList()
                .forEach(found -> rows.put(found.id(), withoutInviter(isPending(found) ? found.revoked() : found)));
    }

    /** Of all tenants. */
    int pending() {
        return (int) inReach().filter(InMemoryInvitations::isPending).count();
    }

    void forget(TenantId tenant) {
        rows.removeFirst(Integer.MAX_VALUE, found -> found.tenant().equals(tenant));
    }

    private Stream<Invitation> of(TenantId tenant) {
        return inReach().filter(found -> found.tenant().equals(tenant));
    }

    private Stream<Invitation> inReach() {
        return rows.all().filter(found -> transactions.reaches(found.tenant()));
    }

    private static boolean isPending(Invitation invitation) {
        return invitation.stored() == InvitationStatus.PENDING;
    }

    private static boolean isBy(Invitation invitation, UserId user) {
        return invitation.invitedBy().filter(user::equals).isPresent();
    }

    private static Cursor place(Invitation invitation) {
        return new Cursor(invitation.createdAt(), invitation.id().value());
    }

    private static Invitation withoutInviter(Invitation from) {
        return new Invitation(
                from.id(),
                from.tenant(),
                from.email(),
                from.role(),
                from.token(),
                from.stored(),
                Optional.empty(),
                from.byOperator(),
                from.createdAt(),
                from.expiresAt());
    }
}
