package io.tenantry.application.apikey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeys;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What becomes of the keys of who may answer for them no longer. Within a transaction that reaches the tenant. */
public final class MemberKeys {

    /**
     * Of whom, and by whom it comes about.
     *
     * @param reason a short, stable word
     */
    public record Departure(Tenant tenant, UserId member, Actor by, Device device, String reason) {}

    private final ApiKeys keys;
    private final AuditTrail trail;
    private final InstantSource clock;

    /** @param random must be cryptographically strong */
    public MemberKeys(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.keys = ports.apiKeys().keys();
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
    }

    /** Revokes them, or makes them the heir's if there is one and it is another: nobody keeps keys for themselves on their way out. */
    public void settle(Departure departure, Optional<TenantCaller> heir) {
        heir.map(TenantCaller::user)
                .filter(other -> !other.equals(departure.member()))
                .ifPresentOrElse(other -> handOver(departure, other), () -> revoke(departure));
    }

    public void revoke(Departure departure) {
        Instant now = clock.instant();
        for (ApiKey key : keys.holdOf(departure.tenant().id(), departure.member())) {
            keys.update(key.revoked(now));
            note(AuditAction.API_KEY_REVOKED, key, departure);
        }
    }

    private void handOver(Departure departure, UserId heir) {
        for (ApiKey key : keys.holdOf(departure.tenant().id(), departure.member())) {
            keys.update(key.takenOverBy(heir));
            note(AuditAction.API_KEY_TAKEN_OVER, key, departure);
        }
    }

    private void note(AuditAction action, ApiKey key, Departure departure) {
        trail.doneTo(
                departure.tenant(),
                action,
                departure.by(),
                Optional.of(departure.member()),
                Optional.of(new Target(Target.Type.API_KEY, key.id().toString())),
                departure.device(),
                Map.of("reason", departure.reason()));
    }
}
