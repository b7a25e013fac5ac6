package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.webhook.EventChoice;
import io.tenantry.domain.webhook.EventType;
import io.tenantry.domain.webhook.Webhook;
import io.tenantry.domain.webhook.WebhookFixture;
import io.tenantry.domain.webhook.WebhookUrl;
import io.tenantry.domain.webhook.Webhooks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Webhooks} must do. */
public abstract class WebhooksContract extends PortContract {

    @Test
    void it_is_found_as_it_was_added_and_in_its_tenant_alone() {
        Tenant acme = storedTenant();
        Tenant other = storedTenant();
        Webhook some =
                added(WebhookFixture.of(acme.id(), EventChoice.of(EventType.MEMBER_JOINED, EventType.QUOTA_REACHED)));

        assertThat(in(acme.id(), () -> webhooks().find(acme.id(), some.id()))).contains(some);
        assertThat(in(acme.id(), () -> webhooks().hold(acme.id(), some.id()))).contains(some);
        assertThat(in(other.id(), () -> webhooks().find(other.id(), some.id()))).isEmpty();
        assertThat(in(other.id(), () -> webhooks().find(acme.id(), some.id()))).isEmpty();
        assertThat(in(other.id(), () -> webhooks().of(acme.id()))).isEmpty();
        assertThat(outside(() -> webhooks().of(acme.id()))).isEmpty();
        assertThat(across(() -> webhooks().find(acme.id(), some.id()))).contains(some);
    }

    @Test
    void none_is_added_to_a_tenant_that_is_out_of_reach() {
        Tenant acme = storedTenant();
        Tenant other = storedTenant();
        Webhook foreign = WebhookFixture.of(other.id(), EventChoice.ALL);

        assertThatThrownBy(() -> doIn(acme.id(), () -> webhooks().add(foreign, WebhookFixture.aSecret())))
                .isInstanceOf(RuntimeException.class);

        assertThat(across(() -> webhooks().of(other.id()))).isEmpty();
    }

    @Test
    void all_of_a_tenant_are_listed_the_oldest_first() {
        Tenant acme = storedTenant();
        Webhook first = added(WebhookFixture.of(acme.id(), EventChoice.ALL));
        Webhook second = added(WebhookFixture.of(acme.id(), EventChoice.of(EventType.TENANT_CLOSED)));

        assertThat(in(acme.id(), () -> webhooks().of(acme.id()))).containsExactly(first, second);
    }

    @Test
    void what_may_change_is_replaced_and_the_rest_stays() {
        Tenant acme = storedTenant();
        Webhook before = added(WebhookFixture.of(acme.id(), EventChoice.ALL));
        Webhook after = before.at(new WebhookUrl("https://elsewhere.example.org/?a=b"))
                .described("")
                .toldOf(EventChoice.of(EventType.DOMAIN_REMOVED))
                .active(false);

        doIn(acme.id(), () -> webhooks().update(after));

        assertThat(in(acme.id(), () -> webhooks().of(acme.id()))).isEqualTo(List.of(after));
    }

    @Test
    void a_renewed_one_says_until_when_the_secret_before_signs() {
        Tenant acme = storedTenant();
        Webhook before = added(WebhookFixture.of(acme.id(), EventChoice.ALL));
        Webhook renewed = before.renewed(before.createdAt().plus(Duration.ofDays(1)));

        doIn(acme.id(), () -> webhooks().renew(renewed, WebhookFixture.aSecret()));

        assertThat(in(acme.id(), () -> webhooks().find(acme.id(), before.id()))).contains(renewed);
        assertThat(renewed.previousSecretExpiresAt())
                .isEqualTo(Optional.of(before.createdAt().plus(Duration.ofDays(2))));
    }

    @Test
    void a_removed_one_is_gone_and_no_tenant_removes_anothers() {
        Tenant acme = storedTenant();
        Tenant other = storedTenant();
        Webhook some = added(WebhookFixture.of(acme.id(), EventChoice.ALL));

        doIn(other.id(), () -> webhooks().remove(other.id(), some.id()));
        doIn(other.id(), () -> webhooks().remove(acme.id(), some.id()));
        assertThat(in(acme.id(), () -> webhooks().of(acme.id()))).containsExactly(some);

        doIn(acme.id(), () -> webhooks().remove(acme.id(), some.id()));
        assertThat(in(acme.id(), () -> webhooks().of(acme.id()))).isEmpty();
    }

    @Test
    void what_is_rolled_back_was_never_there() {
        Tenant acme = storedTenant();

        Rollback.of(() -> doIn(acme.id(), () -> {
            webhooks().add(WebhookFixture.of(acme.id(), EventChoice.ALL), WebhookFixture.aSecret());
            throw new Rollback();
        }));

        assertThat(in(acme.id(), () -> webhooks().of(acme.id()))).isEmpty();
    }

    private Webhook added(Webhook webhook) {
        doIn(webhook.tenant(), () -> webhooks().add(webhook, WebhookFixture.aSecret()));
        return webhook;
    }

    private Webhooks webhooks() {
        return ports().webhooks();
    }
}
