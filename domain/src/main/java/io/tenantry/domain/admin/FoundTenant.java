package io.tenantry.domain.admin;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import java.util.Optional;

/**
 * Makes a tenant for somebody else: where the address has no account, one is made without a password, and a mail lets its owner
 * set one. For the operator's command; the way in where registration is closed.
 */
@DrivingPort
public interface FoundTenant {

    /**
     * @throws io.tenantry.domain.failure.SlugTaken if a slug was asked for and a tenant has it
     * @throws io.tenantry.domain.failure.AccountDisabled if the owner's account is disabled
     */
    Founded found(Command command);

    record Command(TenantName name, Optional<Slug> slug, EmailAddress owner) {}

    /** @param newcomer whether the owner's account was made for this */
    record Founded(Tenant tenant, HostName domain, User owner, boolean newcomer) {}
}
