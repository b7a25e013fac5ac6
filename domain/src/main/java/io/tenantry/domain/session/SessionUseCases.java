package io.tenantry.domain.session;

/** The use cases about sessions. */
public record SessionUseCases(
        SignIn signIn,
        RefreshSession refreshSession,
        EndSession endSession,
        ListSessions listSessions,
        SwitchTenant switchTenant,
        Authenticate authenticate,
        ReadSigningKeys readSigningKeys,
        RotateSigningKeys rotateSigningKeys) {}
