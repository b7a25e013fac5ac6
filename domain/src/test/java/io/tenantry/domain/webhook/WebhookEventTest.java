package io.tenantry.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.AuditEventFixture;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.user.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What webhooks are told, and what not. */
class WebhookEventTest {

    private static final List<EventType> BY_STATUS =
            List.of(EventType.TENANT_SUSPENDED, EventType.TENANT_ACTIVATED, EventType.TENANT_DEACTIVATED);

    private final Tenant acme = TenantFixture.aTenant();
    private final UserId ada = UserId.next(TimeFixture.now(), UniqueFixture.random());

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"TENANT_SUSPENDED", "TENANT_ACTIVATED", "TENANT_DEACTIVATED", "TEST"})
    void an_event_is_what_the_audit_calls_it(EventType type) {
        AuditEvent audited =
                event(AuditAction.ofWord(type.word()).orElseThrow(), Optional.of(acme), Map.of("role", "x"));

        assertThat(WebhookEvent.of(audited))
                .contains(new WebhookEvent(
                        new EventId(audited.id()),
                        audited.at(),
                        type,
                        acme.id(),
                        audited.actor(),
                        Optional.of(ada),
                        Optional.empty(),
                        Map.of("role", "x")));
    }

    @ParameterizedTest
    @CsvSource({"suspended,tenant.suspended", "active,tenant.activated", "inactive,tenant.deactivated"})
    void a_change_of_status_is_told_as_what_became_of_the_tenant(String status, String word) {
        AuditEvent audited = event(AuditAction.TENANT_STATUS_CHANGED, Optional.of(acme), Map.of("status", status));

        assertThat(WebhookEvent.of(audited).orElseThrow().type().word()).isEqualTo(word);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "SIGN_IN",
                "SESSION_ENDED",
                "TENANT_SWITCHED",
                "TENANT_STATUS_CHANGED",
                "INVITATION_RESENT",
                "WEBHOOK_CREATED",
                "ACCOUNT_REGISTERED",
                "ACCESS_REFUSED"
            })
    void what_people_do_with_their_own_accounts_and_with_webhooks_is_not_told(AuditAction action) {
        assertThat(WebhookEvent.of(event(action, Optional.of(acme), Map.of()))).isEmpty();
    }

    @Test
    void what_was_refused_or_is_no_tenants_is_not_told() {
        assertThat(WebhookEvent.of(event(AuditAction.MEMBER_JOINED, Optional.empty(), Map.of())))
                .isEmpty();
        assertThat(WebhookEvent.of(AuditEventFixture.refused(ada, TimeFixture.now())))
                .isEmpty();
    }

    @Test
    void every_type_has_a_word_of_its_own_and_only_a_test_never_happens_by_itself() {
        assertThat(Arrays.stream(EventType.values()).map(EventType::word))
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches("[a-z_]+\\.[a-z_]+"));
        assertThat(EventType.values())
                .allMatch(type -> EventType.ofWord(type.word()).equals(Optional.of(type)));
        assertThat(EventType.values()).allMatch(type -> type.happens() || type == EventType.TEST);
        assertThat(EventType.values()).containsAll(BY_STATUS);
    }

    @Test
    void a_choice_is_written_in_one_order_and_read_back_without_what_nobody_knows() {
        EventChoice some = EventChoice.of(EventType.TENANT_CLOSED, EventType.MEMBER_JOINED);

        assertThat(some.words()).containsExactly("member.joined", "tenant.closed");
        assertThat(EventChoice.ofWords(some.words())).isEqualTo(some);
        assertThat(EventChoice.ofWords(List.of("member.joined", "tenant.closed", "of.later")))
                .isEqualTo(some);
        assertThat(EventChoice.ofWords(List.of("*", "member.joined"))).isEqualTo(EventChoice.ALL);
        assertThat(EventChoice.ALL.words()).containsExactly("*");
        assertThat(EventChoice.ALL.holds(EventType.QUOTA_REACHED)).isTrue();
        assertThat(some.holds(EventType.QUOTA_REACHED)).isFalse();
        assertThat(some.holds(EventType.MEMBER_JOINED)).isTrue();
    }

    private AuditEvent event(AuditAction action, Optional<Tenant> tenant, Map<String, String> data) {
        AuditEvent like = AuditEventFixture.by(ada, action, TimeFixture.now());
        return new AuditEvent(
                like.id(),
                like.at(),
                action,
                like.actor(),
                tenant,
                like.subject(),
                like.target(),
                like.device(),
                like.outcome(),
                data);
    }
}
