package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.tenantry.database.ExternalPostgres;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.tenant.RegisterTenant;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.persistence.ConnectionPools;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host whose own two tables stand in every tenant's schema: registered, upgraded, and walled off. */
class TenantTablesIT {

    private static final String SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final int TENANTS = 50;

    @TempDir
    static Path cluster;

    @TempDir
    static Path folder;

    private static ExternalPostgres postgres;
    private static HikariDataSource server;
    private static List<Tenant> tenants;

    @BeforeAll
    static void register_fifty() {
        postgres = ExternalPostgres.start(cluster);
        postgres.execute(
                "create role owner login password 'owner-password'",
                "create role app login password 'app-password'",
                "create database host owner owner");
        server = ConnectionPools.pool(postgres.url("app", "app-password", "host"), 4);
        try (Tenantry tenantry = builder().tenantMigrations("classpath:db/host").build()) {
            RegisterTenant registerTenant = tenantry.useCases().tenants().registerTenant();
            tenants = IntStream.range(0, TENANTS)
                    .mapToObj(number -> registerTenant.register(tenant("Tenant " + number)))
                    .map(RegisterTenant.Registered::tenant)
                    .toList();
        }
    }

    @AfterAll
    static void stop() {
        server.close();
        postgres.close();
    }

    @Test
    void RMT_a_row_written_in_one_tenant_is_not_seen_in_another_even_by_its_qualified_name() throws Exception {
        try (Tenantry tenantry = builder().tenantMigrations("classpath:db/host").build()) {
            Tenant one = tenants.get(0);
            for (Tenant tenant : tenants.subList(0, 2)) {
                tenantry.inTenant(tenant.id(), handle -> handle.execute("delete from task; delete from project"));
            }
            UUID project = tenantry.inTenant(one.id(), handle -> project(handle, "Apollo"));
            tenantry.inTenant(
                    one.id(),
                    handle -> handle.execute("insert into task (project_id, title) values (?, 'Land')", project));
            String qualified = "select count(*) from " + one.schema() + ".";

            for (String table : List.of("project", "task")) {
                assertThat(count(tenantry, one.id(), "select count(*) from " + table))
                        .isEqualTo(1);
                assertThat(count(tenantry, one.id(), qualified + table)).isEqualTo(1);
                assertThat(count(tenantry, tenants.get(1).id(), "select count(*) from " + table))
                        .isZero();
                assertThat(count(tenantry, tenants.get(1).id(), qualified + table))
                        .isZero();
            }
            assertThatThrownBy(() -> tenantry.inTenant(new TenantId(UUID.randomUUID()), handle -> 1))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void an_upgrade_adds_a_column_in_every_tenant_and_keeps_their_rows() throws Exception {
        try (Tenantry before = builder().tenantMigrations("classpath:db/host").build()) {
            for (Tenant tenant : tenants) {
                before.inTenant(tenant.id(), handle -> project(handle, "Gemini"));
            }
        }
        try (InputStream first = TenantTablesIT.class.getResourceAsStream("/db/host/V1__project_and_task.sql")) {
            Files.copy(Optional.ofNullable(first).orElseThrow(), folder.resolve("V1__project_and_task.sql"));
        }
        Files.writeString(
                folder.resolve("V2__done.sql"),
                "alter table project add done boolean not null default false; update project set done = name = 'Gemini'");

        try (Tenantry after = builder().tenantMigrations(folder).build()) {
            for (Tenant tenant : tenants) {
                assertThat(count(after, tenant.id(), "select count(*) from project where done"))
                        .isEqualTo(1);
            }
            Tenant newcomer = after.useCases()
                    .tenants()
                    .registerTenant()
                    .register(tenant("Newcomer"))
                    .tenant();
            assertThat(count(after, newcomer.id(), "select count(*) from project where done"))
                    .isZero();
        }
    }

    private static long count(Tenantry tenantry, TenantId tenant, String sql) throws Exception {
        return tenantry.connectionInTenant(tenant, connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private static UUID project(Handle handle, String name) {
        return handle.createQuery("insert into project (name) values (:name) returning id")
                .bind("name", name)
                .mapTo(UUID.class)
                .one();
    }

    private static TenantryBuilder builder() {
        return Tenantry.builder()
                .dataSource(server)
                .ownerDataSource(ConnectionPools.direct(postgres.url("owner", "owner-password", "host")))
                .secret(SECRET)
                .bcryptCost(4)
                .deliverMail(false)
                .removeExpired(false)
                .mailSender(mail -> {});
    }

    private static RegisterTenant.Command tenant(String name) {
        return new RegisterTenant.Command(
                new TenantName(name),
                Optional.empty(),
                EmailAddress.of(name.replace(" ", "") + "@host.example"),
                PersonName.NONE,
                new Password("correct horse battery"),
                Optional.empty(),
                Device.UNKNOWN);
    }
}
