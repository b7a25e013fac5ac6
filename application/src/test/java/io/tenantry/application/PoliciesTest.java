package io.tenantry.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.Slug;
import org.junit.jupiter.api.Test;

class PoliciesTest {

    private static final String LABELS = ("a".repeat(49) + ".").repeat(4);

    @Test
    void the_longest_slug_fits_before_the_longest_base_domain() {
        Policies policies = under(LABELS + "aa");

        assertThat(new Slug("x".repeat(50)).under(policies.baseDomain()).value())
                .hasSize(253);
    }

    @Test
    void a_longer_base_domain_is_refused() {
        assertThatThrownBy(() -> under(LABELS + "aaa")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Policies under(String baseDomain) {
        return Policies.STANDARD.withBaseDomain(new HostName(baseDomain));
    }
}
