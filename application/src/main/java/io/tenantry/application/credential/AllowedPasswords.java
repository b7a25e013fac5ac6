package io.tenantry.application.credential;

import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.PasswordRules;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.EmailAddress;
import java.util.Optional;

/** Holds a password that is to be set against {@link PasswordRules}, wherever it comes from. */
public final class AllowedPasswords {

    private AllowedPasswords() {}

    /**
     * Lets an allowed password pass.
     *
     * @param tenant the name of the tenant that is being registered with it, if any
     * @throws InvalidInput if a rule is broken, under {@link InvalidInput#PASSWORD}
     */
    public static void require(Password password, EmailAddress email, Optional<TenantName> tenant) {
        PasswordRules.problemWith(password, Optional.of(email), tenant).ifPresent(problem -> {
            throw new InvalidInput(InvalidInput.PASSWORD, problem);
        });
    }
}
