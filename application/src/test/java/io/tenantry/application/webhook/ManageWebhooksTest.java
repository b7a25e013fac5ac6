package io.tenantry.application.webhook;

import static io.tenantry.application.AccountFixture.assertRefused;
import static io.tenantry.application.webhook.WebhookTenancy.HERE;
import static io.tenantry.application.webhook.WebhookTenancy.THERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.PortsFixture;
import io.tenantry.application.inmemory.InMemoryReceivers.Received;
import io.tenantry.application.tenant.TenancyFixture;
import io.tenantry.domain.apikey.ApiKeyName;
import io.tenantry.domain.apikey.IssueApiKey;
import io.tenantry.domain.apikey.Scope;
import io.tenantry.domain.apikey.Scopes;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.Forbidden;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.LimitReached;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.webhook.CreateWebhook;
import io.tenantry.domain.webhook.Delivery;
import io.tenantry.domain.webhook.EventChoice;
import io.tenantry.domain.webhook.EventId;
import io.tenantry.domain.webhook.EventType;
import io.tenantry.domain.webhook.RemoveWebhook;
import io.tenantry.domain.webhook.RenewWebhookSecret;
import io.tenantry.domain.webhook.ReplayDelivery;
import io.tenantry.domain.webhook.TestWebhook;
import io.tenantry.domain.webhook.Webhook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Webhooks made, seen, changed, renewed, tried and removed. */
class ManageWebhooksTest {

    private final WebhookTenancy fixture = new WebhookTenancy();

    @Test
    void a_new_one_is_active_and_listed_and_its_secret_signs() {
        CreateWebhook.Created created = fixture.create(HERE, EventChoice.of(EventType.TENANT_CHANGED));
        fixture.happens("Acme Gadgets");

        assertThat(fixture.webhooks().listWebhooks().list(fixture.ada, fixture.acme.id()))
                .containsExactly(created.webhook());
        assertThat(fixture.stored(created.webhook())).isEqualTo(created.webhook());
        assertThat(created.webhook().active()).isTrue();
        assertThat(fixture.delivered()).extracting(Received::secrets).containsExactly(List.of(created.secret()));
    }

    @Test
    void where_nothing_may_be_sent_none_is_made_and_none_led_there() {
        fixture.tenantry.tenantry().receivers().refuse(THERE);
        Webhook webhook = fixture.told(HERE);

        assertRefused(() -> fixture.told(THERE), InvalidInput.URL, FieldProblem.NOT_ALLOWED);
        assertRefused(
                () -> fixture.change(webhook, Optional.of(THERE), Optional.empty()),
                InvalidInput.URL,
                FieldProblem.NOT_ALLOWED);
        assertThat(fixture.stored(webhook)).isEqualTo(webhook);
    }

