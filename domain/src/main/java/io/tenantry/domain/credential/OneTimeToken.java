package io.tenantry.domain.credential;

import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import java.time.Instant;

/**
 * A token that was mailed to a user, as it is kept.
 *
 * <p>It is bound to the address and to the password that the user had when it was sent: when either changes it is dead, so
 * that who registers another's address first gains nothing when the owner follows the link.
 *
 * @param email where it was mailed to: the address that the user has, or is to have
 */
public record OneTimeToken(
        TokenDigest digest,
        TokenPurpose purpose,
        UserId user,
        EmailAddress email,
        CredentialVersion credential,
        Instant expiresAt) {

    /** A token for the user, sent now. */
    public static OneTimeToken issue(
            SecretToken token, TokenPurpose purpose, User user, CredentialVersion credential, Instant now) {
        return new OneTimeToken(
                token.digest(), purpose, user.id(), user.email(), credential, now.plus(purpose.lifetime()));
    }

    /** A token that is mailed to the address which is to become the user's. */
    public static OneTimeToken forNewAddress(
            SecretToken token, User user, EmailAddress newEmail, CredentialVersion credential, Instant now) {
        TokenPurpose purpose = TokenPurpose.CONFIRM_EMAIL;
        return new OneTimeToken(token.digest(), purpose, user.id(), newEmail, credential, now.plus(purpose.lifetime()));
    }

    public boolean serves(TokenPurpose wanted, User holder, CredentialVersion current, Instant now) {
        return purpose == wanted
                && user.equals(holder.id())
                && (purpose == TokenPurpose.CONFIRM_EMAIL || email.equals(holder.email()))
                && credential.equals(current)
                && now.isBefore(expiresAt);
    }
}
