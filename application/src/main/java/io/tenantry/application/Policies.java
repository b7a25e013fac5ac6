package io.tenantry.application;

import io.tenantry.domain.session.TokenPolicy;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.user.EmailVerification;

/**
 * What an installation decides for itself.
 *
 * @param baseDomain a tenant's first domain is {@code <slug>.<baseDomain>}; 202 characters at most, so that the longest slug
 *     fits before it
 */
public record Policies(TokenPolicy tokens, EmailVerification emailVerification, HostName baseDomain) {

    /** The lifetimes of {@link TokenPolicy#STANDARD}, verification as each contract has it, tenants under {@code localhost}. */
    public static final Policies STANDARD =
            new Policies(TokenPolicy.STANDARD, EmailVerification.CONTRACT, new HostName("localhost"));

    private static final int LONGEST_BASE_DOMAIN = 253 - 50 - 1;

    /** @throws IllegalArgumentException if the base domain is too long */
    public Policies {
        if (baseDomain.value().length() > LONGEST_BASE_DOMAIN) {
            throw new IllegalArgumentException("a base domain has " + LONGEST_BASE_DOMAIN + " characters at most");
        }
    }
}
