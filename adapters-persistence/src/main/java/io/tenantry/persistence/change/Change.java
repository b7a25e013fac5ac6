package io.tenantry.persistence.change;

import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What changed, so that every node forgets what it remembers of it.
 *
 * @param kind what the id names
 */
public record Change(Kind kind, UUID id) {

    /** What may change. The names stand in payloads, in lower case. */
    public enum Kind {
        SESSION,
        /** A user, their memberships, or all of their sessions. */
        USER,
        TENANT
    }

    private static final Pattern PAYLOAD = Pattern.compile("(session|user|tenant):([0-9a-f-]{36})");

    public static Change of(SessionId session) {
        return new Change(Kind.SESSION, session.value());
    }

    public static Change of(UserId user) {
        return new Change(Kind.USER, user.value());
    }

    public static Change of(TenantId tenant) {
        return new Change(Kind.TENANT, tenant.value());
    }

    /** Reads what was told on the channel: {@code session:}, {@code user:} or {@code tenant:} and a UUID. */
    static Optional<Change> parse(String payload) {
        Matcher parts = PAYLOAD.matcher(payload);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Kind kind = switch (parts.group(1)) {
            case "session" -> Kind.SESSION;
            case "user" -> Kind.USER;
            default -> Kind.TENANT;
        };
        return Optional.of(new Change(kind, UUID.fromString(parts.group(2))));
    }
}
