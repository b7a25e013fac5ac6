package io.tenantry.domain.failure;

/** A token from a mail that was never issued, is used up, has expired, or serves another purpose. */
public final class InvalidOneTimeToken extends DomainFailure {

    public InvalidOneTimeToken() {
        super("invalid_token", "The link is invalid or has expired");
    }
}
