package io.tenantry.domain.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {

    @Test
    void every_tenant_begins_for_free() {
        assertThat(Plan.FREE).hasToString("FREE");
        assertThat(TenantFixture.aTenant().plan()).isEqualTo(Plan.FREE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "PRO", "PRO-2", "PRO_PLUS", "P2345678901234567890123456789012345678XY"})
    void a_plan_is_called_by_1_to_40_capitals_digits_and_lines(String name) {
        assertThat(Plan.isPlan(name)).isTrue();
        assertThat(new Plan(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "pro", "2PRO", "_PRO", "PRO ", "PR\nO", "ÄPRO", "P2345678901234567890123456789012345678XYZ"})
    void anything_else_is_no_plan(String name) {
        assertThat(Plan.isPlan(name)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Plan(name));
    }
}
