package io.tenantry.application.user;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.mfa.TotpEnrolment;
import io.tenantry.domain.session.Identity;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.ExportAccount;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

final class ExportAccountService implements ExportAccount {

    /** More than a year of a busy user leaves; so that no export grows without bounds. */
    private static final int MOST_EVENTS = 10_000;

    /** What is kept in one tenant. */
    private record InTenant(List<AuditEvent> events, List<ApiKey> keys) {}

    private final DrivenPorts ports;
    private final AuditTrail trail;

    ExportAccountService(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.ports = ports;
        this.trail = new AuditTrail(ports, clock, random);
    }

    @Override
    public Export export(Command command) {
        UserId user = command.by().user();
        List<TenantMembership> memberships =
                ports.identities().of(user).map(Identity::memberships).orElseThrow(Unauthenticated::new);
        List<InTenant> inTenants =
                memberships.stream().map(in -> keptIn(in.tenant(), user)).toList();
        return ports.transactions().outsideTenants(() -> {
            trail.done(AuditAction.ACCOUNT_EXPORTED, user, command.device());
            return exported(ports.users().find(user).orElseThrow(Unauthenticated::new), memberships, inTenants);
        });
    }

    /** Each tenant's in a scope of its own: an export needs no right to reach across tenants. */
    private InTenant keptIn(Tenant tenant, UserId user) {
        return ports.transactions()
                .inTenant(
                        tenant.id(),
                        () -> new InTenant(
                                ports.auditEvents().about(user, MOST_EVENTS),
                                ports.apiKeys().keys().holdOf(tenant.id(), user)));
    }

    private List<AuditEvent> newestOf(List<InTenant> inTenants, UserId user) {
        List<AuditEvent> installations = ports.auditEvents().about(user, MOST_EVENTS);
        Stream<AuditEvent> noted = inTenants.stream().flatMap(in -> in.events().stream());
        return Stream.concat(installations.stream(), noted)
                .sorted(Comparator.comparing(AuditEvent::at).reversed())
                .limit(MOST_EVENTS)
                .toList();
    }

    private Export exported(User user, List<TenantMembership> memberships, List<InTenant> inTenants) {
        UserId id = user.id();
        return new Export(
                user,
                ports.profiles().of(id),
                ports.profiles().avatar(id),
                memberships,
                ports.sessions().of(id),
                ports.knownDevices().of(id),
                ports.secondFactors().totp(id).flatMap(TotpEnrolment::confirmedAt),
                ports.secondFactors().recoveryCodesLeft(id),
                ports.passkeys().of(id),
                ports.linkedIdentities().of(id),
                inTenants.stream()
                        .flatMap(in -> in.keys().stream())
                        .map(ExportedKey::of)
                        .toList(),
                newestOf(inTenants, id));
    }
}
