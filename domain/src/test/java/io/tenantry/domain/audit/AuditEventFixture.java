package io.tenantry.domain.audit;

import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.id.UuidV7;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Events of the audit. */
public final class AuditEventFixture {

    private static final Device BROWSER =
            new Device(Optional.of("203.0.113.7"), Optional.of("Mozilla/5.0 (X11; Linux x86_64) Grüße"));

    private AuditEventFixture() {}

    /** A user did something with their own account. */
    public static AuditEvent by(UserId user, AuditAction action, Instant at) {
        return event(at, action, Actor.user(user), Optional.empty(), Optional.of(user));
    }

    /** An operator did something with a user. */
    public static AuditEvent byOperator(UserId operator, UserId subject, Instant at) {
        Actor actor = new Actor(Actor.Kind.OPERATOR, Optional.of(operator.value()));
        return event(at, AuditAction.OPERATOR_APPOINTED, actor, Optional.empty(), Optional.of(subject));
    }

    /** A user did something in a tenant. */
    public static AuditEvent in(Tenant tenant, UserId user, Instant at) {
        return event(at, AuditAction.SIGN_IN, Actor.user(user), Optional.of(tenant), Optional.of(user));
    }

    /** Somebody unknown was refused something that was about a user. */
    public static AuditEvent refused(UserId subject, Instant at) {
        return new AuditEvent(
                UuidV7.next(at, UniqueFixture.random()),
                at,
                AuditAction.SIGN_IN,
                Actor.ANONYMOUS,
                Optional.empty(),
                Optional.of(subject),
                Optional.empty(),
                Device.UNKNOWN,
                AuditEvent.Outcome.REFUSED,
                Map.of());
    }

    private static AuditEvent event(
            Instant at, AuditAction action, Actor actor, Optional<Tenant> tenant, Optional<UserId> subject) {
        return new AuditEvent(
                UuidV7.next(at, UniqueFixture.random()),
                at,
                action,
                actor,
                tenant,
                subject,
                Optional.empty(),
                BROWSER,
                AuditEvent.Outcome.SUCCESS,
                Map.of("method", "password", "contract", "native, \"quoted\" {a}"));
    }
}
