package io.tenantry.domain.social;

/** The use cases about accounts at providers. */
public record SocialUseCases(
        ListProviders listProviders,
        StartAuthorization startAuthorization,
        SignInWithProvider signInWithProvider,
        LinkIdentity linkIdentity,
        ListIdentities listIdentities,
        UnlinkIdentity unlinkIdentity) {}
