package io.tenantry.application.tenant;

import static io.tenantry.application.tenant.TenancyFixture.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.TenantryFixture;
import io.tenantry.application.session.SignInFixture;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.session.Device;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckSlugTest {

    private final TenantryFixture tenantry = new TenantryFixture();

    @Test
    void a_slug_is_free_until_somebody_has_it() {
        assertThat(check("acme", OFFICE)).isTrue();

        new TenancyFixture(tenantry).company("Acme");

        assertThat(check("acme", OFFICE)).isFalse();
        assertThat(check("acme2", OFFICE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "-a",
                "Acme",
                "a b",
                "a_b",
                "www",
                "admin",
                "public",
                "xn--acme",
                "ä1",
                "pg_catalog",
                "a\0b"
            })
    void what_is_no_slug_or_is_reserved_is_not_to_be_had(String typed) {
        assertThat(check(typed, OFFICE)).isFalse();
    }

    @Test
    void so_many_questions_a_minute_from_one_address_and_no_more() {
        for (int question = 0; question < 120; question++) {
            check(question % 2 == 0 ? "acme" : "no slug", OFFICE);
        }

        assertThatThrownBy(() -> check("acme", OFFICE)).isInstanceOf(Throttled.class);
        assertThat(check("acme", SignInFixture.ELSEWHERE)).isTrue();
        tenantry.pass(Duration.ofMinutes(2));
        assertThat(check("acme", OFFICE)).isTrue();
    }

    private boolean check(String slug, Device device) {
        return tenantry.useCases().tenants().checkSlug().available(slug, device);
    }
}
