package io.tenantry.application.user;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Later;
import io.tenantry.application.Policies;
import io.tenantry.application.mail.MailRequests;
import io.tenantry.domain.user.AppointOperator;
import io.tenantry.domain.user.ChangeEmail;
import io.tenantry.domain.user.ConfirmEmail;
import io.tenantry.domain.user.DeleteAccount;
import io.tenantry.domain.user.ExportAccount;
import io.tenantry.domain.user.ReadAvatar;
import io.tenantry.domain.user.RemoveAvatar;
import io.tenantry.domain.user.StoreAvatar;
import io.tenantry.domain.user.UpdateProfile;
import io.tenantry.domain.user.UserUseCases;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases about users. */
public final class UserServices {

    private UserServices() {}

    /** @param random must be cryptographically strong */
    public static UserUseCases of(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        UserAdmission admission = new UserAdmission(ports, clock, random);
        return new UserUseCases(
                new RegisterUserService(ports.transactions(), admission, clock, random),
                new VerifyEmailService(ports, clock),
                new ResendVerificationService(new MailRequests(ports, clock, random)),
                new WhoAmIService(ports.identities()),
                Later.of(ChangeEmail.class),
                Later.of(ConfirmEmail.class),
                Later.of(UpdateProfile.class),
                Later.of(StoreAvatar.class),
                Later.of(RemoveAvatar.class),
                Later.of(ReadAvatar.class),
                Later.of(ExportAccount.class),
                Later.of(DeleteAccount.class),
                Later.of(AppointOperator.class));
    }
}
