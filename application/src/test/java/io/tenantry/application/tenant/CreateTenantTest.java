package io.tenantry.application.tenant;

import static io.tenantry.application.tenant.TenancyFixture.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.InParallel;
import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.Target;
import io.tenantry.domain.failure.EmailNotVerified;
import io.tenantry.domain.failure.SlugTaken;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.EndSession.Own;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.CreateTenant;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantDetails;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.User;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CreateTenantTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final TenancyFixture tenancy = new TenancyFixture(tenantry);
    private final User ada = tenantry.registerVerifiedUser(TenantryFixture.ADA);
    private final Principal by = tenancy.signedIn(ada);

    @Test
    void whoever_makes_a_tenant_owns_it_and_is_whom_it_is_reached_by() {
        TenantDetails created = create("Acme & Co", Optional.empty());

        assertThat(created.role()).isEqualTo(Role.OWNER);
        assertThat(created.domain()).isEqualTo(new HostName("acme-co.localhost"));
        assertThat(created.tenant().contactEmail()).isEqualTo(ada.email());
        assertThat(tenancy.find(created.tenant().id())).contains(created.tenant());
        assertThat(tenancy.roleOf(by, created.tenant())).contains(Role.OWNER);
        assertThat(tenantry.useCases()
                        .tenants()
                        .readTenant()
                        .read(by, created.tenant().id()))
                .isEqualTo(created);
    }

    @Test
    void it_is_noted_in_the_new_tenants_audit() {
        Tenant created = create("Acme", Optional.empty()).tenant();

        assertThat(tenancy.audited(AuditAction.TENANT_CREATED)).singleElement().satisfies(event -> {
            assertThat(event.tenant()).contains(created);
            assertThat(event.actor()).isEqualTo(Actor.user(ada.id()));
            assertThat(event.target())
                    .contains(new Target(Target.Type.TENANT, created.id().toString()));
            assertThat(event.device()).isEqualTo(OFFICE);
        });
    }

    @Test
    void a_slug_that_was_asked_for_is_had_or_refused_and_one_made_from_the_name_is_varied() {
        Slug slug = new Slug("acme");

        assertThat(create("First", Optional.of(slug)).tenant().slug()).isEqualTo(slug);
        assertThatThrownBy(() -> create("Second", Optional.of(slug))).isInstanceOf(SlugTaken.class);
        assertThat(create("Acme", Optional.empty()).tenant().slug().value()).startsWith("acme-");
        assertThat(tenantry.useCases().tenants().listOwnTenants().list(by)).hasSize(2);
    }

    @Test
    void who_has_not_verified_their_address_makes_none() {
        User grace = tenantry.registerCompany("Beta", TenantryFixture.GRACE).owner();
        Principal unverified = tenancy.signedIn(grace);

        assertThatThrownBy(() -> create(unverified, "Gamma", Optional.empty())).isInstanceOf(EmailNotVerified.class);

        assertThat(tenantry.useCases().tenants().listOwnTenants().list(unverified))
                .hasSize(1);
    }

    @Test
    void R7_4_1_whose_session_is_over_makes_none() {
        tenantry.useCases().sessions().endSession().end(new Own(by, OFFICE));

        assertThatThrownBy(() -> create("Acme", Optional.empty())).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void who_has_deleted_their_account_makes_none() {
        Principal other = tenancy.signedIn(ada);
        new AccountFixture(tenantry).delete(other);

        assertThatThrownBy(() -> create("Acme", Optional.empty())).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void nobody_makes_more_than_twenty_in_an_hour() {
        IntStream.range(0, 20).forEach(number -> create("Acme " + number, Optional.empty()));

        assertThatThrownBy(() -> create("One too many", Optional.empty())).isInstanceOf(Throttled.class);

        Principal another = tenancy.signedIn(tenantry.registerVerifiedUser(TenantryFixture.GRACE));
        assertThat(create(another, "Not theirs to wait for", Optional.empty()).role())
                .isEqualTo(Role.OWNER);
    }

    @Test
    void of_several_who_want_one_slug_at_once_one_gets_it_and_of_the_others_nothing_is_left() throws Exception {
        List<Object> outcomes = InParallel.outcomes(8, number -> create("Race", Optional.of(new Slug("race"))));

        assertThat(outcomes).filteredOn(TenantDetails.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(SlugTaken.class::isInstance).hasSize(7);
        assertThat(tenantry.useCases().tenants().listOwnTenants().list(by)).hasSize(1);
    }

    private TenantDetails create(String name, Optional<Slug> slug) {
        return create(by, name, slug);
    }

    private TenantDetails create(Principal caller, String name, Optional<Slug> slug) {
        return tenantry.useCases()
                .tenants()
                .createTenant()
                .create(new CreateTenant.Command(caller, new TenantName(name), slug, OFFICE));
    }
}
