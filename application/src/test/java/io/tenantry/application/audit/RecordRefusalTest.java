package io.tenantry.application.audit;

import static io.tenantry.application.AccountFixture.BROWSER;
import static io.tenantry.application.TenantryFixture.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.application.AccountFixture;
import io.tenantry.application.Policies;
import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.audit.Actor;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.audit.RecordRefusal;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.TenantCaller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordRefusalTest {

    private final TenantryFixture tenantry = new TenantryFixture();

    @Test
    void R16_3_2_it_is_noted_who_was_refused_what_and_why() {
        tenantry.registerVerifiedUser(ADA);
        Principal ada = new AccountFixture(tenantry).signedIn(ADA);

        record(Optional.of(ada), BROWSER);

        assertThat(refusals(tenantry)).singleElement().satisfies(event -> {
            assertThat(event.actor()).isEqualTo(Actor.user(ada.user()));
            assertThat(event.subject()).contains(ada.user());
            assertThat(event.device()).isEqualTo(BROWSER);
            assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.REFUSED);
            assertThat(event.data()).isEqualTo(Map.of("reason", "forbidden", "route", "/admin/users/{id}"));
        });
    }

    @Test
    void R16_3_2_it_is_noted_too_when_nobody_knows_who_calls() {
        record(Optional.empty(), BROWSER);

        assertThat(refusals(tenantry)).singleElement().satisfies(event -> {
            assertThat(event.actor()).isEqualTo(Actor.ANONYMOUS);
            assertThat(event.subject()).isEmpty();
        });
    }

    @Test
    void a_flood_from_one_address_leaves_a_hundred_rows_in_a_quarter_of_an_hour_and_hides_no_other_address() {
        flood(tenantry);
        assertThat(refusals(tenantry)).hasSize(100);

        record(Optional.empty(), new Device(Optional.of("198.51.100.9"), Optional.empty()));
        assertThat(refusals(tenantry)).hasSize(101);

        tenantry.pass(Duration.ofMinutes(15));
        record(Optional.empty(), BROWSER);
        assertThat(refusals(tenantry)).hasSize(102);
    }

    @Test
    void where_limits_are_switched_off_all_are_noted() {
        TenantryFixture unlimited = new TenantryFixture(Policies.STANDARD.withRateLimits(false));

        flood(unlimited);

        assertThat(refusals(unlimited)).hasSize(250);
    }

    private static void flood(TenantryFixture tenantry) {
        for (int i = 0; i < 250; i++) {
            record(tenantry, Optional.empty(), BROWSER);
        }
    }

    private void record(Optional<TenantCaller> by, Device device) {
        record(tenantry, by, device);
    }

    private static void record(TenantryFixture tenantry, Optional<TenantCaller> by, Device device) {
        tenantry.useCases()
                .audit()
                .recordRefusal()
                .record(new RecordRefusal.Command(by, "forbidden", "/admin/users/{id}", device));
    }

    private static List<AuditEvent> refusals(TenantryFixture tenantry) {
        return new AccountFixture(tenantry).audited(AuditAction.ACCESS_REFUSED);
    }
}
