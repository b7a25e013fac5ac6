package io.tenantry.application.credential;

import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.PasswordRules;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.EmailAddress;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds a password that is to be set against {@link PasswordRules}, wherever it comes from. */
public final class AllowedPasswords {

    private AllowedPasswords() {}

    /**
     * Lets an allowed password pass.
     *
     * @param tenants the names of the tenants that the user is in, or is registering with it
     * @throws InvalidInput if a rule is broken, under {@link InvalidInput#PASSWORD}
     */
    public static void require(Password password, EmailAddress email, Collection<TenantName> tenants) {
        Stream.concat(Stream.of(Optional.<TenantName>empty()), tenants.stream().map(Optional::of))
                .flatMap(tenant -> PasswordRules.problemWith(password, Optional.of(email), tenant).stream())
                .findFirst()
                .ifPresent(problem -> {
                    throw new InvalidInput(InvalidInput.PASSWORD, problem);
                });
    }
}
