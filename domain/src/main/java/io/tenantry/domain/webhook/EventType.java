package io.tenantry.domain.webhook;

import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What a webhook may tell of. The words are stable: receivers know them. */
public enum EventType {
    MEMBER_JOINED("member.joined"),
    MEMBER_REMOVED("member.removed"),
    MEMBER_LEFT("member.left"),
    MEMBER_ROLE_CHANGED("member.role_changed"),
    INVITATION_SENT("invitation.sent"),
    INVITATION_ACCEPTED("invitation.accepted"),
    INVITATION_REVOKED("invitation.revoked"),
    INVITATION_DECLINED("invitation.declined"),
    API_KEY_CREATED("api_key.created"),
    API_KEY_ROTATED("api_key.rotated"),
    API_KEY_REVOKED("api_key.revoked"),
    API_KEY_RENAMED("api_key.renamed"),
    TENANT_CHANGED("tenant.changed"),
    TENANT_SUSPENDED("tenant.suspended"),
    TENANT_ACTIVATED("tenant.activated"),
    TENANT_DEACTIVATED("tenant.deactivated"),
    TENANT_CLOSED("tenant.closed"),
    TENANT_RESTORED("tenant.restored"),
    TENANT_TERMS_CHANGED("tenant.terms_changed"),
    QUOTA_REACHED("quota.reached"),
    DOMAIN_CONFIRMED("domain.confirmed"),
    DOMAIN_REMOVED("domain.removed"),
    /** Sent when it is asked for, to that webhook alone; none can be made for it. */
    TEST("webhook.test");

    /** What is noted of a tenant's status under {@code status}. */
    private static final Map<String, EventType> BY_STATUS =
            Map.of("suspended", TENANT_SUSPENDED, "active", TENANT_ACTIVATED, "inactive", TENANT_DEACTIVATED);

    private final String word;

    EventType(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Whether it happens by itself, so that a webhook can be made for it. */
    public boolean happens() {
        return this != TEST;
    }

    /** The one of that word, if there is one. */
    public static Optional<EventType> ofWord(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    /** What webhooks are told of an event of the audit; empty if it is none of their business. */
    static Optional<EventType> of(AuditEvent event) {
        return event.action() == AuditAction.TENANT_STATUS_CHANGED
                ? Optional.ofNullable(BY_STATUS.get(event.data().getOrDefault("status", "")))
                : ofWord(event.action().word()).filter(EventType::happens);
    }
}
