package io.tenantry.domain.session;

import io.tenantry.domain.port.DrivenPort;
import io.tenantry.domain.throttle.AddressBlock;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** From where users have signed in: so that a sign-in from elsewhere is told to them. Called within a transaction. */
@DrivenPort
public interface KnownDevices {

    /** What is known of the user's earlier sign-ins from an address, and by a program. */
    Familiarity familiarity(UserId user, AddressBlock address, String program);

    /** Notes a sign-in. The 50 latest pairs of address and program of a user are kept. */
    void remember(UserId user, AddressBlock address, String program, Instant now);

    /** All that are known of a user, the last seen first. */
    List<KnownDevice> of(UserId user);

    /** From then on the user has signed in from nowhere. */
    void forgetAll(UserId user);

    /**
     * @param any whether the user ever signed in from a device that is known
     * @param fromAddress when last from this address
     * @param byProgram when last by this program
     */
    record Familiarity(boolean any, Optional<Instant> fromAddress, Optional<Instant> byProgram) {}
}
