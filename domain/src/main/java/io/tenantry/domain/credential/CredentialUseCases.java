package io.tenantry.domain.credential;

/** The use cases about passwords. */
public record CredentialUseCases(
        RequestPasswordReset requestPasswordReset, ResetPassword resetPassword, ChangePassword changePassword) {}
