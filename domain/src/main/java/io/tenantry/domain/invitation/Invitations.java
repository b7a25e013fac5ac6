package io.tenantry.domain.invitation;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.DrivenPort;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The invitations of tenants. Belong to their tenant: see {@link io.tenantry.domain.port.Transactions}. */
@DrivenPort
public interface Invitations {

    /** Stores an invitation in its tenant's scope. False, and nothing stored, when another for the address is stored as pending there. */
    boolean add(Invitation invitation);

    Optional<Invitation> find(TenantId tenant, InvitationId id);

    /** Those of the invitations that are there and in the scope at hand, in no particular order. */
    List<Invitation> findAll(Set<InvitationId> ids);

    /** By the token in its mail. In the scope of all tenants. */
    Optional<Invitation> findByToken(TokenDigest token);

    /** The same, and holds it until the transaction under way ends: after its tenant is held, so that no two wait for each other. */
    Optional<Invitation> holdByToken(TokenDigest token);

    /** The same by id, in its tenant's scope. */
    Optional<Invitation> hold(TenantId tenant, InvitationId id);

    /** The one stored as pending for an address, expired or not. */
    Optional<Invitation> pendingFor(TenantId tenant, EmailAddress email);

    /** Replaces token, status, end and inviter of an invitation that exists. */
    void update(Invitation invitation);

    /** The newest first; the cursor is {@code createdAt} and the id. */
    Page<Invitation> page(TenantId tenant, PageRequest request);

    /**
     * Takes back what a member invited to one of the roles and is stored as pending, expired or not.
     *
     * @return how many there were
     */
    int revokePending(TenantId tenant, UserId invitedBy, Set<Role> roles);

    /** How many of a tenant are pending, and not expired. */
    int pending(TenantId tenant, Instant now);
}
