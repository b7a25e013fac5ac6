package io.tenantry.application.webhook;

import static io.tenantry.application.webhook.WebhookTenancy.HERE;
import static io.tenantry.application.webhook.WebhookTenancy.THERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.PortsFixture;
import io.tenantry.application.inmemory.InMemoryReceivers.Received;
import io.tenantry.application.tenant.TenancyFixture;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.ChangeTenant;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.webhook.DeliverWebhooks;
import io.tenantry.domain.webhook.Delivery;
import io.tenantry.domain.webhook.Delivery.Status;
import io.tenantry.domain.webhook.EventChoice;
import io.tenantry.domain.webhook.EventType;
import io.tenantry.domain.webhook.ReplayDelivery;
import io.tenantry.domain.webhook.Webhook;
import io.tenantry.domain.webhook.WebhookEvent;
import io.tenantry.domain.webhook.WebhookFixture;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Events on their way: in order, again and again for a day, at least once. */
class DeliverWebhooksTest {

    private final WebhookTenancy fixture = new WebhookTenancy();
    private final Webhook webhook = fixture.told(HERE);

    @Test
    void what_happens_in_a_tenant_is_told_with_the_id_that_it_has_in_the_audit() {
        fixture.happens("Acme Gadgets");

        AuditEvent audited = fixture.tenancy.audited(AuditAction.TENANT_CHANGED).get(0);
        assertThat(fixture.delivered()).singleElement().satisfies(received -> {
            assertThat(received.to()).isEqualTo(HERE);
            assertThat(received.event().id().value()).isEqualTo(audited.id());
            assertThat(received.event().at()).isEqualTo(audited.at());
            assertThat(received.event().tenant()).isEqualTo(fixture.acme.id());
            assertThat(received.event().actor()).isEqualTo(Actor.user(fixture.ada.user()));
            assertThat(received.event().details()).isEqualTo(Map.of("changed", "name"));
        });
        assertThat(fixture.deliveries(webhook))
                .singleElement()
                .returns(Status.DELIVERED, Delivery::status)
                .returns(Optional.of(204), Delivery::lastStatus);
        assertThat(fixture.delivered()).isEmpty();
    }

    @Test
    void a_suspension_is_still_told_and_so_is_its_end() {
        fixture.tenantry.change(fixture.acme, TenantStatus.SUSPENDED);
        assertThat(fixture.typesDelivered()).containsExactly(EventType.TENANT_SUSPENDED);

        fixture.tenantry.change(fixture.acme, TenantStatus.ACTIVE);
        assertThat(fixture.typesDelivered()).containsExactly(EventType.TENANT_ACTIVATED);
    }

    @Test
    void a_closing_is_still_told() {
        fixture.tenancy.close(fixture.ada, fixture.acme);

        assertThat(fixture.typesDelivered()).containsExactly(EventType.TENANT_CLOSED);
    }

    @Test
    void who_signs_in_is_nobody_elses_business() {
        Principal member = fixture.tenancy.joined(fixture.acme, Role.MEMBER);

        assertThat(member.tenant()).isPresent();
        assertThat(fixture.delivered()).isEmpty();
    }

    @Test
    void one_that_fails_is_tried_again_ever_later_and_holds_up_those_behind_it() {
        fixture.answer(HERE, 500);
        fixture.happens("One");
        fixture.happens("Two");
        Webhook other = fixture.told(THERE);

        for (Duration delay : List.of(
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                Duration.ofMinutes(10),
                Duration.ofMinutes(30),
                Duration.ofHours(1),
                Duration.ofHours(1))) {
            assertThat(fixture.delivered()).extracting(one -> one.event().id()).containsExactly(oldest().event());
            fixture.tenantry.pass(delay.minusMillis(1));
            assertThat(fixture.delivered()).isEmpty();
            fixture.tenantry.pass(Duration.ofMillis(1));
        }
        fixture.answer(HERE, 200);

        assertThat(fixture.delivered()).extracting(one -> one.event().details()).hasSize(2);
        assertThat(oldest()).returns(8, Delivery::attempts).returns(Status.DELIVERED, Delivery::status);
        assertThat(fixture.deliveries(other)).isEmpty();
    }

