package io.tenantry.application.audit;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.AuditEvents;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.id.UuidV7;
import io.tenantry.domain.idempotency.KeyedCalls;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.UserId;
import io.tenantry.domain.webhook.Deliveries;
import io.tenantry.domain.webhook.WebhookEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Writes the audit, within the transaction under way: what was done, and what was refused. What was done in a tenant and is of
 * interest to its webhooks is noted for them by the same word. What was done for a call that is to do it once is noted with that too: so
 * whatever {@link io.tenantry.domain.idempotency.MakeOnce} is to make leaves an event behind, or says {@link KeyedCalls#made} itself.
 */
public final class AuditTrail {

    private static final String REASON = "reason";

    private static final String ROUTE = "route";

    private final AuditEvents events;
    private final KeyedCalls keyedCalls;
    private final Deliveries deliveries;
    private final InstantSource clock;
    private final RandomGenerator random;

    public AuditTrail(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.events = ports.auditEvents();
        this.keyedCalls = ports.keyedCalls();
        this.deliveries = ports.webhooks().deliveries();
        this.clock = clock;
        this.random = random;
    }

    /** A user did something with their own account. */
    public void done(AuditAction action, UserId by, Device device) {
        done(action, by, device, Map.of());
    }

    /** The same, with more to know. */
    public void done(AuditAction action, UserId by, Device device, Map<String, String> data) {
        add(
                action,
                Actor.user(by),
                Optional.empty(),
                Optional.of(by),
                Optional.empty(),
                device,
                AuditEvent.Outcome.SUCCESS,
                data);
    }

    /** A user did something in a tenant. */
    public void doneIn(Tenant tenant, AuditAction action, UserId by, Device device, Map<String, String> data) {
        doneIn(Optional.of(tenant), action, by, device, data);
    }

    /** A user did something to a tenant as a whole. */
    public void doneToTenant(Tenant tenant, AuditAction action, UserId by, Device device, Map<String, String> data) {
        doneTo(tenant, action, Actor.user(by), Optional.of(by), Optional.of(target(tenant)), device, data);
    }

    /** The same, by a user or a key. */
    public void doneToTenant(
            Tenant tenant, AuditAction action, TenantCaller by, Device device, Map<String, String> data) {
        doneTo(tenant, action, by.actor(), Optional.of(by.user()), Optional.of(target(tenant)), device, data);
    }

    /** A user did something in a tenant, if they have one. */
    public void doneIn(
            Optional<Tenant> tenant, AuditAction action, UserId by, Device device, Map<String, String> data) {
        add(
                action,
                Actor.user(by),
                tenant,
                Optional.of(by),
                Optional.empty(),
                device,
                AuditEvent.Outcome.SUCCESS,
                data);
    }

    /**
     * A user, or a key, did something in a tenant with somebody or something else.
     *
     * @param subject the user whom it is about, if it is about one
     * @param target what else it is about
     */
    public void doneTo(
            Tenant tenant,
            AuditAction action,
            Actor by,
            Optional<UserId> subject,
            Optional<Target> target,
            Device device,
            Map<String, String> data) {
        add(action, by, Optional.of(tenant), subject, target, device, AuditEvent.Outcome.SUCCESS, data);
    }

    /**
     * An operator of the installation did something, or looked at something.
     *
     * @param tenant in whose audit it is noted; if none, in the installation's
     */
    public void doneByOperator(
            AuditAction action,
            UserId by,
            Optional<Tenant> tenant,
            Optional<UserId> subject,
            Optional<Target> target,
            Device device,
            Map<String, String> data) {
        add(action, Actor.operator(by), tenant, subject, target, device, AuditEvent.Outcome.SUCCESS, data);
    }

    /** Somebody who has not shown who they are, but holds a secret of it, did something with what belongs to a tenant. */
    public void doneByHolder(Tenant tenant, AuditAction action, Target target, Device device) {
        add(
                action,
                Actor.ANONYMOUS,
                Optional.of(tenant),
                Optional.empty(),
                Optional.of(target),
                device,
                AuditEvent.Outcome.SUCCESS,
                Map.of());
    }

    /** Somebody who has not shown who they are asked for something, and nobody looked whose account it is about. */
    public void asked(AuditAction action, Device device) {
        add(
                action,
                Actor.ANONYMOUS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                device,
                AuditEvent.Outcome.SUCCESS,
                Map.of());
    }

    /** The operator's command, or a schedule, did something with a user or tenant. */
    public void doneBySystem(
            AuditAction action, Optional<Tenant> tenant, Optional<UserId> subject, Map<String, String> data) {
        add(action, Actor.SYSTEM, tenant, subject, Optional.empty(), Device.UNKNOWN, AuditEvent.Outcome.SUCCESS, data);
    }

    /** The same, with what is none of the users and has no audit of its own, or none any more. */
    public void doneBySystemTo(AuditAction action, Target target, Map<String, String> data) {
        add(
                action,
                Actor.SYSTEM,
                Optional.empty(),
                Optional.empty(),
                Optional.of(target),
                Device.UNKNOWN,
                AuditEvent.Outcome.SUCCESS,
                data);
    }

    /** The operator's command did something with a tenant, noted in {@code audit}: the tenant's own, or the installation's. */
    public void doneBySystem(AuditAction action, Optional<Tenant> audit, Target target, Map<String, String> data) {
        add(
                action,
                Actor.SYSTEM,
                audit,
                Optional.empty(),
                Optional.of(target),
                Device.UNKNOWN,
                AuditEvent.Outcome.SUCCESS,
                data);
    }

    /**
     * Somebody who has not shown who they are was refused.
     *
     * @param subject whose account it was about, if there is such an account
     * @param reason a short, stable word
     */
    public void refused(AuditAction action, Optional<UserId> subject, Device device, String reason) {
        add(
                action,
                Actor.ANONYMOUS,
                Optional.empty(),
                subject,
                Optional.empty(),
                device,
                AuditEvent.Outcome.REFUSED,
                Map.of(REASON, reason));
    }

    /** A user was refused something. */
    public void refusedTo(UserId by, AuditAction action, Device device, String reason) {
        add(
                action,
                Actor.user(by),
                Optional.empty(),
                Optional.of(by),
                Optional.empty(),
                device,
                AuditEvent.Outcome.REFUSED,
                Map.of(REASON, reason));
    }

    /**
     * A request was refused before it reached a use case.
     *
     * @param route what was called: the route's pattern
     * @param by who called, if that is known
     */
    public void refusedAt(String route, Optional<TenantCaller> by, Device device, String reason) {
        add(
                AuditAction.ACCESS_REFUSED,
                by.map(TenantCaller::actor).orElse(Actor.ANONYMOUS),
                Optional.empty(),
                by.map(TenantCaller::user),
                Optional.empty(),
                device,
                AuditEvent.Outcome.REFUSED,
                Map.of(REASON, reason, ROUTE, route));
    }

    private static Target target(Tenant tenant) {
        return new Target(Target.Type.TENANT, tenant.id().toString());
    }

    private void add(
            AuditAction action,
            Actor actor,
            Optional<Tenant> tenant,
            Optional<UserId> subject,
            Optional<Target> target,
            Device device,
            AuditEvent.Outcome outcome,
            Map<String, String> data) {
        Instant now = clock.instant();
        UUID id = UuidV7.next(now, random);
        AuditEvent event = new AuditEvent(id, now, action, actor, tenant, subject, target, device, outcome, data);
        events.add(event);
        if (outcome == AuditEvent.Outcome.SUCCESS) {
            keyedCalls.made();
        }
        WebhookEvent.of(event).ifPresent(deliveries::add);
    }
}
