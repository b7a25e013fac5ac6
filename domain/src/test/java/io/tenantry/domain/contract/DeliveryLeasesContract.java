package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.webhook.Deliveries.Due;
import io.tenantry.domain.webhook.Delivery;
import io.tenantry.domain.webhook.Delivery.Status;
import io.tenantry.domain.webhook.DeliveryError;
import io.tenantry.domain.webhook.EventChoice;
import io.tenantry.domain.webhook.EventId;
import io.tenantry.domain.webhook.EventType;
import io.tenantry.domain.webhook.Webhook;
import io.tenantry.domain.webhook.WebhookEvent;
import io.tenantry.domain.webhook.WebhookFixture;
import io.tenantry.domain.webhook.WebhookSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.webhook.Deliveries} must do for who delivers: one after another, and by one at a time. */
public abstract class DeliveryLeasesContract extends PortContract {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void what_one_has_claimed_nobody_else_gets_until_the_lease_ends() {
        WebhookLine line = line();
        WebhookEvent event = line.happened(EventType.MEMBER_JOINED);
        line.happened(EventType.MEMBER_LEFT);
        Due first = line.claimed().orElseThrow();

        assertThat(line.claimed()).isEmpty();
        line.pass(Duration.ofSeconds(59));
        assertThat(line.claimed()).isEmpty();
        line.pass(Duration.ofSeconds(1));
        Due second = line.claimed().orElseThrow();

        assertThat(second.event()).isEqualTo(event);
        assertThat(second.event().id().message()).isEqualTo(first.event().id().message());
        assertThat(line.settle(first, line.delivered())).isFalse();
        assertThat(line.shown()).allMatch(delivery -> delivery.status() == Status.PENDING);
        assertThat(line.settle(second, line.delivered())).isTrue();
    }

    @Test
    void those_behind_wait_until_the_first_is_delivered_or_given_up() {
        WebhookLine line = line();
        WebhookEvent first = line.happened(EventType.MEMBER_JOINED);
        WebhookEvent second = line.happened(EventType.MEMBER_LEFT);
        WebhookEvent third = line.happened(EventType.MEMBER_REMOVED);

        line.settle(line.claimed().orElseThrow(), line.failedUntil(line.now().plus(HOUR)));
        assertThat(line.claimed()).isEmpty();
        line.pass(HOUR);
        Due again = line.claimed().orElseThrow();
        assertThat(again.event()).isEqualTo(first);
        assertThat(again.attempts()).isEqualTo(1);
        line.settle(again, line.gaveUp());

        assertThat(line.inOrder()).containsExactly(second, third);
    }

    @Test
    void what_came_of_it_is_shown() {
        WebhookLine line = line();
        line.happened(EventType.MEMBER_JOINED);
        line.settle(line.claimed().orElseThrow(), line.failedUntil(line.now().plus(HOUR)));

        assertThat(line.shown().get(0))
                .returns(Status.PENDING, Delivery::status)
                .returns(1, Delivery::attempts)
                .returns(Optional.empty(), Delivery::lastStatus)
                .returns(Optional.of(DeliveryError.TIMEOUT), Delivery::lastError)
                .returns(Optional.of(line.now().plus(HOUR)), Delivery::nextAttemptAt)
                .returns(Optional.empty(), Delivery::deliveredAt);

        line.pass(HOUR);
        line.settle(line.claimed().orElseThrow(), line.delivered());

        assertThat(line.shown().get(0))
                .returns(Status.DELIVERED, Delivery::status)
                .returns(2, Delivery::attempts)
                .returns(Optional.of(200), Delivery::lastStatus)
                .returns(Optional.empty(), Delivery::lastError)
                .returns(Optional.empty(), Delivery::nextAttemptAt)
                .returns(Optional.of(line.now()), Delivery::deliveredAt);
    }

