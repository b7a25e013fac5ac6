package io.tenantry.application.credential;

import static io.tenantry.application.AccountFixture.assertRefused;
import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.TenantName;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllowedPasswordsTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final AccountFixture account = new AccountFixture(tenantry);

    @Test
    void R6_2_12_a_breached_password_is_refused_at_register_change_and_reset() {
        tenantry.registerVerifiedUser(ADA);
        Principal ada = account.signedIn(ADA);
        tenantry.requestReset(ADA);
        SecretToken token = tenantry.mailed(MailKind.RESET_PASSWORD);

        tenantry.tenantry().breach(PASSWORD);

        refusedAsBreached(() -> tenantry.registerUser(TenantryFixture.GRACE));
        refusedAsBreached(() -> tenantry.registerCompany("Acme", TenantryFixture.GRACE));
        refusedAsBreached(() -> account.changePassword(ada, PASSWORD, PASSWORD));
        refusedAsBreached(() -> tenantry.resetPassword(token, PASSWORD));
    }

    @Test
    void what_breaks_a_rule_is_told_as_that_and_never_looked_up() {
        AllowedPasswords allowed = new AllowedPasswords(password -> {
            throw new AssertionError("looked up");
        });

        assertRefused(
                () -> allowed.require(new Password("\0\0\0\0\0\0\0\0"), ADA, List.of()),
                InvalidInput.PASSWORD,
                FieldProblem.ILLEGAL_CHARACTER);
        assertRefused(
                () -> allowed.require(
                        new Password("we are Initech!"),
                        ADA,
                        List.of(new TenantName("Acme"), new TenantName("Initech"))),
                InvalidInput.PASSWORD,
                FieldProblem.WEAK_PASSWORD);
    }

    @Test
    void a_password_that_breaks_no_rule_is_looked_up_once_as_it_was_typed() {
        StringBuilder lookedUp = new StringBuilder();
        AllowedPasswords allowed = new AllowedPasswords(password -> {
            lookedUp.append(password.value());
            return false;
        });

        allowed.require(new Password(" Blanks & CAPITALS "), ADA, List.of(new TenantName("Acme")));

        assertThat(lookedUp).hasToString(" Blanks & CAPITALS ");
    }

    private static void refusedAsBreached(Runnable work) {
        assertRefused(work::run, InvalidInput.PASSWORD, FieldProblem.BREACHED_PASSWORD);
    }
}
