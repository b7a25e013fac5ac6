package io.tenantry.domain.mfa;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.port.DrivenPort;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Users' code generators, their secrets encrypted at rest, and recovery codes. Called within a transaction. */
@DrivenPort
public interface SecondFactors {

    /** What the user has, passkeys too, in one look. */
    Factors of(UserId user);

    Optional<TotpEnrolment> totp(UserId user);

    /**
     * The user's code generator, held until the transaction under way ends, and with it all of the user's second factors: of
     * several codes that are shown at once, each is judged after the one before it was recorded.
     */
    Optional<TotpEnrolment> hold(UserId user);

    /** Adds it, or replaces the one that the user has. All nodes hear of it within a second. */
    void store(TotpEnrolment enrolment);

    /** False if there was none. */
    boolean removeTotp(UserId user);

    /** Takes the place of those that the user has; an empty list takes them away. */
    void replaceRecoveryCodes(UserId user, List<TokenDigest> codes, Instant now);

    int recoveryCodesLeft(UserId user);

    /** Uses a code up. True for exactly one caller, also when several try at once. */
    boolean spendRecoveryCode(UserId user, TokenDigest code);

    /** Removes code generator and recovery codes that were set up before {@code before}. */
    void removeOlder(UserId user, Instant before);
}
