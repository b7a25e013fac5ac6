package io.tenantry.domain.failure;

/** A refresh token that is unknown, spent, of the other kind, or whose session is over. */
public final class InvalidRefreshToken extends DomainFailure {

    public InvalidRefreshToken() {
        super("unauthenticated", "Token is invalid or expired");
    }
}
