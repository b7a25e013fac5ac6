package io.tenantry.domain.session;

import io.tenantry.domain.port.DrivingPort;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Gives the installation its next signing key, and takes away those that nothing good is signed by any more. Called by a schedule on
 * every node, and by an operator's command: of several at once one makes a key.
 */
@DrivingPort
public interface RotateSigningKeys {

    /** How long a key signs. */
    Duration TERM = Duration.ofDays(90);

    /** How long the next one is published before it signs: whoever checks tokens may keep the set of keys for an hour. */
    Duration NOTICE = Duration.ofDays(1);

    Rotated rotate(When when);

    /** What is wanted. */
    enum When {
        /** The next key, if the one that signs has done so for {@link #TERM} less {@link #NOTICE}. */
        DUE,
        /** The next key, published now, to sign after {@link #NOTICE}. One that is to come already does. */
        NEXT,
        /** A key that signs at once, in place of any that is to come. The others go on verifying until they are outlived. */
        NOW,
        /** As {@link #NOW}, and all others go at once: every token so far ends, on every node within half a minute. For a key that leaked. */
        NOW_ALONE
    }

    /**
     * What came of it.
     *
     * @param made the new key, if one was made
     * @param keys all that there are now, the newest first
     * @param removed ids of those that there are no more
     */
    record Rotated(Optional<SigningKey> made, List<SigningKey> keys, List<String> removed) {}
}
