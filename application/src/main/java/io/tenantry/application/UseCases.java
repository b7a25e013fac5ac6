package io.tenantry.application;

import io.tenantry.application.credential.CredentialUseCases;
import io.tenantry.application.mail.MailUseCases;
import io.tenantry.application.session.SessionUseCases;
import io.tenantry.application.tenant.TenantUseCases;
import io.tenantry.application.user.UserUseCases;
import io.tenantry.domain.credential.RequestPasswordReset;
import io.tenantry.domain.credential.ResetPassword;
import io.tenantry.domain.mail.DeliverMail;
import io.tenantry.domain.session.Authenticate;
import io.tenantry.domain.session.EndSession;
import io.tenantry.domain.session.ReadSigningKeys;
import io.tenantry.domain.session.RefreshSession;
import io.tenantry.domain.session.SignIn;
import io.tenantry.domain.tenant.ChangeTenantStatus;
import io.tenantry.domain.tenant.ListTenants;
import io.tenantry.domain.tenant.RegisterTenant;
import io.tenantry.domain.user.RegisterUser;
import io.tenantry.domain.user.ResendVerification;
import io.tenantry.domain.user.VerifyEmail;
import io.tenantry.domain.user.WhoAmI;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Every use case. All of them may be called by many threads at once; none starts a thread or keeps state of its own. */
public record UseCases(
        RegisterTenant registerTenant,
        ChangeTenantStatus changeTenantStatus,
        ListTenants listTenants,
        RegisterUser registerUser,
        VerifyEmail verifyEmail,
        ResendVerification resendVerification,
        RequestPasswordReset requestPasswordReset,
        ResetPassword resetPassword,
        SignIn signIn,
        RefreshSession refreshSession,
        EndSession endSession,
        Authenticate authenticate,
        WhoAmI whoAmI,
        ReadSigningKeys readSigningKeys,
        DeliverMail deliverMail) {

    /**
     * Builds them all.
     *
     * @param random must be cryptographically strong ({@link java.security.SecureRandom}): tokens are made of it; and safe for
     *     use by many threads
     */
    public static UseCases of(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        TenantUseCases tenants = TenantUseCases.of(ports, policies, clock, random);
        UserUseCases users = UserUseCases.of(ports, clock, random);
        CredentialUseCases credentials = CredentialUseCases.of(ports, clock, random);
        SessionUseCases sessions = SessionUseCases.of(ports, policies, clock, random);
        MailUseCases mail = MailUseCases.of(ports, clock, random);
        return new UseCases(
                tenants.registerTenant(),
                tenants.changeTenantStatus(),
                tenants.listTenants(),
                users.registerUser(),
                users.verifyEmail(),
                users.resendVerification(),
                credentials.requestPasswordReset(),
                credentials.resetPassword(),
                sessions.signIn(),
                sessions.refreshSession(),
                sessions.endSession(),
                sessions.authenticate(),
                users.whoAmI(),
                sessions.readSigningKeys(),
                mail.deliverMail());
    }
}
