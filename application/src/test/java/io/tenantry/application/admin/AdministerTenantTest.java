package io.tenantry.application.admin;

import static io.tenantry.application.AccountFixture.BROWSER;
import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.admin.AdministerTenant;
import io.tenantry.domain.admin.SearchTenants;
import io.tenantry.domain.admin.SearchText;
import io.tenantry.domain.admin.SearchUsers;
import io.tenantry.domain.admin.TenantSummary;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.NotRestorable;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailDetail;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.Plan;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What operators do with tenants. */
class AdministerTenantTest {

    private final OperatorFixture fixture = new OperatorFixture();
    private final TenantryFixture tenantry = fixture.tenantry;
    private final Tenant acme = tenantry.registerCompany("Acme", ADA).tenant();

    @Test
    void a_tenant_is_found_with_its_domain_and_its_members() {
        tenantry.registerCompany("Beta", GRACE);
        tenantry.join(tenantry.stored(GRACE).orElseThrow(), acme, Role.MEMBER);

        assertThat(fixture.admin()
                        .searchTenants()
                        .search(new SearchTenants.Command(
                                fixture.olga,
                                SearchText.of("ACM"),
                                Optional.of(TenantStatus.ACTIVE),
                                PageRequest.FIRST,
                                BROWSER))
                        .items())
                .containsExactly(new TenantSummary(acme, new HostName("acme.localhost"), 2));
    }

    @Test
    void a_user_is_found_by_a_part_of_their_address() {
        assertThat(fixture.admin()
                        .searchUsers()
                        .search(new SearchUsers.Command(
                                fixture.olga, SearchText.of("exam ada"), PageRequest.FIRST, BROWSER))
                        .items())
                .extracting(User::email)
                .containsExactly(ADA);
    }

    @Test
    void R7_4_2_who_works_in_a_tenant_that_is_suspended_is_out_at_the_next_request() {
        SignedIn ada = tenantry.signIn(ADA);

        TenantSummary suspended = fixture.give(acme, TenantStatus.SUSPENDED);

        assertThat(suspended.tenant().status()).isEqualTo(TenantStatus.SUSPENDED);
        assertThatThrownBy(() -> tenantry.authenticate(ada)).isInstanceOf(Unauthenticated.class);
        assertThat(fixture.give(acme, TenantStatus.ACTIVE).tenant().isActive()).isTrue();
        assertThat(tenantry.authenticate(ada).tenant()).contains(acme.id());
    }

    @Test
    void terms_are_changed_and_what_is_not_named_stays() {
        tenantry.pass(Duration.ofMinutes(1));

        Tenant changed = terms(Optional.of(new Plan("PRO")), Optional.empty());
        Tenant again = terms(Optional.empty(), Optional.of(5L));

        assertThat(changed).isEqualTo(acme.on(new Plan("PRO"), acme.quotaLimit(), tenantry.now()));
        assertThat(again).isEqualTo(acme.on(new Plan("PRO"), 5, tenantry.now()));
        assertThat(fixture.account.audited(AuditAction.TENANT_TERMS_CHANGED))
                .filteredOn(event -> event.tenant().isPresent())
                .extracting(event -> event.data())
                .containsExactly(
                        Map.of("plan", "PRO", "quota_limit", "10000"), Map.of("plan", "PRO", "quota_limit", "5"));
    }

    @Test
    void of_a_larger_quota_owners_are_told_anew_and_not_of_a_smaller_one() {
        YearMonth month = YearMonth.of(2026, 12);
        assertThat(noted(month, 100)).isTrue();

        terms(Optional.empty(), Optional.of(acme.quotaLimit() - 1));
        assertThat(noted(month, 80)).isFalse();

        terms(Optional.empty(), Optional.of(acme.quotaLimit()));
        assertThat(noted(month, 80)).isTrue();
    }

    @Test
    void what_changes_nothing_is_not_noted() {
        terms(Optional.of(acme.plan()), Optional.of(acme.quotaLimit()));
        fixture.give(acme, TenantStatus.ACTIVE);

        assertThat(fixture.account.audited(AuditAction.TENANT_TERMS_CHANGED)).isEmpty();
        assertThat(fixture.account.audited(AuditAction.TENANT_STATUS_CHANGED)).isEmpty();
    }

    @Test
    void a_closed_tenant_is_restored_and_its_owners_hear_of_it() {
        close();

        TenantSummary restored = fixture.admin().restoreTenant().restore(fixture.olga, acme.id(), BROWSER);

        assertThat(restored.tenant().isActive()).isTrue();
        assertThat(restored.tenant().isClosed()).isFalse();
        assertOwnersHearOfIt();
    }

    @Test
    void a_closed_tenant_that_is_made_active_is_restored() {
        close();

        assertThat(fixture.give(acme, TenantStatus.ACTIVE).tenant().isClosed()).isFalse();

        assertOwnersHearOfIt();
        assertThat(fixture.account.audited(AuditAction.TENANT_RESTORED)).hasSize(2);
        assertThat(fixture.account.audited(AuditAction.TENANT_STATUS_CHANGED)).isEmpty();
    }

    @Test
    void a_closed_tenant_that_is_suspended_stays_due_to_be_removed() {
        close();

        assertThat(fixture.give(acme, TenantStatus.SUSPENDED).tenant().isClosed())
                .isTrue();
    }

    @Test
    void what_was_not_closed_or_has_no_owner_left_is_not_restored() {
        assertThatThrownBy(() -> fixture.admin().restoreTenant().restore(fixture.olga, acme.id(), BROWSER))
                .isInstanceOf(NotRestorable.class);
        close();
        fixture.account.delete(fixture.account.signedInWithoutTenant(ADA));

        assertThatThrownBy(() -> fixture.admin().restoreTenant().restore(fixture.olga, acme.id(), BROWSER))
                .isInstanceOf(NotRestorable.class);
        assertThatThrownBy(() -> fixture.give(acme, TenantStatus.ACTIVE)).isInstanceOf(NotRestorable.class);
    }

    @Test
    void a_tenant_that_there_is_not_is_not_found() {
        TenantId unknown = TenantFixture.aTenant().id();

        assertThatThrownBy(() -> fixture.admin().restoreTenant().restore(fixture.olga, unknown, BROWSER))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.admin()
                        .administerTenant()
                        .change(new AdministerTenant.Command(
                                fixture.olga, unknown, Optional.empty(), Optional.empty(), Optional.empty(), BROWSER)))
                .isInstanceOf(NotFound.class);
    }

    private boolean noted(YearMonth month, int percent) {
        DrivenPorts ports = tenantry.ports();
        return ports.transactions()
                .inTenant(acme.id(), () -> ports.apiKeys().quotaNotices().note(acme.id(), month, percent));
    }

    private Tenant terms(Optional<Plan> plan, Optional<Long> quota) {
        return fixture.admin()
                .administerTenant()
                .change(new AdministerTenant.Command(fixture.olga, acme.id(), Optional.empty(), plan, quota, BROWSER))
                .tenant();
    }

    private void assertOwnersHearOfIt() {
        assertThat(fixture.account.mailed(MailKind.TENANT_RESTORED))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.to().email()).isEqualTo(ADA);
                    assertThat(mail.details()).isEqualTo(Map.of(MailDetail.TENANT, "Acme"));
                    assertThat(mail).extracting(Mail::token).isEqualTo(Optional.empty());
                });
    }

    private void close() {
        tenantry.ports().transactions().inTenant(acme.id(), () -> {
            tenantry.ports().tenants().update(acme.closed(tenantry.now()));
            return acme;
        });
    }
}
