package io.tenantry.domain.user;

/** The use cases about users. */
public record UserUseCases(
        RegisterUser registerUser,
        VerifyEmail verifyEmail,
        ResendVerification resendVerification,
        WhoAmI whoAmI,
        ChangeEmail changeEmail,
        ConfirmEmail confirmEmail,
        UpdateProfile updateProfile,
        StoreAvatar storeAvatar,
        RemoveAvatar removeAvatar,
        ReadAvatar readAvatar,
        ExportAccount exportAccount,
        DeleteAccount deleteAccount,
        AppointOperator appointOperator) {}
