package io.tenantry.application.credential;

import io.tenantry.domain.credential.BreachedPasswords;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.PasswordRules;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.EmailAddress;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds a password that is to be set against {@link PasswordRules} and known breaches, wherever it comes from. */
public final class AllowedPasswords {

    private final BreachedPasswords breached;

    public AllowedPasswords(BreachedPasswords breached) {
        this.breached = breached;
    }

    /**
     * Lets an allowed password pass. Outside of transactions: breaches may be looked up in a file.
     *
     * @param tenants the names of the tenants that the user is in, or is registering with it
     * @throws InvalidInput if a rule is broken, under {@link InvalidInput#PASSWORD}
     */
    public void require(Password password, EmailAddress email, Collection<TenantName> tenants) {
        brokenRule(password, email, tenants).or(() -> breach(password)).ifPresent(problem -> {
            throw new InvalidInput(InvalidInput.PASSWORD, problem);
        });
    }

    private static Optional<FieldProblem> brokenRule(
            Password password, EmailAddress email, Collection<TenantName> tenants) {
        return Stream.concat(
                        Stream.of(Optional.<TenantName>empty()),
                        tenants.stream().map(Optional::of))
                .flatMap(tenant -> PasswordRules.problemWith(password, Optional.of(email), tenant).stream())
                .findFirst();
    }

    private Optional<FieldProblem> breach(Password password) {
        return breached.contains(password) ? Optional.of(FieldProblem.BREACHED_PASSWORD) : Optional.empty();
    }
}
