package io.tenantry.application.membership;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.failure.Forbidden;
import io.tenantry.domain.failure.MfaEnrollmentRequired;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.TenantNotActive;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.mfa.SecondFactors;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.Tenants;

/**
 * Lets pass who may do something in a tenant: the one place where that is decided. Within a transaction that reaches the tenant;
 * it looks at the membership as it is there and then, whatever a token says (ASVS 8.3.2). A key may what its scopes name and the
 * member who answers for it may, by the same rules (ASVS 8.3.3).
 */
public final class TenantAccess {

    private final Tenants tenants;
    private final Memberships memberships;
    private final SecondFactors secondFactors;
    private final KeyCallers keyCallers;

    public TenantAccess(DrivenPorts ports) {
        this.tenants = ports.tenants();
        this.memberships = ports.memberships();
        this.secondFactors = ports.secondFactors();
        this.keyCallers = new KeyCallers(ports);
    }

    /**
     * Lets pass who may. What the caller's role is comes last: it is told to members alone, and not before they have what the
     * tenant asks of them.
     *
     * @throws NotFound if there is no such tenant, the caller is no member, or a key of another: nobody learns which
     * @throws TenantNotActive if it is not active
     * @throws MfaEnrollmentRequired if it asks for a second factor and the caller has none
     * @throws Forbidden if the caller's role does not allow it, or the key that calls has no scope for it
     */
    public TenantMembership require(TenantCaller by, TenantId tenant, Permission permission) {
        TenantMembership in = member(by, tenant);
        if (in.tenant().requireMfa()) {
            requireSecondFactor(by);
        }
        return allowed(by, in, permission);
    }

    /** The same, also for a caller without the second factor that the tenant asks for: to get out of it. */
    public TenantMembership requireWithoutMfa(TenantCaller by, TenantId tenant, Permission permission) {
        return allowed(by, member(by, tenant), permission);
    }

    /**
     * As {@link #require}, and holds the tenant and who is its member, until the transaction under way ends: what is told here
     * stays true. Looks twice, so that nobody holds a tenant that is not theirs.
     */
    public TenantMembership requireHeld(TenantCaller by, TenantId tenant, Permission permission) {
        require(by, tenant, permission);
        hold(tenant);
        return require(by, tenant, permission);
    }

    /** As {@link #requireHeld}, without the second factor. */
    public TenantMembership requireHeldWithoutMfa(TenantCaller by, TenantId tenant, Permission permission) {
        requireWithoutMfa(by, tenant, permission);
        hold(tenant);
        return requireWithoutMfa(by, tenant, permission);
    }

    /** @throws MfaEnrollmentRequired if the caller has no second factor */
    public void requireSecondFactor(TenantCaller by) {
        if (!secondFactors.of(by.user()).any()) {
            throw new MfaEnrollmentRequired();
        }
    }

    /** Always in this order, so that no two wait for each other. */
    private void hold(TenantId tenant) {
        tenants.hold(tenant);
        memberships.hold(tenant);
    }

    private TenantMembership member(TenantCaller by, TenantId tenant) {
        Tenant found = tenants.find(tenant).filter(one -> by.reaches(one.id())).orElseThrow(NotFound::new);
        keyCallers.requireLive(by);
        Membership membership = memberships.find(tenant, by.user()).orElseThrow(NotFound::new);
        if (!found.isActive()) {
            throw new TenantNotActive();
        }
        return new TenantMembership(found, membership);
    }

    private static TenantMembership allowed(TenantCaller by, TenantMembership in, Permission permission) {
        if (!in.role().may(permission) || !by.allows(permission)) {
            throw new Forbidden();
        }
        return in;
    }
}
