package io.tenantry.application.user;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.mail.MailRequests;
import io.tenantry.domain.user.RegisterUser;
import io.tenantry.domain.user.ResendVerification;
import io.tenantry.domain.user.VerifyEmail;
import io.tenantry.domain.user.WhoAmI;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The use cases about users. */
public record UserUseCases(
        RegisterUser registerUser, VerifyEmail verifyEmail, ResendVerification resendVerification, WhoAmI whoAmI) {

    /** @param random must be cryptographically strong */
    public static UserUseCases of(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        UserAdmission admission = new UserAdmission(ports, clock, random);
        return new UserUseCases(
                new RegisterUserService(ports.transactions(), admission, clock, random),
                new VerifyEmailService(ports, clock),
                new ResendVerificationService(new MailRequests(ports, clock, random)),
                new WhoAmIService(ports.identities()));
    }
}
