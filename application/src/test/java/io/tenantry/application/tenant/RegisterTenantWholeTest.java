package io.tenantry.application.tenant;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static io.tenantry.application.TenantryFixture.company;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.InParallel;
import io.tenantry.application.PortsFixture;
import io.tenantry.application.PortsFixture.PortDown;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.UseCases;
import io.tenantry.application.credential.CountingCredentials;
import io.tenantry.domain.failure.EmailTaken;
import io.tenantry.domain.failure.SlugTaken;
import io.tenantry.domain.failure.Unavailable;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.tenant.ListTenants;
import io.tenantry.domain.tenant.RegisterTenant.Command;
import io.tenantry.domain.tenant.RegisterTenant.Registered;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** All or none, and one winner of a race. */
class RegisterTenantWholeTest {

    private static final Command SIGNING_IN = new Command(
            new TenantName("Acme"),
            Optional.empty(),
            ADA,
            PersonName.NONE,
            PASSWORD,
            Optional.of(SessionKind.ROTATING),
            Device.UNKNOWN);

    private final TenantryFixture tenantry = new TenantryFixture();

    @Test
    void R2_3_3_a_registration_that_fails_at_any_call_of_a_port_leaves_nothing_and_can_be_repeated() {
        int calls = 0;
        while (!registersWith(calls)) {
            calls++;
        }

        assertThat(calls).as("calls of ports in a registration").isGreaterThan(10);
    }

    @Test
    void of_twenty_parallel_registrations_of_one_address_exactly_one_is_taken_up() throws Exception {
        List<Object> outcomes = InParallel.outcomes(20, number -> tenantry.registerCompany("Company " + number, ADA));

        assertThat(outcomes).filteredOn(Registered.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(EmailTaken.class::isInstance).hasSize(19);
        assertThat(listed(tenantry)).hasSize(1);
    }

    @Test
    void an_address_that_somebody_else_takes_while_the_password_is_hashed_is_refused_and_nothing_is_stored() {
        CountingCredentials raced =
                new CountingCredentials(tenantry.ports().credentials(), () -> tenantry.registerCompany("Faster", ADA));
        UseCases slower = PortsFixture.useCases(tenantry.tenantry(), PortsFixture.with(tenantry.ports(), raced));

        assertThatThrownBy(() -> slower.tenants().registerTenant().register(company("Slower", ADA)))
                .isInstanceOf(EmailTaken.class);

        assertThat(listed(tenantry))
                .extracting(listed -> listed.tenant().name().value())
                .containsExactly("Faster");
    }

    @Test
    void of_twenty_parallel_registrations_of_one_slug_exactly_one_is_taken_up() throws Exception {
        List<Object> outcomes = InParallel.outcomes(
                20, number -> tenantry.useCases().tenants().registerTenant().register(acme(number)));

        assertThat(outcomes).filteredOn(Registered.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(SlugTaken.class::isInstance).hasSize(19);
        assertThat(listed(tenantry)).hasSize(1);
    }

    @Test
    void twenty_parallel_registrations_of_one_name_all_get_a_slug_of_their_own() throws Exception {
        InParallel.outcomes(20, number -> tenantry.registerCompany("Acme", address(number)));

        assertThat(listed(tenantry))
                .extracting(listed -> listed.tenant().slug())
                .hasSize(20)
                .doesNotHaveDuplicates()
                .contains(new Slug("acme"));
    }

    @Test
    void after_ten_taken_slugs_the_caller_is_told_to_come_again_and_nothing_is_stored() {
        UseCases unlucky = PortsFixture.useCases(tenantry.tenantry(), tenantry.ports(), new AlwaysTheSame());
        unlucky.tenants().registerTenant().register(company("Acme", EmailAddress.of("first@example.org")));
        tenantry.pass(Duration.ofMillis(1));
        unlucky.tenants().registerTenant().register(company("Acme", ADA));
        tenantry.pass(Duration.ofMillis(1));

        assertThatThrownBy(() -> unlucky.tenants().registerTenant().register(company("Acme", GRACE)))
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable -> assertThat(unavailable.retryAfter()).isPositive());

        assertThat(tenantry.stored(GRACE)).isEmpty();
        assertThat(listed(tenantry)).hasSize(2);
    }

    private static boolean registersWith(int calls) {
        TenantryFixture fresh = new TenantryFixture();
        UseCases failing = PortsFixture.useCases(fresh.tenantry(), PortsFixture.failingAfter(calls, fresh.ports()));
        try {
            failing.tenants().registerTenant().register(SIGNING_IN);
            return true;
        } catch (PortDown down) {
            assertNothingIsLeft(fresh, calls);
            return false;
        }
    }

    private static void assertNothingIsLeft(TenantryFixture fresh, int calls) {
        assertThat(listed(fresh)).as("after %d calls", calls).isEmpty();
        assertThat(fresh.stored(ADA)).as("after %d calls", calls).isEmpty();
        assertThat(fresh.tenantry().deliverMail()).as("after %d calls", calls).isEmpty();
        Registered again = fresh.useCases().tenants().registerTenant().register(SIGNING_IN);
        assertThat(again.domain().host().value()).isEqualTo("acme.localhost");
    }

    private static Command acme(int number) {
        Command company = company("Acme", address(number));
        return new Command(
                company.name(),
                Optional.of(new Slug("acme")),
                company.email(),
                company.owner(),
                company.password(),
                Optional.empty(),
                Device.UNKNOWN);
    }

    private static EmailAddress address(int number) {
        return EmailAddress.of("owner" + number + "@example.org");
    }

    private static List<ListTenants.Listed> listed(TenantryFixture tenantry) {
        return tenantry.useCases().tenants().listTenants().list(new ListTenants.Query(0, 100));
    }

    /** Chance at its worst. */
    private static final class AlwaysTheSame implements RandomGenerator {

        @Override
        public long nextLong() {
            return 0;
        }
    }
}
