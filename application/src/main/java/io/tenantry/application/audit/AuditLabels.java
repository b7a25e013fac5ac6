package io.tenantry.application.audit;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeys;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditEntry;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.invitation.Invitation;
import io.tenantry.domain.invitation.InvitationId;
import io.tenantry.domain.invitation.Invitations;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.Tenants;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import io.tenantry.domain.user.Users;
import io.tenantry.domain.webhook.Webhook;
import io.tenantry.domain.webhook.Webhooks;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells what those are called whom events name: now, for the events hold ids alone. One query for all users of a page, and one each
 * for its tenants, invitations, API keys and webhooks. Within the transaction under way; what is out of its scope has no label.
 */
public final class AuditLabels {

    private final Users users;
    private final Tenants tenants;
    private final Invitations invitations;
    private final ApiKeys apiKeys;
    private final Webhooks webhooks;

    public AuditLabels(DrivenPorts ports) {
        this.users = ports.users();
        this.tenants = ports.tenants();
        this.invitations = ports.invitations();
        this.apiKeys = ports.apiKeys().keys();
        this.webhooks = ports.webhooks().webhooks();
    }

    public Page<AuditEntry> label(Page<AuditEvent> page) {
        Map<UUID, String> names = new HashMap<>();
        names.putAll(usersOf(page.items()));
        names.putAll(tenantsOf(page.items()));
        names.putAll(invitationsOf(page.items()));
        names.putAll(keysOf(page.items()));
        names.putAll(webhooksOf(page.items()));
        return page.map(event ->
                new AuditEntry(event, event.actor().id().flatMap(id -> nameOf(id, names)), target(event, names)));
    }

    private static Optional<String> target(AuditEvent event, Map<UUID, String> names) {
        return event.target().isPresent()
                ? event.target().flatMap(target -> target(target, names))
                : event.subject().flatMap(user -> nameOf(user.value(), names));
    }

    /** A domain is called what it is. */
    private static Optional<String> target(Target target, Map<UUID, String> names) {
        return target.type() == Target.Type.DOMAIN
                ? Optional.of(target.id())
                : uuid(target.id()).flatMap(id -> nameOf(id, names));
    }

    private static Optional<String> nameOf(UUID id, Map<UUID, String> names) {
        return Optional.ofNullable(names.get(id));
    }

    private Map<UUID, String> usersOf(List<AuditEvent> events) {
        Set<UserId> ids = events.stream()
                .flatMap(
                        event -> Stream.concat(actor(event, false).map(UserId::new).stream(), event.subject().stream()))
                .collect(Collectors.toSet());
        return names(
                ids.isEmpty() ? List.of() : users.findAll(ids),
                user -> user.id().value(),
                User::email);
    }

    private Map<UUID, String> tenantsOf(List<AuditEvent> events) {
        Set<TenantId> ids = targets(events, Target.Type.TENANT, TenantId::new);
        return names(
                ids.isEmpty() ? List.of() : tenants.findAll(ids),
                tenant -> tenant.id().value(),
                Tenant::name);
    }

    private Map<UUID, String> invitationsOf(List<AuditEvent> events) {
        Set<InvitationId> ids = targets(events, Target.Type.INVITATION, InvitationId::new);
        return names(
                ids.isEmpty() ? List.of() : invitations.findAll(ids),
                invitation -> invitation.id().value(),
                Invitation::email);
    }

    /** Those that events are about, and those that did something. */
    private Map<UUID, String> keysOf(List<AuditEvent> events) {
        Stream<ApiKeyId> acting = events.stream().flatMap(event -> actor(event, true).map(ApiKeyId::new).stream());
        Set<ApiKeyId> ids = Stream.concat(acting, targets(events, Target.Type.API_KEY, ApiKeyId::new).stream())
                .collect(Collectors.toSet());
        return names(
                ids.isEmpty() ? List.of() : apiKeys.findAll(ids),
                key -> key.id().value(),
                ApiKey::name);
    }

    /** By their hosts: what follows in a URL may be the receiver's secret. */
    private Map<UUID, String> webhooksOf(List<AuditEvent> events) {
        List<Webhook> found = events.stream()
                .filter(event -> event.target()
                        .map(Target::type)
                        .filter(Target.Type.WEBHOOK::equals)
                        .isPresent())
                .flatMap(event -> event.tenant().map(Tenant::id).stream())
                .distinct()
                .flatMap(tenant -> webhooks.of(tenant).stream())
                .toList();
        return names(
                found,
                webhook -> webhook.id().value(),
                webhook -> webhook.url().uri().getHost());
    }

    private static Optional<UUID> actor(AuditEvent event, boolean key) {
        boolean isKey = event.actor().kind() == Actor.Kind.API_KEY;
        return event.actor().id().filter(id -> isKey == key);
    }

    private static <I> Set<I> targets(List<AuditEvent> events, Target.Type type, Function<UUID, I> id) {
        return events.stream()
                .flatMap(event -> event.target().stream())
                .filter(target -> target.type() == type)
                .flatMap(target -> uuid(target.id()).map(id).stream())
                .collect(Collectors.toSet());
    }

    private static <T> Map<UUID, String> names(Collection<T> found, Function<T, UUID> id, Function<T, Object> name) {
        return found.stream()
                .collect(Collectors.toMap(id, one -> name.apply(one).toString()));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }
}
