package io.tenantry.persistence.invitation;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.invitation.Invitation;
import io.tenantry.domain.invitation.InvitationId;
import io.tenantry.domain.invitation.Invitations;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.page.Cursor;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.mapping.PageStart;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.Dao;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Invitations in the table {@code invitation}. */
public final class JdbiInvitations implements Invitations {

    private final Dao<InvitationDao> invitations;

    public JdbiInvitations(CurrentTransaction current) {
        this.invitations = new Dao<>(current, InvitationDao.class);
    }

    @Override
    public boolean add(Invitation invitation) {
        return invitations.get(dao -> dao.insert(invitation)) == 1;
    }

    @Override
    public Optional<Invitation> find(TenantId tenant, InvitationId id) {
        return invitations.get(dao -> dao.find(tenant, id));
    }

    @Override
    public List<Invitation> findAll(Set<InvitationId> ids) {
        return invitations.get(
                dao -> dao.findAll(ids.stream().map(InvitationId::toString).toList()));
    }

    @Override
    public Optional<Invitation> findByToken(TokenDigest token) {
        return invitations.get(dao -> dao.findByToken(token));
    }

    @Override
    public Optional<Invitation> holdByToken(TokenDigest token) {
        return invitations.get(dao -> dao.holdByToken(token));
    }

    @Override
    public Optional<Invitation> hold(TenantId tenant, InvitationId id) {
        return invitations.get(dao -> dao.hold(tenant, id));
    }

    @Override
    public Optional<Invitation> pendingFor(TenantId tenant, EmailAddress email) {
        return invitations.get(dao -> dao.pendingFor(tenant, email.canonical()));
    }

    @Override
    public void update(Invitation invitation) {
        invitations.run(dao -> dao.update(invitation));
    }

    @Override
    public Page<Invitation> page(TenantId tenant, PageRequest request) {
        List<Invitation> found = invitations.get(dao -> dao.page(tenant, PageStart.descending(request)));
        return Page.of(
                found,
                request,
                shown -> new Cursor(shown.createdAt(), shown.id().value()));
    }

    @Override
    public int revokePending(TenantId tenant, UserId invitedBy, Set<Role> roles) {
        List<String> words = roles.stream().map(Role::word).toList();
        return invitations.get(dao -> dao.revokePending(tenant, invitedBy, words));
    }

    @Override
    public int pending(TenantId tenant, Instant now) {
        return invitations.get(dao -> dao.pending(tenant, now));
    }
}
