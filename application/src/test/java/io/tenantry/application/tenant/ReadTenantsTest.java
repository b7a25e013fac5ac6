package io.tenantry.application.tenant;

import static io.tenantry.application.tenant.TenancyFixture.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.failure.MfaEnrollmentRequired;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.session.SwitchTenant;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantDetails;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadTenantsTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final TenancyFixture tenancy = new TenancyFixture(tenantry);
    private final Tenant acme = tenancy.company("Acme");
    private final Tenant beta = tenancy.company("Beta");

    @Test
    void a_member_sees_the_tenant_with_its_domain_and_what_they_are_in_it() {
        Principal by = tenancy.joined(acme, Role.ADMIN);

        assertThat(read(by, acme)).isEqualTo(new TenantDetails(acme, new HostName("acme.localhost"), Role.ADMIN));
    }

    @Test
    void the_tenants_of_a_user_are_listed_whatever_their_status_and_no_others() {
        User user = tenancy.join(acme, Role.MEMBER);
        tenancy.company("Gamma");
        tenantry.pass(Duration.ofSeconds(1));
        tenantry.join(user, beta, Role.OWNER);
        Principal by = tenancy.signedIn(user);
        Tenant suspended = tenantry.change(acme, TenantStatus.SUSPENDED);

        assertThat(list(by))
                .containsExactly(
                        new TenantDetails(suspended, new HostName("acme.localhost"), Role.MEMBER),
                        new TenantDetails(beta, new HostName("beta.localhost"), Role.OWNER));
    }

    @Test
    void who_is_in_no_tenant_has_an_empty_list_and_who_is_no_more_has_none() {
        User user = tenantry.registerVerifiedUser(TenancyFixture.anAddress());
        Principal by = tenancy.signedIn(user);
        assertThat(list(by)).isEmpty();

        new AccountFixture(tenantry).delete(by);

        assertThatThrownBy(() -> list(by)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void a_tenant_that_asks_for_a_second_factor_can_be_switched_to_and_its_use_cases_refuse_until_there_is_one() {
        User user = tenancy.join(acme, Role.MEMBER);
        tenantry.join(user, beta, Role.MEMBER);
        SignedIn signedIn = tenantry.signIn(user.email());
        tenancy.requireMfa(beta);

        SignedIn inBeta = tenantry.useCases()
                .sessions()
                .switchTenant()
                .change(new SwitchTenant.Command(tenantry.authenticate(signedIn), beta.id(), OFFICE));
        Principal by = tenantry.authenticate(inBeta);

        assertThat(by.tenant()).contains(beta.id());
        assertThatThrownBy(() -> read(by, beta)).isInstanceOf(MfaEnrollmentRequired.class);
        assertThat(read(by, acme).role()).isEqualTo(Role.MEMBER);
        assertThat(list(by)).hasSize(2);

        tenancy.giveSecondFactor(by);
        assertThat(read(by, beta).tenant().requireMfa()).isTrue();
    }

    private TenantDetails read(Principal by, Tenant tenant) {
        return tenantry.useCases().tenants().readTenant().read(by, tenant.id());
    }

    private List<TenantDetails> list(Principal by) {
        return tenantry.useCases().tenants().listOwnTenants().list(by);
    }
}
