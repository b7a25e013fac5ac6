package io.tenantry.domain.invitation;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.EmailAddress;
import java.time.Instant;

/** Tells who holds the token of an invitation what it is about. Changes nothing. */
@DrivingPort
public interface PreviewInvitation {

    /** @throws io.tenantry.domain.failure.InvalidOneTimeToken if it is nobody's, over, or the tenant is not active */
    Preview preview(SecretToken token, Device device);

    /** @param accountExists whether the address has an account: then its user must sign in to accept */
    record Preview(TenantName tenant, EmailAddress email, Role role, Instant expiresAt, boolean accountExists) {}
}