    @Test
    void after_a_day_it_is_given_up_and_the_next_one_goes_on() {
        fixture.answer(HERE, 503);
        fixture.happens("One");
        fixture.happens("Two");
        while (oldest().status() == Status.PENDING) {
            fixture.delivered();
            fixture.tenantry.pass(Duration.ofMinutes(30));
        }

        assertThat(oldest()).returns(Status.FAILED, Delivery::status).returns(Optional.of(503), Delivery::lastStatus);
        assertThat(oldest().attempts()).isGreaterThan(20);
        assertThat(Duration.between(oldest().createdAt(), fixture.tenantry.now()))
                .isBetween(Duration.ofHours(23), Duration.ofHours(25));
        fixture.delivered();
        assertThat(fixture.deliveries(webhook).get(0).attempts()).isPositive();
        assertThat(stored().failingSince()).contains(oldest().createdAt().plusMillis(1));
        fixture.answer(HERE, 200);
        fixture.happens("Three");
        fixture.tenantry.pass(Duration.ofHours(1));
        fixture.delivered();
        assertThat(stored().failingSince()).isEmpty();
    }

    @Test
    void who_says_gone_is_told_no_more_until_somebody_says_otherwise() {
        fixture.answer(HERE, 410);
        fixture.happens("One");
        fixture.happens("Two");
        assertThat(fixture.delivered()).hasSize(1);

        assertThat(stored().active()).isFalse();
        assertThat(fixture.tenancy.audited(AuditAction.WEBHOOK_DEACTIVATED))
                .singleElement()
                .returns(Actor.SYSTEM, AuditEvent::actor);
        fixture.happens("Three");
        fixture.tenantry.pass(Duration.ofHours(1));
        assertThat(fixture.delivered()).isEmpty();

        fixture.answer(HERE, 200);
        fixture.change(webhook, Optional.empty(), Optional.of(true));
        assertThat(fixture.delivered()).hasSize(1);
        assertThat(fixture.deliveries(webhook))
                .extracting(Delivery::status)
                .containsExactlyInAnyOrder(Status.FAILED, Status.DELIVERED);
    }

    @Test
    void what_was_sent_and_not_recorded_is_sent_again_with_the_same_id() {
        fixture.happens("One");
        DrivenPorts forgetful = PortsFixture.watched(fixture.tenantry.ports(), call -> {
            if (call.equals("Deliveries.settle")) {
                throw new PortsFixture.PortDown();
            }
        });
        DeliverWebhooks.Turn turn = PortsFixture.useCases(
                        fixture.tenantry.tenantry(), forgetful, UniqueFixture.random())
                .webhooks()
                .deliverWebhooks()
                .take(8)
                .get(0);
        assertThatThrownBy(turn::send).isInstanceOf(PortsFixture.PortDown.class);
        assertThat(fixture.delivered()).isEmpty();

        fixture.tenantry.pass(Duration.ofMinutes(1));
        List<Received> second = fixture.delivered();

        assertThat(second).hasSize(1);
        assertThat(fixture.received()).hasSize(2);
        assertThat(fixture.received())
                .extracting(one -> one.event().id().message())
                .containsOnly(oldest().event().message());
        assertThat(oldest().attempts()).isEqualTo(1);
    }

    @Test
    void a_turn_whose_lease_is_nearly_over_sends_nothing_and_notes_nothing() {
        fixture.happens("One");
        DeliverWebhooks.Turn turn = fixture.webhooks().deliverWebhooks().take(8).get(0);
        fixture.tenantry.pass(Duration.ofSeconds(41));

        turn.send();

        assertThat(fixture.received()).isEmpty();
        assertThat(oldest().attempts()).isZero();
        fixture.tenantry.pass(Duration.ofSeconds(19));
        assertThat(fixture.delivered()).hasSize(1);
    }

    @Test
    void what_waits_for_more_than_a_day_is_given_up_without_a_try() {
        fixture.answer(HERE, 503);
        fixture.happens("One");
        fixture.happens("Two");
        fixture.delivered();

        fixture.tenantry.pass(DeliverWebhooks.LONGEST.plusSeconds(1));
        fixture.tenantry.useCases().audit().removeExpired().remove();

        assertThat(fixture.delivered()).isEmpty();
        assertThat(deliveriesLater())
                .allMatch(one -> one.status() == Status.FAILED)
                .extracting(Delivery::attempts)
                .containsExactly(0, 1);
    }

