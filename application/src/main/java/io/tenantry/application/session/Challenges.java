package io.tenantry.application.session;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.mfa.Factors;
import io.tenantry.domain.mfa.MfaChallenge;
import io.tenantry.domain.mfa.MfaChallenges;
import io.tenantry.domain.mfa.MfaMethod;
import io.tenantry.domain.user.User;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Asks for the second factor. */
final class Challenges {

    private final MfaChallenges challenges;
    private final InstantSource clock;
    private final RandomGenerator random;

    Challenges(DrivenPorts ports, InstantSource clock, RandomGenerator random) {
        this.challenges = ports.mfaChallenges();
        this.clock = clock;
        this.random = random;
    }

    /** Keeps all that the second step needs to know of the first. */
    SecretToken open(
            User user, CredentialVersion credential, Optional<TenantMembership> tenant, SignInCompletion.Wish wish) {
        SecretToken token = SecretToken.generate(random);
        challenges.open(new MfaChallenge(
                token.digest(),
                user.id(),
                credential,
                wish.kind(),
                tenant.map(in -> in.tenant().id()),
                wish.rememberMe(),
                MfaChallenge.TRIES,
                clock.instant().plus(MfaChallenge.LIFETIME)));
        return token;
    }

    /** By what it may be answered. */
    static Set<MfaMethod> methods(Factors factors) {
        Set<MfaMethod> methods = EnumSet.noneOf(MfaMethod.class);
        if (factors.totp()) {
            methods.add(MfaMethod.TOTP);
        }
        if (factors.passkeys() > 0) {
            methods.add(MfaMethod.PASSKEY);
        }
        if (factors.recoveryCodesLeft() > 0) {
            methods.add(MfaMethod.RECOVERY_CODE);
        }
        return methods;
    }

    void remove(MfaChallenge challenge) {
        challenges.remove(challenge.digest());
    }
}
