package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.webhook.Deliveries;
import io.tenantry.domain.webhook.Deliveries.Due;
import io.tenantry.domain.webhook.Delivery;
import io.tenantry.domain.webhook.Delivery.Status;
import io.tenantry.domain.webhook.DeliveryError;
import io.tenantry.domain.webhook.EventChoice;
import io.tenantry.domain.webhook.EventType;
import io.tenantry.domain.webhook.WebhookEvent;
import io.tenantry.domain.webhook.WebhookFixture;
import io.tenantry.domain.webhook.WebhookId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How every {@link Deliveries} lets the webhooks of many tenants take turns, however long the lines of some are. */
public abstract class DeliveryFairnessContract extends PortContract {

    /** Before all else that waits in the storage. */
    private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");

    private Tenant busy;
    private Tenant quiet;
    private WebhookLine fresh;
    private WebhookEvent last;

    @BeforeEach
    void one_has_twenty_webhooks_with_a_backlog_and_another_one_fresh_event() {
        busy = storedTenant();
        quiet = storedTenant();
        IntStream.range(0, 20).forEach(i -> WebhookLine.stored(this, WebhookFixture.of(busy.id(), EventChoice.ALL)));
        fresh = WebhookLine.stored(this, WebhookFixture.of(quiet.id(), EventChoice.ALL));
        happened(busy, LONG_AGO);
        happened(busy, LONG_AGO.plusSeconds(1));
        last = happened(quiet, LONG_AGO.plusSeconds(60));
    }

    @AfterEach
    void no_line_is_left_in_others_way() {
        for (Tenant tenant : List.of(busy, quiet)) {
            doIn(
                    tenant.id(),
                    () -> ports().webhooks()
                            .of(tenant.id())
                            .forEach(one -> ports().webhooks().remove(tenant.id(), one.id())));
        }
    }

    @Test
    void a_backlog_of_many_webhooks_takes_two_places_and_leaves_the_others_free() {
        List<Due> claimed = claimed();

        assertThat(of(busy, claimed)).hasSize(Deliveries.MOST_OF_TENANT);
        assertThat(of(quiet, claimed)).containsExactly(fresh.webhook().id());
        assertThat(of(busy, claimed())).isEmpty();
        fresh.pass(Duration.ofMinutes(2));
        assertThat(of(busy, claimed())).hasSize(Deliveries.MOST_OF_TENANT);
    }

    @Test
    void who_was_just_served_comes_after_who_waits() {
        List<Due> first = claimed();
        first.forEach(due -> fresh.settle(due, fresh.delivered()));

        List<WebhookId> second = of(busy, claimed());

        assertThat(second).hasSize(Deliveries.MOST_OF_TENANT).doesNotContainAnyElementsOf(of(busy, first));
    }

    @Test
    void what_waits_for_too_long_is_given_up_at_once_and_what_came_after_it_is_due() {
        Due due = claimed().stream()
                .filter(one -> one.event().equals(last))
                .findFirst()
                .orElseThrow();
        fresh.settle(due, fresh.failedUntil(fresh.now().plus(Duration.ofHours(1))));
        WebhookEvent next = fresh.happened(EventType.MEMBER_JOINED);
        assertThat(fresh.claimed()).isEmpty();

        givenUpBefore(last.at());
        assertThat(fresh.claimed()).isEmpty();
        givenUpBefore(last.at().plusSeconds(1));

        assertThat(fresh.inOrder()).containsExactly(next);
        assertThat(fresh.shown())
                .filteredOn(one -> one.event().equals(last.id()))
                .singleElement()
                .returns(Status.FAILED, Delivery::status)
                .returns(1, Delivery::attempts)
                .returns(Optional.of(DeliveryError.TIMEOUT), Delivery::lastError)
                .returns(Optional.empty(), Delivery::nextAttemptAt);
        assertThat(of(busy, claimed())).isEmpty();
        assertThat(fresh.replayed(last.id()).orElseThrow().status()).isEqualTo(Status.PENDING);
    }

    @Test
    void what_was_given_up_while_it_was_sent_stays_so() {
        Due due = claimed().stream()
                .filter(one -> one.event().equals(last))
                .findFirst()
                .orElseThrow();
        givenUpBefore(last.at().plusSeconds(1));

        fresh.settle(due, fresh.delivered());

        assertThat(fresh.shown()).extracting(Delivery::status).containsExactly(Status.FAILED);
    }

    private void givenUpBefore(Instant before) {
        int held;
        do {
            held = across(() -> ports().deliveries().giveUp(before, fresh.now(), 100));
        } while (held > 0);
    }

    private List<Due> claimed() {
        return across(() -> ports().deliveries().claim(fresh.now(), fresh.now().plusSeconds(60), 8));
    }

    private static List<WebhookId> of(Tenant tenant, List<Due> claimed) {
        return claimed.stream()
                .filter(due -> due.event().tenant().equals(tenant.id()))
                .map(Due::webhook)
                .toList();
    }

    private WebhookEvent happened(Tenant tenant, Instant at) {
        WebhookEvent like = WebhookFixture.bareEvent(tenant.id(), EventType.TENANT_CHANGED);
        WebhookEvent event = new WebhookEvent(
                like.id(), at, like.type(), like.tenant(), like.actor(), like.subject(), like.target(), like.details());
        doIn(tenant.id(), () -> ports().deliveries().add(event));
        return event;
    }
}
