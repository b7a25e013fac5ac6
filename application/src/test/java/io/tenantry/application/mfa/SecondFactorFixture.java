package io.tenantry.application.mfa;

import static io.tenantry.application.TenantryFixture.PASSWORD;

import io.tenantry.application.TenantryFixture;
import io.tenantry.application.inmemory.InMemoryAuthenticator;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.MfaRequired;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mfa.ConfirmTotp;
import io.tenantry.domain.mfa.Factors;
import io.tenantry.domain.mfa.MfaUseCases;
import io.tenantry.domain.mfa.PassSecondFactor;
import io.tenantry.domain.mfa.RecoveryCode;
import io.tenantry.domain.mfa.StartTotp;
import io.tenantry.domain.mfa.TotpSecret;
import io.tenantry.domain.passkey.FinishPasskeyRegistration;
import io.tenantry.domain.passkey.StartPasskeyRegistration;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The short words in which tests speak of second factors. */
public final class SecondFactorFixture {

    /** One that has an address, so that guesses are counted by it. */
    public static final Device PHONE = new Device(Optional.of("192.0.2.7"), Optional.of("Phone/1.0"));

    /** How long a code is shown. */
    public static final Duration STEP = Duration.ofSeconds(30);

    private final TenantryFixture tenantry;

    public SecondFactorFixture(TenantryFixture tenantry) {
        this.tenantry = tenantry;
    }

    /** A user's code generator, their recovery codes, and the session in which they were set up. */
    public record Enrolled(Principal by, TotpSecret secret, List<RecoveryCode> codes) {}

    public MfaUseCases mfa() {
        return tenantry.useCases().mfa();
    }

    /** Somebody signed in, who may sign in without a second step. */
    public Principal newcomer(EmailAddress email) {
        tenantry.registerVerifiedUser(email);
        return tenantry.authenticate(tenantry.signIn(email));
    }

    /** A new user with a code generator, whose code of the step after this one is the next that is accepted. */
    public Enrolled enrolled(EmailAddress email) {
        return enroll(newcomer(email));
    }

    public Enrolled enroll(Principal by) {
        TotpSecret secret = start(by);
        return new Enrolled(by, secret, confirm(by, code(secret)));
    }

    public TotpSecret start(Principal by) {
        return mfa().startTotp()
                .start(new StartTotp.Command(by, Optional.of(PASSWORD), Device.UNKNOWN))
                .secret();
    }

    public List<RecoveryCode> confirm(Principal by, String code) {
        return mfa().confirmTotp().confirm(new ConfirmTotp.Command(by, code, PHONE));
    }

    /** What the generator shows now. */
    public String code(TotpSecret secret) {
        return tenantry.tenantry().totpCode(secret);
    }

    /** What the generator shows next, once it does. */
    public String nextCode(TotpSecret secret) {
        tenantry.pass(STEP);
        return code(secret);
    }

    /** A code that the generator shows neither now nor in the steps around it. */
    public String wrongCode(TotpSecret secret) {
        int wrong = (Integer.parseInt(code(secret)) + 500_000) % 1_000_000;
        return "%06d".formatted(wrong);
    }

    /** The first step of a sign-in, which is asked for its second. */
    public MfaRequired firstStep(EmailAddress email) {
        return challenged(() -> tenantry.signIn(email));
    }

    public static MfaRequired challenged(Supplier<SignedIn> signIn) {
        SignedIn signedIn;
        try {
            signedIn = signIn.get();
        } catch (MfaRequired asked) {
            return asked;
        }
        throw new AssertionError("signed in with one factor: " + signedIn.claims());
    }

    public SecretToken challenge(EmailAddress email) {
        return firstStep(email).challenge();
    }

    public SignedIn pass(SecretToken challenge, String code) {
        return mfa().passSecondFactor().pass(new PassSecondFactor.Command(challenge, code, PHONE));
    }

    /** The user's passkey, added in this session. */
    public FinishPasskeyRegistration.Added addPasskey(Principal by, InMemoryAuthenticator authenticator, String name) {
        return addPasskey(by, authenticator, name, Optional.empty());
    }

    /** The same for who has a code generator. */
    public FinishPasskeyRegistration.Added addPasskey(
            Principal by, InMemoryAuthenticator authenticator, String name, Optional<String> code) {
        StartPasskeyRegistration.Started started = tenantry.useCases()
                .passkeys()
                .startPasskeyRegistration()
                .start(new StartPasskeyRegistration.Command(by, Optional.of(PASSWORD), code, PHONE));
        String answer = authenticator.register(started.options());
        return tenantry.useCases()
                .passkeys()
                .finishPasskeyRegistration()
                .finish(new FinishPasskeyRegistration.Command(by, started.ceremony(), answer, name, PHONE));
    }

    public Factors factors(UserId user) {
        return tenantry.ports().identities().of(user).orElseThrow().factors();
    }

    public boolean isLive(Principal by) {
        return session(by).isLiveAt(tenantry.now());
    }

    public Session session(Principal by) {
        return tenantry.ports().identities().session(by.session()).orElseThrow();
    }

    /** Keeps the user from signing in. */
    public void disable(UserId user) {
        change(user, before -> before.disabled(true, tenantry.now()));
    }

    /** Makes the user an operator of the installation. */
    public void appoint(UserId user) {
        change(user, before -> before.appointed(true, tenantry.now()));
    }

    /** A state that no use case brings about: a user of whose address it is not known any more that it is theirs. */
    public void forgetVerification(UserId user) {
        change(
                user,
                before -> new User(
                        before.id(),
                        before.email(),
                        before.name(),
                        Optional.empty(),
                        before.verifyBeforeSignIn(),
                        before.operator(),
                        before.createdAt(),
                        before.updatedAt()));
    }

    private void change(UserId user, UnaryOperator<User> change) {
        tenantry.ports().transactions().outsideTenants(() -> {
            User changed = change.apply(tenantry.ports().users().find(user).orElseThrow());
            tenantry.ports().users().update(changed);
            return changed;
        });
    }

    /** The notices that wait to be sent, the oldest first. */
    public List<MailKind> notices() {
        return tenantry.tenantry().deliverMail().stream().map(Mail::kind).toList();
    }

    /** The newest event of this kind. */
    public AuditEvent audited(AuditAction action) {
        return audit(action).reduce((older, newer) -> newer).orElseThrow();
    }

    public long timesAudited(AuditAction action, AuditEvent.Outcome outcome) {
        return audit(action).filter(event -> event.outcome() == outcome).count();
    }

    private Stream<AuditEvent> audit(AuditAction action) {
        return tenantry.tenantry().audit().stream().filter(event -> event.action() == action);
    }
}
