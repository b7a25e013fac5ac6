package io.tenantry.application.session;

import io.tenantry.application.Later;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.MfaRequired;
import io.tenantry.domain.mfa.MfaChallenge;
import io.tenantry.domain.mfa.MfaMethod;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.TenantReference;
import io.tenantry.domain.user.User;
import java.util.Optional;
import java.util.Set;

/** What follows once somebody has shown who they are, by whatever means: the second factor is asked for, or a session opened. */
public final class SignInCompletion {

    /** What the caller wants of the session. */
    public record Wish(
            Optional<TenantReference> tenant,
            Optional<HostName> host,
            SessionKind kind,
            boolean rememberMe,
            Device device) {}

    /** What became of it: kept with the transaction, then told to the caller. */
    public sealed interface Outcome {

        /** @throws MfaRequired if the second factor is asked for */
        SignedIn orThrow();
    }

    /** A session was opened. */
    public record Opened(SignedIn signedIn) implements Outcome {
        @Override
        public SignedIn orThrow() {
            return signedIn;
        }
    }

    /** The second factor is asked for. */
    public record Challenged(SecretToken challenge, Set<MfaMethod> methods) implements Outcome {
        @Override
        public SignedIn orThrow() {
            throw new MfaRequired(challenge, methods);
        }
    }

    /**
     * After the first factor. Within a transaction in the scope of all tenants, in which the user's credential is held.
     *
     * @param by how they have shown who they are: a short word for the audit, such as {@code password}
     * @throws io.tenantry.domain.failure.EmailNotVerified if the address must be verified first
     * @throws io.tenantry.domain.failure.TenantNotActive if the tenant named, or every one of the user's, is not active
     * @throws io.tenantry.domain.failure.NotFound if the tenant named is not one of the user's
     */
    public Outcome afterFirstFactor(User user, CredentialVersion credential, Wish wish, String by) {
        Later.fail();
        return null;
    }

    /** After both factors at once; otherwise as {@link #afterFirstFactor}. */
    public SignedIn afterBothFactors(User user, Wish wish, String by) {
        Later.fail();
        return null;
    }

    /** After the second factor of a challenge, which is spent; in the tenant that was chosen, if it still can be. */
    public SignedIn afterSecondFactor(User user, MfaChallenge challenge, Device device, String by) {
        Later.fail();
        return null;
    }
}