    @Test
    void a_webhook_fails_since_the_first_failure_after_the_last_success() {
        WebhookLine line = line();
        line.happened(EventType.MEMBER_JOINED);
        line.happened(EventType.MEMBER_LEFT);
        Instant since = line.now();
        line.settle(line.claimed().orElseThrow(), line.failedUntil(line.now()));
        line.pass(HOUR);
        line.settle(line.claimed().orElseThrow(), line.gaveUp());

        assertThat(line.stored().failingSince()).contains(since);

        line.settle(line.claimed().orElseThrow(), line.delivered());

        assertThat(line.stored()).isEqualTo(line.webhook());
    }

    @Test
    void nothing_is_claimed_of_a_webhook_that_is_not_active_and_all_of_it_once_it_is_again() {
        WebhookLine line = line();
        WebhookEvent first = line.happened(EventType.MEMBER_JOINED);
        Webhook webhook = line.webhook();
        doIn(line.tenant(), () -> ports().webhooks().update(webhook.active(false)));

        line.happened(EventType.MEMBER_LEFT);
        assertThat(line.claimed()).isEmpty();

        doIn(line.tenant(), () -> ports().webhooks().update(webhook));
        assertThat(line.inOrder()).containsExactly(first);
    }

    @Test
    void both_secrets_sign_until_the_one_before_is_over() {
        WebhookLine line = line();
        line.happened(EventType.MEMBER_JOINED);
        WebhookSecret second = renewed(line);
        WebhookSecret third = renewed(line);

        Due due = line.claimed().orElseThrow();
        assertThat(due.secrets()).containsExactly(third, second);

        line.settle(due, line.failedUntil(line.now()));
        line.pass(Webhook.OVERLAP.plusSeconds(1));
        assertThat(line.claimed().orElseThrow().secrets()).containsExactly(third);
    }

    @Test
    void no_more_webhooks_are_claimed_than_are_asked_for() {
        WebhookLine one = line();
        WebhookLine other = line();
        one.happened(EventType.MEMBER_JOINED);
        other.happened(EventType.MEMBER_JOINED);

        assertThat(across(() -> ports().deliveries().claim(one.now(), one.now().plusSeconds(60), 1)))
                .hasSize(1);
    }

    @Test
    void each_event_is_delivered_once_and_in_order_by_however_many() throws Exception {
        WebhookLine line = line();
        List<EventId> happened = IntStream.range(0, 30)
                .mapToObj(i -> line.happened(EventType.MEMBER_JOINED).id())
                .toList();
        List<EventId> delivered = Collections.synchronizedList(new ArrayList<>());

        InParallel.run(4, number -> {
            while (delivered.size() < happened.size()) {
                line.claimed().ifPresent(due -> {
                    delivered.add(due.event().id());
                    line.settle(due, line.delivered());
                });
            }
            return number;
        });

        assertThat(delivered).containsExactlyElementsOf(happened);
    }

    @Test
    void events_of_many_transactions_at_once_are_all_there_and_have_one_order_everywhere() throws Exception {
        Tenant acme = storedTenant();
        WebhookLine one = WebhookLine.stored(this, WebhookFixture.of(acme.id(), EventChoice.ALL));
        WebhookLine other = WebhookLine.stored(this, WebhookFixture.of(acme.id(), EventChoice.ALL));

        InParallel.run(
                4,
                number -> IntStream.range(0, 10)
                        .mapToObj(i -> one.happened(EventType.MEMBER_JOINED))
                        .toList());

        List<WebhookEvent> order = one.inOrder();
        other.pass(Duration.ofMinutes(2));
        assertThat(order).hasSize(40);
        assertThat(other.inOrder()).isEqualTo(order);
    }

    private WebhookSecret renewed(WebhookLine line) {
        WebhookSecret secret = WebhookFixture.aSecret();
        doIn(line.tenant(), () -> ports().webhooks().renew(line.webhook().renewed(line.now()), secret));
        return secret;
    }

    private WebhookLine line() {
        return WebhookLine.stored(this, WebhookFixture.of(storedTenant().id(), EventChoice.ALL));
    }
}