    @Test
    void R8_2_1_only_owners_and_admins_manage_them_and_strangers_find_none() {
        Webhook webhook = fixture.told(HERE);
        Principal admin = fixture.tenancy.joined(fixture.acme, Role.ADMIN);
        Principal member = fixture.tenancy.joined(fixture.acme, Role.MEMBER);
        Tenant other = fixture.tenancy.company("Elsewhere");
        Principal stranger = fixture.tenancy.ownerOf(other);

        assertThat(fixture.webhooks().readWebhook().read(admin, fixture.acme.id(), webhook.id()))
                .isEqualTo(webhook);
        assertThatThrownBy(() -> fixture.create(member, THERE, EventChoice.ALL)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> fixture.webhooks().listWebhooks().list(member, fixture.acme.id()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> fixture.webhooks().listWebhooks().list(stranger, fixture.acme.id()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.webhooks().readWebhook().read(stranger, other.id(), webhook.id()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void R8_3_3_a_key_manages_them_by_its_scope_alone() {
        assertThat(fixture.create(key("webhooks:write"), HERE, EventChoice.ALL)
                        .webhook()
                        .active())
                .isTrue();
        assertThatThrownBy(() -> fixture.create(key("members:write"), THERE, EventChoice.ALL))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void there_are_twenty_at_most() {
        for (int i = 0; i < CreateWebhook.MOST; i++) {
            fixture.told(HERE);
        }

        assertThatThrownBy(() -> fixture.told(HERE)).isInstanceOf(LimitReached.class);
    }

    @Test
    void for_who_has_no_room_for_another_the_dns_is_not_asked() {
        for (int i = 0; i < CreateWebhook.MOST; i++) {
            fixture.told(HERE);
        }
        fixture.tenantry.tenantry().receivers().refuse(THERE);

        assertThatThrownBy(() -> fixture.told(THERE)).isInstanceOf(LimitReached.class);
    }

    @Test
    void who_changes_one_holds_its_tenant_first_so_that_no_two_wait_for_each_other() {
        Webhook webhook = fixture.told(HERE);
        List<String> calls = new ArrayList<>();
        DrivenPorts watched = PortsFixture.watched(fixture.tenantry.ports(), calls::add);

        PortsFixture.useCases(fixture.tenantry.tenantry(), watched, UniqueFixture.random())
                .webhooks()
                .removeWebhook()
                .remove(new RemoveWebhook.Command(fixture.ada, fixture.acme.id(), webhook.id(), TenancyFixture.OFFICE));

        assertThat(calls).containsSubsequence("Tenants.hold", "Memberships.hold", "Webhooks.hold");
    }

    @Test
    void what_is_done_with_them_is_noted_and_webhooks_hear_nothing_of_it() {
        Webhook webhook = fixture.told(HERE);
        fixture.change(webhook, Optional.of(THERE), Optional.of(false));
        fixture.change(webhook, Optional.of(THERE), Optional.of(false));
        fixture.webhooks()
                .renewWebhookSecret()
                .renew(new RenewWebhookSecret.Command(
                        fixture.ada, fixture.acme.id(), webhook.id(), TenancyFixture.OFFICE));
        fixture.change(webhook, Optional.empty(), Optional.of(true));
        fixture.webhooks()
                .removeWebhook()
                .remove(new RemoveWebhook.Command(fixture.ada, fixture.acme.id(), webhook.id(), TenancyFixture.OFFICE));

        Target target = new Target(Target.Type.WEBHOOK, webhook.id().toString());
        assertThat(fixture.tenancy.audited(AuditAction.WEBHOOK_CREATED))
                .extracting(AuditEvent::target)
                .containsExactly(Optional.of(target));
        assertThat(fixture.tenancy.audited(AuditAction.WEBHOOK_CHANGED))
                .extracting(AuditEvent::data)
                .containsExactly(Map.of("changed", "url,deactivated"), Map.of("changed", "activated"));
        assertThat(fixture.tenancy.audited(AuditAction.WEBHOOK_SECRET_RENEWED)).hasSize(1);
        assertThat(fixture.tenancy.audited(AuditAction.WEBHOOK_REMOVED)).hasSize(1);
        assertThat(fixture.delivered()).isEmpty();
    }

    @Test
    void a_renewed_secret_and_the_one_before_sign_for_a_day() {
        CreateWebhook.Created before = fixture.create(HERE, EventChoice.ALL);
        CreateWebhook.Created after = fixture.webhooks()
                .renewWebhookSecret()
                .renew(new RenewWebhookSecret.Command(
                        fixture.ada, fixture.acme.id(), before.webhook().id(), TenancyFixture.OFFICE));
        assertThat(after.webhook().previousSecretExpiresAt())
                .contains(fixture.tenantry.now().plus(Webhook.OVERLAP));

        fixture.happens("One");
        assertThat(fixture.delivered())
                .extracting(Received::secrets)
                .containsExactly(List.of(after.secret(), before.secret()));
    }

    @Test
    void a_test_goes_to_that_webhook_alone_also_if_it_is_told_of_something_else() {
        Webhook webhook =
                fixture.create(HERE, EventChoice.of(EventType.QUOTA_REACHED)).webhook();
        fixture.told(THERE);

        Delivery sent = fixture.webhooks().testWebhook().test(test(webhook));

        assertThat(sent.type()).isEqualTo(EventType.TEST);
        assertThat(fixture.delivered())
                .extracting(Received::to, one -> one.event().id())
                .containsExactly(tuple(HERE, sent.event()));
    }

    @Test
    void no_more_tests_are_made_than_a_receiver_can_take() {
        Webhook webhook = fixture.told(HERE);
        for (int i = 0; i < TestWebhook.MOST_WAITING; i++) {
            fixture.webhooks().testWebhook().test(test(webhook));
        }

        assertThatThrownBy(() -> fixture.webhooks().testWebhook().test(test(webhook)))
                .isInstanceOf(LimitReached.class);
    }

    @Test
    void what_never_went_to_a_webhook_cannot_be_replayed_there() {
        Webhook webhook = fixture.told(HERE);
        Webhook other =
                fixture.create(THERE, EventChoice.of(EventType.QUOTA_REACHED)).webhook();
        fixture.happens("One");
        EventId event = fixture.deliveries(webhook).get(0).event();

        assertThatThrownBy(() -> replay(other, event)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> replay(webhook, new EventId(new UUID(1, 2)))).isInstanceOf(NotFound.class);
        assertThat(replay(webhook, event).event()).isEqualTo(event);
    }

    private Delivery replay(Webhook webhook, EventId event) {
        return fixture.webhooks()
                .replayDelivery()
                .replay(new ReplayDelivery.Command(fixture.ada, fixture.acme.id(), webhook.id(), event));
    }

    private TestWebhook.Command test(Webhook webhook) {
        return new TestWebhook.Command(fixture.ada, fixture.acme.id(), webhook.id());
    }

    private TenantCaller key(String scope) {
        IssueApiKey.Command command = new IssueApiKey.Command(
                fixture.ada,
                fixture.acme.id(),
                new ApiKeyName(scope),
                new Scopes(Set.of(new Scope(scope))),
                Optional.empty(),
                TenancyFixture.OFFICE);
        String secret = fixture.tenantry
                .useCases()
                .apiKeys()
                .issueApiKey()
                .issue(command)
                .secret()
                .value();
        return fixture.tenantry.useCases().apiKeys().authenticateApiKey().authenticate(secret, TenancyFixture.OFFICE);
    }
}
