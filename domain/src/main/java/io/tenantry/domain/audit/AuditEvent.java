package io.tenantry.domain.audit;

import io.tenantry.domain.session.Device;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Something that touches security, as it is kept: by ids, never by names, addresses of mail or secrets, so that it may stay
 * when a person is erased.
 *
 * @param tenant to whose audit it belongs; empty if to the installation's
 * @param subject the user whom it is about, if it is about one who is known
 * @param target what else it is about
 * @param outcome whether it was done or refused
 * @param data what else is to be known: short words under short names, in the order of these; never typed by a caller
 */
public record AuditEvent(
        UUID id,
        Instant at,
        AuditAction action,
        Actor actor,
        Optional<Tenant> tenant,
        Optional<UserId> subject,
        Optional<Target> target,
        Device device,
        Outcome outcome,
        Map<String, String> data) {

    /** How it ended. */
    public enum Outcome {
        SUCCESS,
        REFUSED
    }

    public AuditEvent {
        data = Collections.unmodifiableMap(new TreeMap<>(data));
    }
}
