package io.tenantry.application.tenant;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.tenant.ListTenants.Listed;
import io.tenantry.domain.tenant.ListTenants.Query;
import io.tenantry.domain.tenant.NewTenant;
import io.tenantry.domain.tenant.RegisterTenant.Registered;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListTenantsTest {

    private final TenantryFixture tenantry = new TenantryFixture();

    @Test
    void nothing_is_listed_before_the_first_registration() {
        assertThat(list(0, 10)).isEmpty();
    }

    @Test
    void tenants_come_in_pages_in_the_order_of_their_numbers() {
        for (int number = 1; number <= 5; number++) {
            tenantry.registerCompany("Company " + number, EmailAddress.of("owner" + number + "@example.org"));
        }

        assertThat(numbers(list(0, 2))).containsExactly(1L, 2L);
        assertThat(numbers(list(2, 2))).containsExactly(3L, 4L);
        assertThat(numbers(list(4, 2))).containsExactly(5L);
        assertThat(list(5, 2)).isEmpty();
    }

    @Test
    void owners_come_in_the_order_in_which_they_joined_and_other_members_do_not() {
        Registered registered = tenantry.registerCompany("Acme", ADA);
        User owner = tenantry.registerUser(GRACE);
        User member = tenantry.registerUser(EmailAddress.of("member@example.org"));
        tenantry.pass(Duration.ofSeconds(1));
        tenantry.join(owner, registered.tenant(), Role.OWNER);
        tenantry.join(member, registered.tenant(), Role.ADMIN);

        assertThat(list(0, 10))
                .containsExactly(new Listed(registered.tenant(), registered.domain(), List.of(ADA, GRACE)));
    }

    @Test
    void tenants_that_are_not_active_are_listed_with_their_status() {
        tenantry.change(tenantry.registerCompany("Acme", ADA).tenant(), TenantStatus.SUSPENDED);

        assertThat(list(0, 10)).extracting(listed -> listed.tenant().status()).containsExactly(TenantStatus.SUSPENDED);
    }

    @Test
    void a_tenant_without_a_primary_domain_is_a_fault_that_names_it() {
        NewTenant broken = TenantFixture.aNewTenant();
        tenantry.ports()
                .transactions()
                .outsideTenants(() -> tenantry.ports().tenants().add(broken));

        assertThatThrownBy(() -> list(0, 10))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(broken.id().toString());
    }

    private List<Listed> list(long after, int limit) {
        return tenantry.useCases().tenants().listTenants().list(new Query(after, limit));
    }

    private static List<Long> numbers(List<Listed> page) {
        return page.stream().map(listed -> listed.tenant().number()).toList();
    }
}
