package io.tenantry.domain.user;

import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeyName;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.KnownDevice;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.social.LinkedIdentity;
import io.tenantry.domain.tenant.TenantId;
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
     * @param apiKeys those that they answer for and that are not revoked, in tenants that they are a member of
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
            List<ExportedKey> apiKeys,
            List<AuditEvent> events) {}

    /** A key without its scopes, which are its tenant's, and without what opens it. */
    record ExportedKey(ApiKeyId id, ApiKeyName name, TenantId tenant, Instant createdAt) {

        public static ExportedKey of(ApiKey key) {
            return new ExportedKey(key.id(), key.name(), key.tenant(), key.createdAt());
        }
    }
}
