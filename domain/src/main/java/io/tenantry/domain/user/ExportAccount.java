package io.tenantry.domain.user;

import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.KnownDevice;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.social.LinkedIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gives the caller everything that is kept about them, but for secrets. */
@DrivingPort
public interface ExportAccount {

    /** @throws io.tenantry.domain.failure.Unauthenticated if the user is no more */
    Export export(Command command);

    record Command(Principal by, Device device) {}

    /**
     * @param sessions those that are kept, ended ones too
     * @param devices from where they signed in lately, the last first
     * @param totp when a code generator was set up
     * @param events what the audits of the installation, and of the tenants that they are a member of, hold about the user: the
     *     newest first, 10,000 at most
     */
    record Export(
            User user,
            Profile profile,
            Optional<Avatar> avatar,
            List<TenantMembership> memberships,
            List<Session> sessions,
            List<KnownDevice> devices,
            Optional<Instant> totp,
            int recoveryCodesLeft,
            List<Passkey> passkeys,
            List<LinkedIdentity> identities,
            List<AuditEvent> events) {}
}
