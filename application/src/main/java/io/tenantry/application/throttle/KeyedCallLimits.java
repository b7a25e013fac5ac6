package io.tenantry.application.throttle;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.throttle.AddressBlock;
import io.tenantry.domain.throttle.ThrottleKey;
import io.tenantry.domain.throttle.ThrottleKind;
import io.tenantry.domain.user.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Bounds how many calls with an idempotency key are noted, each of which may be kept for a day. */
public final class KeyedCallLimits {

    private final Counters counters;

    public KeyedCallLimits(DrivenPorts ports, Policies policies, InstantSource clock) {
        this.counters = new Counters(ports, policies, clock);
    }

    /**
     * Counts one, by the user, or where none is known by the device's address. Within the transaction under way.
     *
     * @throws Throttled if it is one too many
     */
    public void count(Optional<UserId> by, Device device) {
        List<ThrottleKey> key = by
                .map(user -> ThrottleKey.by(ThrottleKind.KEYED, user))
                .or(() -> AddressBlock.of(device).map(address -> ThrottleKey.from(ThrottleKind.KEYED, address)))
                .stream()
                .toList();
        counters.count(key).retryAfter().ifPresent(wait -> {
            throw new Throttled(wait);
        });
    }
}
