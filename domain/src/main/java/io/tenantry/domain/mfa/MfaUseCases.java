package io.tenantry.domain.mfa;

/** The use cases about second factors. */
public record MfaUseCases(
        PassSecondFactor passSecondFactor,
        StartTotp startTotp,
        ConfirmTotp confirmTotp,
        RemoveTotp removeTotp,
        RenewRecoveryCodes renewRecoveryCodes) {}
