package io.tenantry.persistence.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.AuditEventFixture;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.UserId;
import io.tenantry.domain.webhook.Deliveries.Due;
import io.tenantry.domain.webhook.EventChoice;
import io.tenantry.domain.webhook.EventType;
import io.tenantry.domain.webhook.Webhook;
import io.tenantry.domain.webhook.WebhookFixture;
import io.tenantry.domain.webhook.WebhookId;
import io.tenantry.domain.webhook.WebhookSecret;
import io.tenantry.persistence.EncryptionSecret;
import io.tenantry.persistence.PersistenceForTests;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.PostgresPersistence;
import io.tenantry.persistence.Registration;
import io.tenantry.persistence.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Webhooks on a database that several nodes share. */
class JdbiDeliveriesTest {

    private final PostgresForTests.Database database = PostgresForTests.migrated();
    private final PersistenceForTests persistence = PersistenceForTests.on(database, 8);
    private final PostgresPersistence ports = persistence.ports();
    private final Tenant acme = Registration.by(ports).tenant();
    private final Instant now = TimeFixture.now().plusSeconds(10);

    @AfterEach
    void close() {
        persistence.close();
    }

    @Test
    void R13_3_1_no_secret_of_a_webhook_stands_in_clear() throws SQLException {
        WebhookSecret first = WebhookFixture.aSecret();
        WebhookSecret second = WebhookFixture.aSecret();
        Webhook webhook = WebhookFixture.of(acme.id(), EventChoice.ALL);
        ports.transactions().inTenant(acme.id(), () -> {
            ports.hooks().webhooks().add(webhook, first);
            ports.hooks().webhooks().renew(webhook.renewed(now), second);
            return webhook;
        });

        String row = Sql.value(database.superuser(), "select w::text from tenantry.webhook w");

        assertThat(row).contains(webhook.id().toString());
        for (WebhookSecret secret : List.of(first, second)) {
            assertThat(row)
                    .doesNotContain(HexFormat.of().formatHex(secret.bytes()))
                    .doesNotContain(Base64.getEncoder().encodeToString(secret.bytes()));
        }
    }

    @Test
    void one_that_cannot_be_opened_here_holds_up_no_other_and_waits_for_who_can() {
        WebhookId elsewhere = added();
        happened();
        try (PostgresPersistence other = PersistenceForTests.builder(database, persistence.pool())
                .secret(anotherSecret(), List.of())
                .open()) {
            assertThat(claimed(other, now)).isEmpty();
        }

        assertThat(claimed(ports, now.plusSeconds(59))).isEmpty();
        assertThat(claimed(ports, now.plusSeconds(61))).extracting(Due::webhook).containsExactly(elsewhere);
    }

    @Test
    void who_manages_webhooks_and_who_does_what_they_are_told_of_never_block_each_other_for_good() throws Exception {
        List<WebhookId> webhooks = IntStream.range(0, 4).mapToObj(i -> added()).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> work = List.of(
                    () -> again(this::happened),
                    () -> again(this::happened),
                    () -> again(() -> webhooks.forEach(this::managed)),
                    () -> again(() -> IntStream.range(0, 4).forEach(i -> managed(webhooks.get(3 - i)))));
            for (Future<Boolean> done : threads.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean again(Runnable work) {
        for (int i = 0; i < 30; i++) {
            work.run();
        }
        return true;
    }

    private WebhookId added() {
        Webhook webhook = WebhookFixture.of(acme.id(), EventChoice.ALL);
        return ports.transactions().inTenant(acme.id(), () -> {
            ports.hooks().webhooks().add(webhook, WebhookFixture.aSecret());
            return webhook.id();
        });
    }

    private void happened() {
        ports.transactions().inTenant(acme.id(), () -> {
            ports.auditEvents().add(audited(AuditAction.MEMBER_JOINED));
            ports.hooks().deliveries().add(WebhookFixture.event(acme.id(), EventType.MEMBER_JOINED));
            return acme;
        });
    }

    private void managed(WebhookId webhook) {
        ports.transactions().inTenant(acme.id(), () -> {
            ports.hooks().webhooks().hold(acme.id(), webhook);
            ports.auditEvents().add(audited(AuditAction.WEBHOOK_CHANGED));
            return webhook;
        });
    }

    private AuditEvent audited(AuditAction action) {
        Instant at = TimeFixture.now();
        AuditEvent like = AuditEventFixture.in(acme, UserId.next(at, UniqueFixture.random()), at);
        return new AuditEvent(
                like.id(),
                at,
                action,
                like.actor(),
                like.tenant(),
                like.subject(),
                like.target(),
                like.device(),
                like.outcome(),
                like.data());
    }

    private static List<Due> claimed(PostgresPersistence by, Instant at) {
        return by.transactions().acrossTenants(() -> by.hooks().deliveries().claim(at, at.plusSeconds(60), 100));
    }

    private static EncryptionSecret anotherSecret() {
        return EncryptionSecret.ofBase64(Base64.getEncoder()
                .encodeToString("another, of thirty-two bytes too".getBytes(StandardCharsets.US_ASCII)));
    }
}
