package io.tenantry.application;

import io.tenantry.domain.audit.Retention;
import io.tenantry.domain.session.TokenPolicy;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.user.EmailVerification;

/**
 * What an installation decides for itself.
 *
 * @param baseDomain a tenant's first domain is {@code <slug>.<baseDomain>}; 202 characters at most, so that the longest slug
 *     fits before it
 * @param rateLimits whether attempts are counted and throttled, and accounts locked
 */
public record Policies(
        TokenPolicy tokens,
        EmailVerification emailVerification,
        HostName baseDomain,
        boolean rateLimits,
        Retention retention) {

    /** The lifetimes of {@link TokenPolicy#STANDARD}, verification as each contract has it, tenants under {@code localhost}, rate limits on. */
    public static final Policies STANDARD = new Policies(
            TokenPolicy.STANDARD, EmailVerification.CONTRACT, new HostName("localhost"), true, Retention.STANDARD);

    private static final int LONGEST_BASE_DOMAIN = 253 - 50 - 1;

    /** @throws IllegalArgumentException if the base domain is too long */
    public Policies {
        if (baseDomain.value().length() > LONGEST_BASE_DOMAIN) {
            throw new IllegalArgumentException("a base domain has " + LONGEST_BASE_DOMAIN + " characters at most");
        }
    }

    public Policies withTokens(TokenPolicy other) {
        return new Policies(other, emailVerification, baseDomain, rateLimits, retention);
    }

    public Policies withEmailVerification(EmailVerification other) {
        return new Policies(tokens, other, baseDomain, rateLimits, retention);
    }

    /** @throws IllegalArgumentException if it is too long */
    public Policies withBaseDomain(HostName other) {
        return new Policies(tokens, emailVerification, other, rateLimits, retention);
    }

    public Policies withRateLimits(boolean on) {
        return new Policies(tokens, emailVerification, baseDomain, on, retention);
    }

    public Policies withRetention(Retention other) {
        return new Policies(tokens, emailVerification, baseDomain, rateLimits, other);
    }
}
