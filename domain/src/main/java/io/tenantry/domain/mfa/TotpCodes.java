package io.tenantry.domain.mfa;

import io.tenantry.domain.port.DrivenPort;
import java.time.Instant;
import java.util.Optional;

/** The codes of RFC 6238: HMAC-SHA-1, six digits, steps of 30 seconds. */
@DrivenPort
public interface TotpCodes {

    /**
     * The time step of which this is the code: of the one at {@code now}, the one before and the one after (RFC 6238, section
     * 5.2), the earliest that is later than {@code after}; empty if it is the code of none. Anything but six ASCII digits is no
     * code.
     */
    Optional<Long> step(TotpSecret secret, String code, Instant now, long after);
}
