package io.tenantry.application.machine;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.machine.MachineClaims;
import io.tenantry.domain.machine.RevokeMachineToken;
import io.tenantry.domain.machine.RevokedTokens;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.KeyPrincipal;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.Tenants;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

final class RevokeMachineTokenService implements RevokeMachineToken {

    private final Transactions transactions;
    private final Tenants tenants;
    private final RevokedTokens revoked;
    private final AuditTrail trail;

    RevokeMachineTokenService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.tenants = ports.tenants();
        this.revoked = ports.apiKeys().revokedTokens();
        this.trail = new AuditTrail(ports, clock, random);
    }

    @Override
    public void revoke(KeyPrincipal by, MachineClaims claims, Device device) {
        if (by.key().equals(claims.key()) && !revoked.isRevoked(claims.id())) {
            transactions.inTenant(by.tenant(), () -> {
                revoked.revoke(claims.id(), claims.expiresAt());
                Optional<Tenant> tenant = tenants.find(by.tenant());
                tenant.ifPresent(in -> note(in, by, claims, device));
                return tenant;
            });
        }
    }

    private void note(Tenant tenant, KeyPrincipal by, MachineClaims claims, Device device) {
        trail.doneTo(
                tenant,
                AuditAction.MACHINE_TOKEN_REVOKED,
                by.actor(),
                Optional.empty(),
                Optional.of(new Target(Target.Type.API_KEY, by.key().toString())),
                device,
                Map.of("token", claims.id().toString()));
    }
}
