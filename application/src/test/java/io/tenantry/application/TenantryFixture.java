package io.tenantry.application;

import io.tenantry.application.inmemory.InMemoryTenantry;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.RequestPasswordReset;
import io.tenantry.domain.credential.ResetPassword;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.RefreshSession;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignIn;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.ChangeTenantStatus;
import io.tenantry.domain.tenant.RegisterTenant;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.EmailVerification;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.RegisterUser;
import io.tenantry.domain.user.ResendVerification;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.VerifyEmail;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** An installation in memory, and the short words in which tests speak to it. */
public final class TenantryFixture {

    public static final Password PASSWORD = new Password("correct horse battery");
    public static final EmailAddress ADA = EmailAddress.of("ada@example.org");
    public static final EmailAddress GRACE = EmailAddress.of("grace@example.org");

    private final InMemoryTenantry tenantry;

    public TenantryFixture() {
        this(Policies.STANDARD);
    }

    public TenantryFixture(EmailVerification verification) {
        this(Policies.STANDARD.withEmailVerification(verification));
    }

    public TenantryFixture(Policies policies) {
        this.tenantry = InMemoryTenantry.start(policies);
    }

    public UseCases useCases() {
        return tenantry.useCases();
    }

    public DrivenPorts ports() {
        return tenantry.ports();
    }

    public InMemoryTenantry tenantry() {
        return tenantry;
    }

    public Instant now() {
        return tenantry.clock().instant();
    }

    public void pass(Duration time) {
        tenantry.clock().advance(time);
    }

    public static RegisterTenant.Command company(String name, EmailAddress owner) {
        return new RegisterTenant.Command(
                new TenantName(name),
                Optional.empty(),
                owner,
                PersonName.NONE,
                PASSWORD,
                Optional.empty(),
                Device.UNKNOWN);
    }

    public RegisterTenant.Registered registerCompany(String name, EmailAddress owner) {
        return useCases().tenants().registerTenant().register(company(name, owner));
    }

    public User registerUser(EmailAddress email) {
        return useCases()
                .users()
                .registerUser()
                .register(new RegisterUser.Command(email, PersonName.NONE, PASSWORD, Device.UNKNOWN));
    }

    /** A user who may sign in, without a tenant. */
    public User registerVerifiedUser(EmailAddress email) {
        registerUser(email);
        return verifyEmail(mailed(MailKind.VERIFY_EMAIL));
    }

    public User verifyEmail(SecretToken token) {
        return useCases().users().verifyEmail().verify(new VerifyEmail.Command(token, Device.UNKNOWN));
    }

    public void resendVerification(EmailAddress email) {
        useCases().users().resendVerification().resend(new ResendVerification.Command(email, Device.UNKNOWN));
    }

    public void requestReset(EmailAddress email) {
        useCases()
                .credentials()
                .requestPasswordReset()
                .request(new RequestPasswordReset.Command(email, Device.UNKNOWN));
    }

    public void resetPassword(SecretToken token, Password password) {
        resetPassword(token, password, Device.UNKNOWN);
    }

    public void resetPassword(SecretToken token, Password password, Device device) {
        useCases().credentials().resetPassword().reset(new ResetPassword.Command(token, password, device));
    }

    /** What the newest mail that is due carries. */
    public SecretToken mailed(MailKind kind) {
        return tenantry.deliverMail().stream()
                .filter(mail -> mail.kind() == kind)
                .reduce((older, newer) -> newer)
                .flatMap(Mail::token)
                .orElseThrow(() -> new AssertionError("no mail " + kind));
    }

    public Membership join(User user, Tenant tenant, Role role) {
        Membership membership = new Membership(tenant.id(), user.id(), role, now(), Optional.empty());
        return ports().transactions().inTenant(tenant.id(), () -> {
            ports().memberships().add(membership);
            return membership;
        });
    }

    public Tenant change(Tenant tenant, TenantStatus status) {
        return useCases().tenants().changeTenantStatus().change(new ChangeTenantStatus.Command(tenant.id(), status));
    }

    public static SignIn.Command credentials(EmailAddress email, Password password, SessionKind kind) {
        return new SignIn.Command(email, password, Optional.empty(), Optional.empty(), kind, false, Device.UNKNOWN);
    }

    /** Opens a rotating session. */
    public SignedIn signIn(EmailAddress email) {
        return signIn(email, SessionKind.ROTATING);
    }

    public SignedIn signIn(EmailAddress email, SessionKind kind) {
        return useCases().sessions().signIn().signIn(credentials(email, PASSWORD, kind));
    }

    public SignedIn refresh(SignedIn before, SessionKind kind) {
        return useCases()
                .sessions()
                .refreshSession()
                .refresh(new RefreshSession.Command(before.refreshToken().orElseThrow(), kind, Device.UNKNOWN));
    }

    public Principal authenticate(SignedIn signedIn) {
        return useCases().sessions().authenticate().authenticate(signedIn.claims());
    }

    public Optional<User> stored(EmailAddress email) {
        return ports().transactions().outsideTenants(() -> ports().users().findByEmail(email));
    }
}
