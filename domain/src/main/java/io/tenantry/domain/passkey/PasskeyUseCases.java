package io.tenantry.domain.passkey;

/** The use cases about passkeys. */
public record PasskeyUseCases(
        StartPasskeyRegistration startPasskeyRegistration,
        FinishPasskeyRegistration finishPasskeyRegistration,
        ListPasskeys listPasskeys,
        RenamePasskey renamePasskey,
        RemovePasskey removePasskey,
        StartPasskeySignIn startPasskeySignIn,
        SignInWithPasskey signInWithPasskey) {}