    @Test
    void one_that_cannot_keep_up_is_told_no_more() {
        fixture.answer(HERE, 500);
        line(DeliverWebhooks.MOST_PENDING);
        fixture.delivered();
        assertThat(stored().active()).isTrue();

        line(1);
        fixture.tenantry.pass(Duration.ofSeconds(5));
        fixture.delivered();

        assertThat(stored().active()).isFalse();
        assertThat(fixture.tenancy.audited(AuditAction.WEBHOOK_DEACTIVATED)).hasSize(1);
    }

    private void line(int events) {
        DrivenPorts ports = fixture.tenantry.ports();
        ports.transactions().inTenant(fixture.acme.id(), () -> {
            for (int i = 0; i < events; i++) {
                ports.webhooks().deliveries().add(happensNow());
            }
            return events;
        });
    }

    private WebhookEvent happensNow() {
        WebhookEvent like = WebhookFixture.bareEvent(fixture.acme.id(), EventType.TENANT_CHANGED);
        return new WebhookEvent(
                like.id(),
                fixture.tenantry.now(),
                like.type(),
                like.tenant(),
                like.actor(),
                like.subject(),
                like.target(),
                like.details());
    }

    @Test
    void a_replay_has_the_same_id_and_another_time() {
        fixture.happens("One");
        Received first = fixture.delivered().get(0);
        fixture.tenantry.pass(Duration.ofDays(2));
        Principal ada = fixture.tenancy.ownerOf(fixture.acme);
        fixture.webhooks()
                .replayDelivery()
                .replay(new ReplayDelivery.Command(
                        ada, fixture.acme.id(), webhook.id(), first.event().id()));

        Received second = fixture.delivered().get(0);

        assertThat(second.event()).isEqualTo(first.event());
        assertThat(second.at()).isAfter(first.at());
    }

    @Test
    void a_change_that_is_rolled_back_is_not_told() {
        AtomicBoolean added = new AtomicBoolean();
        DrivenPorts failing = PortsFixture.watched(fixture.tenantry.ports(), call -> {
            if (added.get()) {
                throw new PortsFixture.PortDown();
            }
            added.set(call.equals("Deliveries.add"));
        });
        assertThatThrownBy(() -> PortsFixture.useCases(fixture.tenantry.tenantry(), failing, UniqueFixture.random())
                        .tenants()
                        .changeTenant()
                        .change(new ChangeTenant.Command(
                                fixture.ada,
                                fixture.acme.id(),
                                Optional.of(new TenantName("Never")),
                                Optional.empty(),
                                Optional.empty(),
                                TenancyFixture.OFFICE)))
                .isInstanceOf(PortsFixture.PortDown.class);

        assertThat(added).isTrue();
        assertThat(fixture.deliveries(webhook)).isEmpty();
    }

    @Test
    void nobody_is_told_whose_webhook_is_for_something_else() {
        fixture.create(THERE, EventChoice.of(EventType.MEMBER_LEFT));
        fixture.happens("One");

        assertThat(fixture.delivered()).extracting(Received::to).containsExactly(HERE);
    }

    @Test
    void what_was_delivered_is_kept_for_thirty_days() {
        fixture.happens("One");
        fixture.delivered();

        fixture.tenantry.pass(Duration.ofDays(30));
        fixture.tenantry.useCases().audit().removeExpired().remove();
        assertThat(deliveriesLater()).hasSize(1);

        fixture.tenantry.pass(Duration.ofSeconds(1));
        fixture.tenantry.useCases().audit().removeExpired().remove();
        assertThat(deliveriesLater()).isEmpty();
    }

    private List<Delivery> deliveriesLater() {
        return fixture.tenantry
                .ports()
                .transactions()
                .inTenant(
                        fixture.acme.id(),
                        () -> fixture.tenantry
                                .ports()
                                .webhooks()
                                .deliveries()
                                .page(fixture.acme.id(), webhook.id(), PageRequest.FIRST)
                                .items());
    }

    private Delivery oldest() {
        List<Delivery> all = fixture.deliveries(webhook);
        return all.get(all.size() - 1);
    }

    private Webhook stored() {
        return fixture.stored(webhook);
    }
}
