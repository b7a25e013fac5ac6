package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.webhook.Deliveries.Due;
import io.tenantry.domain.webhook.Delivery;
import io.tenantry.domain.webhook.Delivery.Status;
import io.tenantry.domain.webhook.EventChoice;
import io.tenantry.domain.webhook.EventId;
import io.tenantry.domain.webhook.EventType;
import io.tenantry.domain.webhook.WebhookEvent;
import io.tenantry.domain.webhook.WebhookFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.webhook.Deliveries} must do with what is added, shown, replayed and removed. */
public abstract class DeliveriesContract extends PortContract {

    @Test
    void an_event_goes_to_each_active_webhook_of_its_tenant_that_is_told_of_such() {
        Tenant acme = storedTenant();
        WebhookLine all = line(acme, EventChoice.ALL);
        WebhookLine joined = line(acme, EventChoice.of(EventType.MEMBER_JOINED, EventType.MEMBER_LEFT));
        WebhookLine left = line(acme, EventChoice.of(EventType.MEMBER_LEFT));
        WebhookLine elsewhere = line(storedTenant(), EventChoice.ALL);
        WebhookLine asleep = line(acme, EventChoice.ALL);
        doIn(acme.id(), () -> ports().webhooks().update(asleep.webhook().active(false)));

        WebhookEvent event = all.happened(EventType.MEMBER_JOINED);

        Delivery wanted = new Delivery(
                event.id(),
                all.webhook().id(),
                EventType.MEMBER_JOINED,
                Status.PENDING,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.of(event.at()),
                event.at(),
                Optional.empty());
        assertThat(all.shown()).containsExactly(wanted);
        assertThat(joined.events()).containsExactly(event.id());
        assertThat(List.of(left, elsewhere, asleep))
                .allMatch(line -> line.shown().isEmpty());
    }

    @Test
    void an_event_is_added_in_whatever_scope_and_is_not_there_after_a_rollback() {
        WebhookLine line = line(storedTenant(), EventChoice.ALL);
        WebhookEvent first = line.event(EventType.TENANT_CHANGED);
        WebhookEvent second = line.event(EventType.TENANT_CHANGED);

        doOutside(() -> ports().deliveries().add(first));
        across(() -> {
            ports().deliveries().add(second);
            return true;
        });
        Rollback.of(() -> doIn(line.tenant(), () -> {
            ports().deliveries().add(line.event(EventType.TENANT_CHANGED));
            throw new Rollback();
        }));

        assertThat(line.events()).containsExactlyInAnyOrder(first.id(), second.id());
    }

    @Test
    void an_event_for_one_webhook_goes_there_alone_whatever_it_is_told_of() {
        Tenant acme = storedTenant();
        WebhookLine asleep = line(acme, EventChoice.of(EventType.TENANT_CLOSED));
        WebhookLine other = line(acme, EventChoice.ALL);
        doIn(acme.id(), () -> ports().webhooks().update(asleep.webhook().active(false)));
        WebhookEvent test = asleep.event(EventType.TEST);

        doIn(acme.id(), () -> ports().deliveries().add(test, asleep.webhook().id()));

        assertThat(asleep.events()).containsExactly(test.id());
        assertThat(other.events()).isEmpty();
        assertThat(asleep.claimed()).isEmpty();
    }

    @Test
    void what_is_claimed_is_what_was_added() {
        WebhookLine line = line(storedTenant(), EventChoice.ALL);
        WebhookEvent event = line.happened(EventType.INVITATION_SENT);
        WebhookEvent bare = WebhookFixture.bareEvent(line.tenant(), EventType.TENANT_TERMS_CHANGED);
        doIn(line.tenant(), () -> ports().deliveries().add(bare));

        Due due = line.claimed().orElseThrow();

        assertThat(due)
                .isEqualTo(new Due(
                        line.webhook().id(),
                        line.webhook().url(),
                        List.of(line.secret()),
                        event,
                        0,
                        event.at(),
                        due.leaseEnds()));
        line.settle(due, line.delivered());
        assertThat(line.claimed().orElseThrow().event()).isEqualTo(bare);
    }

    @Test
    void all_that_is_shown_comes_a_page_at_a_time_the_newest_first() {
        WebhookLine line = line(storedTenant(), EventChoice.ALL);
        List<EventId> added = new ArrayList<>();
        IntStream.range(0, 5)
                .forEach(
                        i -> added.add(0, line.happened(EventType.MEMBER_JOINED).id()));

        List<EventId> seen = new ArrayList<>();
        PageRequest request = new PageRequest(Optional.empty(), 2);
        Page<Delivery> page = line.page(request);
        while (page.next().isPresent()) {
            page.items().forEach(one -> seen.add(one.event()));
            page = line.page(new PageRequest(page.next(), 2));
        }
        page.items().forEach(one -> seen.add(one.event()));

        assertThat(seen).containsExactlyElementsOf(added);
        assertThat(in(
                        line.tenant(),
                        () -> ports().deliveries()
                                .pending(line.tenant(), line.webhook().id())))
                .isEqualTo(5);
    }

