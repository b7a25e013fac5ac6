package io.tenantry.application.admin;

import static io.tenantry.application.AccountFixture.BROWSER;
import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.TenantryFixture;
import io.tenantry.application.machine.MachineFixture;
import io.tenantry.domain.admin.DailyStatistics;
import io.tenantry.domain.admin.ReadStatistics;
import io.tenantry.domain.admin.Statistics;
import io.tenantry.domain.apikey.ApiKeySecret;
import io.tenantry.domain.apikey.KnownKey;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.tenant.RegisterTenant;
import io.tenantry.domain.tenant.TenantStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadStatisticsTest {

    private final OperatorFixture fixture = new OperatorFixture();
    private final TenantryFixture tenantry = fixture.tenantry;

    @Test
    void the_installation_is_told_in_figures() {
        tenantry.registerCompany("Acme", ADA);

        Statistics figures = read(1).altogether();

        assertThat(figures.tenants()).isEqualTo(Map.of(TenantStatus.ACTIVE, 1L));
        assertThat(figures.users()).isEqualTo(2);
        assertThat(figures.verifiedUsers()).isEqualTo(1);
        assertThat(figures.liveSessions()).isEqualTo(1);
    }

    @Test
    void every_day_up_to_today_is_told_of_also_those_on_which_nothing_came() {
        LocalDate first = today();
        tenantry.pass(Duration.ofDays(2));
        RegisterTenant.Registered acme = tenantry.registerCompany("Acme", ADA);
        use(new MachineFixture(tenantry).key(acme.tenant(), acme.owner().id(), "members:read"), 7);

        assertThat(daily(3))
                .containsExactly(
                        new DailyStatistics(first, 0, 1, Optional.of(1L), 0, 0),
                        DailyStatistics.none(first.plusDays(1)),
                        new DailyStatistics(first.plusDays(2), 1, 1, Optional.of(0L), 1, 7));
    }

    @Test
    void a_year_and_a_day_is_told_of_and_no_more_than_is_asked_for() {
        assertThat(daily(366))
                .hasSize(366)
                .last()
                .extracting(DailyStatistics::day)
                .isEqualTo(today());
        assertThat(daily(366).get(0).day()).isEqualTo(today().minusDays(365));
        assertThat(daily(1)).hasSize(1);
    }

    @Test
    void how_often_somebody_signed_in_is_not_told_of_days_whose_sessions_may_be_removed() {
        tenantry.pass(Duration.ofDays(100));
        tenantry.registerVerifiedUser(GRACE);

        List<DailyStatistics> daily = daily(40);

        assertThat(daily.subList(0, 10)).allMatch(day -> day.signIns().isEmpty());
        assertThat(daily.subList(10, 40)).allMatch(day -> day.signIns().isPresent());
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 367, Integer.MAX_VALUE})
    void no_day_or_too_many_are_not_told_of_and_nothing_is_noted(int days) {
        assertThatThrownBy(() -> read(days))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.problems())
                                .isEqualTo(Map.of(InvalidInput.DAYS, FieldProblem.NOT_ALLOWED)));
        assertThat(fixture.account.audited(AuditAction.ADMIN_READ_STATISTICS)).isEmpty();
    }

    private ReadStatistics.Figures read(int days) {
        return fixture.admin().readStatistics().read(new ReadStatistics.Command(fixture.olga, days, BROWSER));
    }

    private List<DailyStatistics> daily(int days) {
        return read(days).daily();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(tenantry.now(), ZoneOffset.UTC);
    }

    private void use(ApiKeySecret secret, long units) {
        Instant now = tenantry.now();
        KnownKey key = tenantry.ports().apiKeys().known().find(secret.key()).orElseThrow();
        tenantry.ports().apiKeys().uses().admit(key, false, units, now);
        tenantry.ports().apiKeys().uses().write(now);
    }
}
