package io.tenantry.persistence.change;

import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.util.Locale;
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
        TENANT,
        /** A key of a tenant. */
        KEY,
        /** A key's token, ended before its time. */
        TOKEN
    }

    private static final Pattern PAYLOAD = Pattern.compile("(session|user|tenant|key|token):([0-9a-f-]{36})");

    public static Change of(SessionId session) {
        return new Change(Kind.SESSION, session.value());
    }

    public static Change of(UserId user) {
        return new Change(Kind.USER, user.value());
    }

    public static Change of(TenantId tenant) {
        return new Change(Kind.TENANT, tenant.value());
    }

    public static Change of(ApiKeyId key) {
        return new Change(Kind.KEY, key.value());
    }

    public static Change ofToken(UUID token) {
        return new Change(Kind.TOKEN, token);
    }

    /** Reads what was told on the channel: a kind, a colon and a UUID. What a newer version tells of is passed over. */
    static Optional<Change> parse(String payload) {
        Matcher parts = PAYLOAD.matcher(payload);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Kind kind = Kind.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
        return Optional.of(new Change(kind, UUID.fromString(parts.group(2))));
    }
}