    @Test
    void no_tenant_sees_or_replays_what_goes_to_anothers_webhook() {
        WebhookLine line = line(storedTenant(), EventChoice.ALL);
        Tenant other = storedTenant();
        EventId event = line.happened(EventType.MEMBER_JOINED).id();

        for (Tenant named : List.of(other, in(line.tenant(), () -> tenantOf(line)))) {
            assertThat(in(
                            other.id(),
                            () -> ports().deliveries()
                                    .find(named.id(), line.webhook().id(), event)))
                    .isEmpty();
            assertThat(in(
                            other.id(),
                            () -> ports().deliveries()
                                    .replay(named.id(), line.webhook().id(), event, line.now())))
                    .isEmpty();
            assertThat(in(
                                    other.id(),
                                    () -> ports().deliveries()
                                            .page(named.id(), line.webhook().id(), PageRequest.FIRST))
                            .items())
                    .isEmpty();
        }
    }

    @Test
    void what_is_done_is_replayed_at_the_end_of_the_line_with_the_same_id() {
        WebhookLine line = line(storedTenant(), EventChoice.ALL);
        WebhookEvent first = line.happened(EventType.MEMBER_JOINED);
        WebhookEvent second = line.happened(EventType.MEMBER_LEFT);
        line.settle(line.claimed().orElseThrow(), line.gaveUp());

        Delivery again = line.replayed(first.id()).orElseThrow();

        assertThat(again).returns(Status.PENDING, Delivery::status).returns(0, Delivery::attempts);
        assertThat(again.nextAttemptAt()).contains(line.now());
        assertThat(line.inOrder()).containsExactly(second, first);
        assertThat(line.shown())
                .extracting(Delivery::event, Delivery::status)
                .containsExactly(tuple(second.id(), Status.DELIVERED), tuple(first.id(), Status.DELIVERED));
    }

    @Test
    void what_waits_for_its_next_try_is_due_at_once_when_it_is_replayed() {
        WebhookLine line = line(storedTenant(), EventChoice.ALL);
        WebhookEvent first = line.happened(EventType.MEMBER_JOINED);
        WebhookEvent second = line.happened(EventType.MEMBER_LEFT);
        line.settle(line.claimed().orElseThrow(), line.failedUntil(line.now().plus(Duration.ofHours(1))));
        assertThat(line.claimed()).isEmpty();

        assertThat(line.replayed(second.id()).orElseThrow().attempts()).isZero();
        assertThat(line.claimed()).isEmpty();
        assertThat(line.replayed(first.id()).orElseThrow().attempts()).isEqualTo(1);

        assertThat(line.inOrder()).containsExactly(first, second);
    }

    @Test
    void what_is_removed_is_what_was_done_with_long_ago_or_waits_where_nobody_listens() {
        Tenant acme = storedTenant();
        WebhookLine line = line(acme, EventChoice.ALL);
        WebhookEvent done = line.happened(EventType.MEMBER_JOINED);
        WebhookEvent waiting = line.happened(EventType.MEMBER_LEFT);
        line.settle(line.claimed().orElseThrow(), line.delivered());

        line.removedBefore(done.at());
        assertThat(line.events()).containsExactly(waiting.id(), done.id());
        assertThat(line.removedBefore(line.now().plusSeconds(60))).isPositive();
        assertThat(line.events()).containsExactly(waiting.id());

        doIn(acme.id(), () -> ports().webhooks().update(line.webhook().active(false)));
        assertThat(line.removedBefore(line.now().plusSeconds(60))).isPositive();
        assertThat(line.events()).isEmpty();

        doIn(acme.id(), () -> ports().webhooks().update(line.webhook()));
        WebhookEvent later = line.happened(EventType.MEMBER_REMOVED);
        line.claimed().ifPresent(due -> line.settle(due, line.gaveUp()));
        assertThat(line.events()).containsExactly(later.id());
        assertThat(line.shown()).allMatch(delivery -> delivery.status() == Status.FAILED);
    }

    @Test
    void what_goes_to_a_removed_webhook_is_gone_with_it() {
        WebhookLine line = line(storedTenant(), EventChoice.ALL);
        line.happened(EventType.MEMBER_JOINED);
        Due due = line.claimed().orElseThrow();

        doIn(
                line.tenant(),
                () -> ports().webhooks().remove(line.tenant(), line.webhook().id()));

        assertThat(line.settle(due, line.delivered())).isFalse();
        assertThat(line.claimed()).isEmpty();
    }

    private Tenant tenantOf(WebhookLine line) {
        return ports().tenants().find(line.tenant()).orElseThrow();
    }

    private WebhookLine line(Tenant tenant, EventChoice events) {
        return WebhookLine.stored(this, WebhookFixture.of(tenant.id(), events));
    }
}
