package io.tenantry.application.admin;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.Policies;
import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.admin.FoundTenant;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.AccountDisabled;
import io.tenantry.domain.failure.InvalidCredentials;
import io.tenantry.domain.failure.SlugTaken;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.Signup;
import io.tenantry.domain.user.User;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The way in where registration is closed. */
class FoundTenantTest {

    private final TenantryFixture tenantry = new TenantryFixture(Policies.STANDARD.withSignup(Signup.OPERATOR));
    private final AccountFixture account = new AccountFixture(tenantry);

    @Test
    void an_owner_without_an_account_gets_one_and_a_mail_by_which_they_set_a_password() {
        FoundTenant.Founded founded = found(Optional.empty());

        assertThat(founded.newcomer()).isTrue();
        assertThat(founded.domain()).isEqualTo(new HostName("acme.localhost"));
        assertThat(founded.owner().emailVerified()).isFalse();
        assertThatThrownBy(() -> tenantry.signIn(ADA)).isInstanceOf(InvalidCredentials.class);

        tenantry.resetPassword(tenantry.mailed(MailKind.RESET_PASSWORD), PASSWORD);

        SignedIn signedIn = tenantry.signIn(ADA);
        assertThat(signedIn.user().emailVerified()).isTrue();
        assertThat(signedIn.claims().tenant()).contains(founded.tenant().id());
        assertThat(signedIn.claims().role()).contains(Role.OWNER);
    }

    @Test
    void an_owner_with_an_account_owns_one_more_tenant_and_gets_no_mail() {
        User ada = found(Optional.empty()).owner();
        tenantry.tenantry().deliverMail();

        FoundTenant.Founded second = found(Optional.empty());

        assertThat(second.newcomer()).isFalse();
        assertThat(second.owner()).isEqualTo(ada);
        assertThat(second.tenant().slug().value()).startsWith("acme-");
        assertThat(tenantry.tenantry().deliverMail()).isEmpty();
    }

    @Test
    void a_slug_that_was_asked_for_and_is_taken_makes_neither_tenant_nor_owner() {
        registerElsewhere();

        assertThatThrownBy(() -> found(Optional.of(new Slug("acme")))).isInstanceOf(SlugTaken.class);

        assertThat(tenantry.stored(ADA)).isEmpty();
        assertThat(account.mailed(MailKind.RESET_PASSWORD)).isEmpty();
    }

    @Test
    void nothing_is_founded_for_who_is_disabled() {
        User ada = found(Optional.empty()).owner();
        tenantry.ports().transactions().outsideTenants(() -> {
            tenantry.ports().users().update(ada.disabled(true, tenantry.now()));
            return ada;
        });

        assertThatThrownBy(() -> found(Optional.empty())).isInstanceOf(AccountDisabled.class);
    }

    @Test
    void R16_3_1_it_is_in_the_audit_as_a_command_of_the_operators() {
        FoundTenant.Founded founded = found(Optional.empty());

        assertThat(account.audited(AuditAction.TENANT_CREATED)).singleElement().satisfies(event -> {
            assertThat(event.actor()).isEqualTo(Actor.SYSTEM);
            assertThat(event.tenant()).contains(founded.tenant());
            assertThat(event.subject()).contains(founded.owner().id());
        });
        assertThat(account.audited(AuditAction.ACCOUNT_REGISTERED)).hasSize(1);
    }

    private FoundTenant.Founded found(Optional<Slug> slug) {
        return tenantry.useCases()
                .admin()
                .foundTenant()
                .found(new FoundTenant.Command(new TenantName("Acme"), slug, ADA));
    }

    private void registerElsewhere() {
        tenantry.useCases()
                .admin()
                .foundTenant()
                .found(new FoundTenant.Command(new TenantName("Acme"), Optional.empty(), TenantryFixture.GRACE));
        tenantry.tenantry().deliverMail();
    }
}
