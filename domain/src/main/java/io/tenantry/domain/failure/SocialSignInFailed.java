package io.tenantry.domain.failure;

/** A provider refused, or what it says of somebody does not hold. */
public final class SocialSignInFailed extends DomainFailure {

    public SocialSignInFailed() {
        super("social_sign_in_failed", "The provider did not confirm the sign-in");
    }
}
