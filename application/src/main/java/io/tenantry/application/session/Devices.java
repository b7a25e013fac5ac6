package io.tenantry.application.session;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.mail.AccountNotices;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.KnownDevices;
import io.tenantry.domain.throttle.AddressBlock;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Remembers from where users sign in, and tells them of a sign-in from elsewhere. */
final class Devices {

    /** What was seen so lately is not noted again: a sign-in need not write what changes nothing. */
    private static final Duration FRESH = Duration.ofHours(1);

    private final KnownDevices known;
    private final AccountNotices notices;
    private final InstantSource clock;

    Devices(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.known = ports.knownDevices();
        this.notices = new AccountNotices(ports, clock, random);
        this.clock = clock;
    }

    /** Within the transaction under way. A device without an address, one of an embedding program say, is passed over. */
    void seen(User user, Device device) {
        AddressBlock.of(device).ifPresent(address -> seen(user, address, device));
    }

    private void seen(User user, AddressBlock address, Device device) {
        Instant now = clock.instant();
        KnownDevices.Familiarity familiarity = known.familiarity(user.id(), address, device.program());
        if (isNew(familiarity)) {
            notices.send(MailKind.NEW_SIGN_IN, user, device);
        }
        if (!isFresh(familiarity, now.minus(FRESH))) {
            known.remember(user.id(), address, device.program(), now);
        }
    }

    private static boolean isFresh(KnownDevices.Familiarity familiarity, Instant since) {
        return familiarity.fromAddress().filter(since::isBefore).isPresent()
                && familiarity.byProgram().filter(since::isBefore).isPresent();
    }

    /** The first sign-in of all is no news to who made it. */
    private static boolean isNew(KnownDevices.Familiarity familiarity) {
        return familiarity.any()
                && (familiarity.fromAddress().isEmpty()
                        || familiarity.byProgram().isEmpty());
    }
}
