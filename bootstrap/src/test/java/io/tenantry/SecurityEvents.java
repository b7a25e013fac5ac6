package io.tenantry;

import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.tenant.NewTenant;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Events of the audit, as the use cases note them. */
final class SecurityEvents {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00.120456Z");
    static final UserId USER = new UserId(UUID.fromString("0195506a-0000-7000-8000-000000000001"));
    static final TenantId TENANT = new TenantId(UUID.fromString("0195506a-0000-7000-8000-000000000002"));

    private SecurityEvents() {}

    /** Of a user, into a tenant. */
    static AuditEvent signIn(Device device) {
        return new AuditEvent(
                UUID.randomUUID(),
                NOW,
                AuditAction.SIGN_IN,
                Actor.user(USER),
                Optional.of(tenant()),
                Optional.of(USER),
                Optional.empty(),
                device,
                AuditEvent.Outcome.SUCCESS,
                Map.of("method", "password", "contract", "native"));
    }

    /** Of somebody unknown, from nowhere. */
    static AuditEvent refused() {
        return new AuditEvent(
                UUID.randomUUID(),
                NOW,
                AuditAction.SIGN_IN,
                Actor.ANONYMOUS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Device.UNKNOWN,
                AuditEvent.Outcome.REFUSED,
                Map.of());
    }

    /** A user removed a domain of a tenant. */
    static AuditEvent domainRemoved(String host) {
        return new AuditEvent(
                UUID.randomUUID(),
                NOW,
                AuditAction.DOMAIN_REMOVED,
                Actor.user(USER),
                Optional.of(tenant()),
                Optional.empty(),
                Optional.of(new Target(Target.Type.DOMAIN, host)),
                Device.UNKNOWN,
                AuditEvent.Outcome.SUCCESS,
                Map.of());
    }

    private static Tenant tenant() {
        return new NewTenant(TENANT, new TenantName("Acme"), new Slug("acme"), EmailAddress.of("ada@acme.example"), NOW)
                .numbered(7);
    }
}
