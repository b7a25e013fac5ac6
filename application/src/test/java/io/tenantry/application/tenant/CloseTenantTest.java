package io.tenantry.application.tenant;

import static io.tenantry.application.AccountFixture.WRONG_PASSWORD;
import static io.tenantry.application.AccountFixture.assertRefused;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static io.tenantry.application.tenant.TenancyFixture.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.NotRestorable;
import io.tenantry.domain.failure.TenantNotActive;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.CloseTenant;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CloseTenantTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final TenancyFixture tenancy = new TenancyFixture(tenantry);
    private final Tenant acme = tenancy.company("Acme");
    private final Principal owner = tenancy.ownerOf(acme);

    @Test
    void a_closed_tenant_is_inactive_at_once_and_removed_after_seven_days() {
        close();

        Tenant closed = tenancy.stored(acme);
        assertThat(closed.status()).isEqualTo(TenantStatus.INACTIVE);
        assertThat(closed.removedAfter()).contains(tenantry.now().plus(Duration.ofDays(7)));
        assertThatThrownBy(() -> tenantry.useCases().tenants().readTenant().read(owner, acme.id()))
                .isInstanceOf(TenantNotActive.class);
        assertThatThrownBy(() -> close()).isInstanceOf(TenantNotActive.class);
    }

    @Test
    void R7_4_2_nobody_gets_in_any_more() {
        SignedIn signedIn = tenantry.signIn(acme.contactEmail());

        close();

        assertThatThrownBy(() -> tenantry.authenticate(signedIn)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> tenantry.signIn(acme.contactEmail())).isInstanceOf(TenantNotActive.class);
        assertThatThrownBy(() -> tenantry.refresh(signedIn, SessionKind.ROTATING))
                .isInstanceOf(TenantNotActive.class);
    }

    @Test
    void all_owners_are_told_and_nobody_else_and_it_is_in_the_audit() {
        User second = tenancy.join(acme, Role.OWNER);
        tenancy.join(acme, Role.ADMIN);

        close();

        assertThat(tenancy.mailed(MailKind.TENANT_CLOSED))
                .allSatisfy(mail -> assertThat(mail.details())
                        .isEqualTo(Map.of(
                                MailDetail.TENANT,
                                "Acme",
                                MailDetail.UNTIL,
                                tenantry.now().plus(Duration.ofDays(7)).toString())))
                .extracting(mail -> mail.to().email())
                .containsExactly(acme.contactEmail(), second.email());
        assertThat(tenancy.audited(AuditAction.TENANT_CLOSED)).singleElement().satisfies(event -> {
            assertThat(event.actor()).isEqualTo(Actor.user(owner.user()));
            assertThat(event.target())
                    .contains(new Target(Target.Type.TENANT, acme.id().toString()));
            assertThat(event.device()).isEqualTo(OFFICE);
        });
    }

    @Test
    void R7_5_1_the_password_is_asked_for_again_and_the_slug_must_be_typed() {
        assertRefused(() -> close(Optional.empty(), "acme"), InvalidInput.PASSWORD, FieldProblem.REQUIRED);
        assertRefused(
                () -> close(Optional.of(WRONG_PASSWORD), "acme"), InvalidInput.PASSWORD, FieldProblem.WRONG_PASSWORD);
        assertRefused(() -> close(Optional.of(PASSWORD), "acme "), InvalidInput.SLUG, FieldProblem.MISMATCH);
        assertRefused(() -> close(Optional.of(PASSWORD), ""), InvalidInput.SLUG, FieldProblem.MISMATCH);

        assertThat(tenancy.stored(acme)).isEqualTo(acme);
        assertThat(tenancy.mailed(MailKind.TENANT_CLOSED)).isEmpty();
    }

    @Test
    void R6_3_1_wrong_passwords_count_towards_the_lock() {
        for (int guess = 0; guess < 10; guess++) {
            assertThatThrownBy(() -> close(Optional.of(WRONG_PASSWORD), "acme")).isInstanceOf(InvalidInput.class);
        }

        assertThatThrownBy(() -> close(Optional.of(PASSWORD), "acme")).isInstanceOf(Throttled.class);
    }

    @Test
    void an_operators_command_restores_it_and_its_owners_are_told() {
        SignedIn signedIn = tenantry.signIn(acme.contactEmail());
        close();
        tenantry.pass(Duration.ofMinutes(30));

        Tenant restored = tenantry.change(acme, TenantStatus.ACTIVE);

        assertThat(restored).isEqualTo(acme.withStatus(TenantStatus.ACTIVE, tenantry.now()));
        assertThat(tenancy.stored(acme)).isEqualTo(restored);
        assertThat(tenantry.authenticate(signedIn).tenant()).contains(acme.id());
        assertThat(tenancy.mailed(MailKind.TENANT_RESTORED))
                .singleElement()
                .satisfies(mail -> assertThat(mail.to().email()).isEqualTo(acme.contactEmail()));
        assertThat(tenancy.audited(AuditAction.TENANT_RESTORED))
                .extracting(AuditEvent::tenant)
                .containsExactly(Optional.of(restored));
        assertThat(tenancy.audited(AuditAction.TENANT_STATUS_CHANGED)).isEmpty();
    }

    @Test
    void a_closed_tenant_that_is_suspended_stays_closed() {
        close();
        Optional<Instant> end = tenancy.stored(acme).removedAfter();

        tenantry.change(acme, TenantStatus.SUSPENDED);

        assertThat(tenancy.stored(acme).removedAfter()).isPresent().isEqualTo(end);
        assertThat(tenantry.change(acme, TenantStatus.ACTIVE).removedAfter()).isEmpty();
    }

    @Test
    void the_owner_of_a_closed_tenant_may_delete_their_account_and_then_nobody_restores_it() {
        User second = tenancy.join(tenancy.company("Beta"), Role.MEMBER);
        tenantry.join(second, acme, Role.OWNER);
        Principal elsewhere = tenancy.signedIn(second);
        tenancy.close(elsewhere, acme);

        new AccountFixture(tenantry).delete(owner);
        assertThat(tenantry.change(acme, TenantStatus.SUSPENDED).isClosed()).isTrue();
        new AccountFixture(tenantry).delete(elsewhere);

        assertThatThrownBy(() -> tenantry.change(acme, TenantStatus.ACTIVE)).isInstanceOf(NotRestorable.class);
        assertThat(tenancy.stored(acme).isClosed()).isTrue();
    }

    private void close() {
        tenancy.close(owner, acme);
    }

    private void close(Optional<Password> password, String slug) {
        tenantry.useCases()
                .tenants()
                .closeTenant()
                .close(new CloseTenant.Command(owner, acme.id(), password, slug, OFFICE));
    }
}
