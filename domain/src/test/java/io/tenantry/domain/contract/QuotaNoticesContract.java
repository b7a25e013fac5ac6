package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.tenant.TenantId;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.apikey.QuotaNotices} must do. */
public abstract class QuotaNoticesContract extends PortContract {

    private static final YearMonth MONTH = YearMonth.of(2026, 12);

    @Test
    void a_percentage_is_noted_once_in_a_month() {
        TenantId tenant = storedTenant().id();

        assertThat(note(tenant, MONTH, 80)).isTrue();
        assertThat(note(tenant, MONTH, 80)).isFalse();
        assertThat(note(tenant, MONTH, 100)).isTrue();
        assertThat(note(tenant, MONTH, 100)).isFalse();
    }

    @Test
    void after_a_higher_percentage_a_lower_one_is_not_noted_any_more() {
        TenantId tenant = storedTenant().id();

        assertThat(note(tenant, MONTH, 100)).isTrue();
        assertThat(note(tenant, MONTH, 80)).isFalse();
    }

    @Test
    void every_month_begins_anew_also_the_first_of_a_year() {
        TenantId tenant = storedTenant().id();
        note(tenant, MONTH, 100);

        assertThat(note(tenant, MONTH.plusMonths(1), 80)).isTrue();
        assertThat(note(tenant, MONTH.plusMonths(12), 80)).isTrue();
    }

    @Test
    void another_tenants_are_its_own() {
        note(storedTenant().id(), MONTH, 100);

        assertThat(note(storedTenant().id(), MONTH, 80)).isTrue();
    }

    @Test
    void after_a_reset_all_can_be_noted_again_and_another_tenants_stay() {
        TenantId tenant = storedTenant().id();
        TenantId other = storedTenant().id();
        note(tenant, MONTH, 100);
        note(other, MONTH, 100);

        doIn(tenant, () -> ports().quotaNotices().reset(tenant));

        assertThat(note(tenant, MONTH, 80)).isTrue();
        assertThat(note(other, MONTH, 80)).isFalse();
    }

    @Test
    void RMT_out_of_its_tenants_scope_nothing_is_reset() {
        TenantId tenant = storedTenant().id();
        note(tenant, MONTH, 100);

        doIn(storedTenant().id(), () -> ports().quotaNotices().reset(tenant));
        doOutside(() -> ports().quotaNotices().reset(tenant));

        assertThat(note(tenant, MONTH, 100)).isFalse();
    }

    @Test
    void of_several_nodes_that_note_the_same_at_once_one_alone_is_told_so() throws Exception {
        TenantId tenant = storedTenant().id();

        List<Boolean> noted = InParallel.run(8, number -> note(tenant, MONTH, 80));

        assertThat(noted).containsOnlyOnce(true);
    }

    @Test
    void what_was_rolled_back_was_not_noted() {
        TenantId tenant = storedTenant().id();
        Rollback.of(() -> doIn(tenant, () -> {
            ports().quotaNotices().note(tenant, MONTH, 80);
            throw new Rollback();
        }));

        assertThat(note(tenant, MONTH, 80)).isTrue();
    }

    @Test
    void RMT_out_of_its_tenants_scope_nothing_is_noted() {
        TenantId tenant = storedTenant().id();
        TenantId other = storedTenant().id();

        assertThatThrownBy(() -> in(other, () -> ports().quotaNotices().note(tenant, MONTH, 80)))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> outside(() -> ports().quotaNotices().note(tenant, MONTH, 80)))
                .isInstanceOf(RuntimeException.class);

        assertThat(note(tenant, MONTH, 80)).isTrue();
    }

    private boolean note(TenantId tenant, YearMonth month, int percent) {
        return in(tenant, () -> ports().quotaNotices().note(tenant, month, percent));
    }
}
