package io.tenantry.domain.webhook;

import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.id.UuidV7;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Webhooks, and events for them. */
public final class WebhookFixture {

    private WebhookFixture() {}

    public static Webhook of(TenantId tenant, EventChoice events) {
        Instant now = TimeFixture.now();
        return new Webhook(
                WebhookId.next(now, UniqueFixture.random()),
                tenant,
                new WebhookUrl("https://hooks.example.org/" + UniqueFixture.word()),
                "Grüße an 株式会社",
                events,
                true,
                now,
                Optional.empty(),
                Optional.empty());
    }

    public static WebhookSecret aSecret() {
        return WebhookSecret.generate(UniqueFixture.random());
    }

    /** With all that an event may have. */
    public static WebhookEvent event(TenantId tenant, EventType type) {
        Instant now = TimeFixture.now();
        return new WebhookEvent(
                new EventId(UuidV7.next(now, UniqueFixture.random())),
                now,
                type,
                tenant,
                Actor.user(UserId.next(now, UniqueFixture.random())),
                Optional.of(UserId.next(now, UniqueFixture.random())),
                Optional.of(new Target(Target.Type.INVITATION, UniqueFixture.word())),
                Map.of("role", "member", "a \"quoted\"", "{b}, Grüße"));
    }

    /** With as little as an event may have. */
    public static WebhookEvent bareEvent(TenantId tenant, EventType type) {
        Instant now = TimeFixture.now();
        return new WebhookEvent(
                new EventId(UuidV7.next(now, UniqueFixture.random())),
                now,
                type,
                tenant,
                Actor.SYSTEM,
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }
}
