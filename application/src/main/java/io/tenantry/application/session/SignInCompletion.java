package io.tenantry.application.session;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.application.audit.AuditTrail;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.AccountDisabled;
import io.tenantry.domain.failure.DomainFailure;
import io.tenantry.domain.failure.EmailNotVerified;
import io.tenantry.domain.failure.MfaRequired;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.TenantNotActive;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.mfa.Factors;
import io.tenantry.domain.mfa.MfaChallenge;
import io.tenantry.domain.mfa.MfaMethod;
import io.tenantry.domain.mfa.SecondFactors;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.Domain;
import io.tenantry.domain.tenant.Domains;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantReference;
import io.tenantry.domain.user.EmailVerification;
import io.tenantry.domain.user.User;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What follows once somebody has shown who they are, by whatever means: the second factor is asked for, or a session opened.
 *
 * <p>Called within a transaction in the scope of all tenants, in which the user's credential is held. What became of it is
 * returned, refusals too, so that they are kept in the audit: commit first, then call {@link Outcome#orThrow()}.
 */
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

        /**
         * @throws AccountDisabled if an operator has disabled the account
         * @throws MfaRequired if the second factor is asked for
         * @throws EmailNotVerified if the address must be verified first
         * @throws TenantNotActive if the tenant named or chosen, or every one of the user's, is not active
         * @throws NotFound if the tenant named is not one of the user's
         */
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

    /** They are who they say, and may not come in all the same. */
    public record Refused(DomainFailure failure) implements Outcome {
        @Override
        public SignedIn orThrow() {
            throw failure;
        }
    }

    private final Memberships memberships;
    private final Domains domains;
    private final SecondFactors secondFactors;
    private final Challenges challenges;
    private final EmailVerification verification;
    private final SessionOpening opening;
    private final AuditTrail trail;
    private final InstantSource clock;

    /** @param random must be cryptographically strong */
    public SignInCompletion(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.memberships = ports.memberships();
        this.domains = ports.domains();
        this.secondFactors = ports.secondFactors();
        this.challenges = new Challenges(ports, clock, random);
        this.verification = policies.emailVerification();
        this.opening = new SessionOpening(ports, policies, clock, random);
        this.trail = new AuditTrail(ports, clock, random);
        this.clock = clock;
    }

    /**
     * After the first factor.
     *
     * @param by how they have shown who they are: a short word for the audit, such as {@code password}
     */
    public Outcome afterFirstFactor(User user, CredentialVersion credential, Wish wish, String by) {
        return unlessRefused(user, wish.device(), () -> {
            Optional<TenantMembership> tenant = admitted(user, wish);
            Factors factors = secondFactors.of(user.id());
            if (!factors.any()) {
                return open(user, tenant, wish, false, by);
            }
            trail.done(AuditAction.MFA_ASKED, user.id(), wish.device(), Map.of("by", by));
            return new Challenged(challenges.open(user, credential, tenant, wish), Challenges.methods(factors));
        });
    }

    /** After both factors at once. */
    public Outcome afterBothFactors(User user, Wish wish, String by) {
        return unlessRefused(user, wish.device(), () -> open(user, admitted(user, wish), wish, true, by));
    }

    /** After the second factor of a challenge, which is removed; in the tenant that was chosen, if it still can be. */
    public Outcome afterSecondFactor(User user, MfaChallenge challenge, Device device, String by) {
        challenges.remove(challenge);
        Wish wish = new Wish(Optional.empty(), Optional.empty(), challenge.kind(), challenge.rememberMe(), device);
        return unlessRefused(user, device, () -> open(user, stillServing(user, challenge), wish, true, by));
    }

    private Outcome unlessRefused(User user, Device device, Supplier<Outcome> work) {
        try {
            requireEnabled(user);
            return work.get();
        } catch (AccountDisabled | EmailNotVerified | TenantNotActive | NotFound refusal) {
            trail.refusedTo(user.id(), AuditAction.SIGN_IN, device, refusal.code());
            return new Refused(refusal);
        }
    }

    private static void requireEnabled(User user) {
        if (user.disabled()) {
            throw new AccountDisabled();
        }
    }

    private Optional<TenantMembership> admitted(User user, Wish wish) {
        if (verification.refuses(user)) {
            throw new EmailNotVerified();
        }
        List<TenantMembership> of = memberships.of(user.id());
        if (wish.tenant().isPresent()) {
            return Optional.of(TenantChoice.named(wish.tenant().get(), of));
        }
        return TenantChoice.hinted(called(wish, of), of);
    }

    /** By which tenant's name the server was called: not asked where there is nothing to choose. */
    private Optional<TenantId> called(Wish wish, List<TenantMembership> of) {
        return wish.host().filter(host -> of.size() > 1).flatMap(domains::find).map(Domain::tenant);
    }

    private Optional<TenantMembership> stillServing(User user, MfaChallenge challenge) {
        if (challenge.tenant().isEmpty()) {
            return Optional.empty();
        }
        return memberships.of(user.id()).stream()
                .filter(in ->
                        challenge.tenant().filter(in.tenant().id()::equals).isPresent())
                .filter(in -> in.tenant().isActive())
                .findFirst()
                .map(Optional::of)
                .orElseThrow(TenantNotActive::new);
    }

    private Outcome open(User user, Optional<TenantMembership> tenant, Wish wish, boolean secondFactor, String by) {
        tenant.ifPresent(in -> memberships.used(in.tenant().id(), user.id(), clock.instant()));
        SessionOpening.Terms terms =
                new SessionOpening.Terms(wish.kind(), wish.rememberMe(), secondFactor, wish.device(), by);
        return new Opened(opening.open(user, tenant, terms));
    }
}
