package io.tenantry.application;

import io.tenantry.domain.audit.Retention;
import io.tenantry.domain.session.TokenPolicy;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.user.EmailVerification;
import io.tenantry.domain.user.Signup;
import java.time.Duration;

/**
 * What an installation decides for itself.
 *
 * @param baseDomain a tenant's first domain is {@code <slug>.<baseDomain>}; 202 characters at most, so that the longest slug
 *     fits before it
 * @param signup who may register
 * @param unverifiedTenants how long a tenant is kept of whose members none has verified an address; 30 days by default
 * @param rateLimits whether attempts are counted and throttled, and accounts locked
 */
public record Policies(
        TokenPolicy tokens,
        EmailVerification emailVerification,
        HostName baseDomain,
        boolean rateLimits,
        Retention retention,
        Signup signup,
        Duration unverifiedTenants) {

    /** The lifetimes of {@link TokenPolicy#STANDARD}, verification as each contract has it, tenants under {@code localhost}, rate limits on. */
    public static final Policies STANDARD = new Policies(
            TokenPolicy.STANDARD,
            EmailVerification.CONTRACT,
            new HostName("localhost"),
            true,
            Retention.STANDARD,
            Signup.OPEN,
            Duration.ofDays(30));

    private static final int LONGEST_BASE_DOMAIN = 253 - 50 - 1;

    /** @throws IllegalArgumentException if the base domain is too long, or a time not positive */
    public Policies {
        if (baseDomain.value().length() > LONGEST_BASE_DOMAIN) {
            throw new IllegalArgumentException("a base domain has " + LONGEST_BASE_DOMAIN + " characters at most");
        }
        if (unverifiedTenants.isNegative() || unverifiedTenants.isZero()) {
            throw new IllegalArgumentException("tenants are kept for some time");
        }
    }

    public Policies withTokens(TokenPolicy other) {
        return new Policies(other, emailVerification, baseDomain, rateLimits, retention, signup, unverifiedTenants);
    }

    public Policies withEmailVerification(EmailVerification other) {
        return new Policies(tokens, other, baseDomain, rateLimits, retention, signup, unverifiedTenants);
    }

    /** @throws IllegalArgumentException if it is too long */
    public Policies withBaseDomain(HostName other) {
        return new Policies(tokens, emailVerification, other, rateLimits, retention, signup, unverifiedTenants);
    }

    public Policies withRateLimits(boolean on) {
        return new Policies(tokens, emailVerification, baseDomain, on, retention, signup, unverifiedTenants);
    }

    public Policies withRetention(Retention other) {
        return new Policies(tokens, emailVerification, baseDomain, rateLimits, other, signup, unverifiedTenants);
    }

    public Policies withSignup(Signup other) {
        return new Policies(tokens, emailVerification, baseDomain, rateLimits, retention, other, unverifiedTenants);
    }

    /** @throws IllegalArgumentException if it is not positive */
    public Policies withUnverifiedTenants(Duration other) {
        return new Policies(tokens, emailVerification, baseDomain, rateLimits, retention, signup, other);
    }
}
