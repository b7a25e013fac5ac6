package io.tenantry.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.RunningTenantry;
import io.tenantry.SentMails;
import io.tenantry.contract.Api;
import io.tenantry.database.ExternalPostgres;
import io.tenantry.domain.tenant.ChangeTenantStatus;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one database, of which each must know at once what the other has done to a tenant. */
class TwoNodesTenancyIT {

    private static final String SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final int ROUNDS = 20;

    @TempDir
    static Path folder;

    private static ExternalPostgres postgres;
    private static RunningTenantry one;
    private static RunningTenantry other;

    private final Api here = api(one);
    private final Api there = api(other);
    private final Company company = Company.founded(here);

    @BeforeAll
    static void start() {
        postgres = ExternalPostgres.start(folder.resolve("cluster"));
        postgres.execute("create role nodes login password 'nodes-password'", "create database nodes owner nodes");
        Map<String, String> settings = Map.of(
                "DATABASE_URL",
                postgres.url("nodes", "nodes-password", "nodes"),
                "TENANTRY_SECRET",
                SECRET,
                "TENANTRY_PUBLIC_URL",
                "http://localhost:8080",
                "TENANTRY_RATE_LIMITS",
                "off",
                "TENANTRY_DATA",
                folder.resolve("data").toString());
        one = RunningTenantry.start(settings);
        other = RunningTenantry.start(settings);
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
        postgres.close();
    }

    @Test
    void R7_4_2_a_suspended_tenants_tokens_stop_on_the_other_node_within_a_second() {
        String access = company.owner().access();
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(there.get("/api/v1/me", access).status()).isEqualTo(200);

            become(TenantStatus.SUSPENDED);

            within(A_SECOND, () -> there.get("/api/v1/me", access).status() == 401);
            become(TenantStatus.ACTIVE);
            within(A_SECOND, () -> there.get("/api/v1/me", access).status() == 200);
        }
    }

    @Test
    void R8_3_2_a_demotion_holds_on_the_other_node_at_the_very_next_request() {
        Company.Colleague grace = company.joined("admin");
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(there.get(company.path("/audit"), grace.access()).status())
                    .isEqualTo(200);
            assertThat(company.changeRole(company.owner(), grace, "member").status())
                    .isEqualTo(200);
            assertThat(there.get(company.path("/audit"), grace.access()).status())
                    .isEqualTo(403);
            assertThat(company.changeRole(company.owner(), grace, "admin").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void R8_3_2_who_was_removed_is_refused_on_the_other_node_at_the_very_next_request() {
        Company.Colleague grace = company.joined("member");
        assertThat(there.get(company.path("/members"), grace.access()).status()).isEqualTo(200);

        assertThat(here.delete(company.pathOf(grace), company.owner().access()).status())
                .isEqualTo(204);

        assertThat(there.get(company.path("/members"), grace.access()).status()).isEqualTo(404);
    }

    private void become(TenantStatus status) {
        one.tenantry()
                .useCases()
                .tenants()
                .changeTenantStatus()
                .change(new ChangeTenantStatus.Command(new TenantId(company.uuid()), status));
    }

    private static Api api(RunningTenantry node) {
        return new Api(node.baseUri(), new SentMails(folder.resolve("data/mail")));
    }

    private static void within(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within " + limit).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
