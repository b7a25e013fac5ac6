package io.tenantry.application.credential;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.mail.MailRequests;
import io.tenantry.domain.credential.RequestPasswordReset;
import io.tenantry.domain.credential.ResetPassword;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The use cases about passwords. */
public record CredentialUseCases(RequestPasswordReset requestPasswordReset, ResetPassword resetPassword) {

    /** @param random must be cryptographically strong */
    public static CredentialUseCases of(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        return new CredentialUseCases(
                new RequestPasswordResetService(new MailRequests(ports, clock, random)),
                new ResetPasswordService(ports, clock));
    }
}
