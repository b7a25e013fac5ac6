package io.tenantry.domain.credential;

import io.tenantry.domain.port.DrivenPort;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** The tokens that were mailed. Called within a transaction; the rows are in reach of every scope. */
@DrivenPort
public interface OneTimeTokens {

    /** Keeps a token; an older one of the same user and purpose is gone: only the newest serves. */
    void replace(OneTimeToken token);

    Optional<OneTimeToken> find(TokenDigest digest);

    /** Uses a token up. True for exactly one caller, also when several try at once. */
    boolean spend(TokenDigest digest);

    /** Takes back what was mailed to a user for a purpose, if anything was. */
    void revoke(UserId user, TokenPurpose purpose);

    /** @return how many that expired before {@code before} were removed, {@code limit} at most */
    int removeExpired(Instant before, int limit);
}
