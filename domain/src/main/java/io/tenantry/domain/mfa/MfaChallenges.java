package io.tenantry.domain.mfa;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.port.DrivenPort;
import java.time.Instant;
import java.util.Optional;

/** Sign-ins that wait for their second factor. Called within a transaction; the rows are in reach of every scope. */
@DrivenPort
public interface MfaChallenges {

    void open(MfaChallenge challenge);

    /** Finds one, and holds it until the transaction under way ends. */
    Optional<MfaChallenge> hold(TokenDigest token);

    /** Takes one try from a challenge that is held. */
    void failed(TokenDigest token);

    void remove(TokenDigest token);

    /** @return how many that expired before {@code before} were removed, {@code limit} at most */
    int removeExpired(Instant before, int limit);
}
