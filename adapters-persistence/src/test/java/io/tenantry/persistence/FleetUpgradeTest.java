package io.tenantry.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.id.UniqueFixture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers of the version before, which know neither walls nor the host's files, on one database with this version. */
class FleetUpgradeTest {

    private static final String ALL = "set local tenantry.scope = 'all'";

    private final PostgresForTests.Database database = PostgresForTests.empty();

    @TempDir
    Path folder;

    /** A tenant as the version before writes it. */
    private record Old(UUID id, String slug) {

        static Old anew() {
            return new Old(UUID.randomUUID(), "acme-" + UniqueFixture.word());
        }

        String schema() {
            return "tenant_" + slug.replace('-', '_');
        }

        String scope() {
            return "set local tenantry.tenant = '" + id + "'";
        }

        String registered() {
            return "insert into tenantry.tenant (id, name, slug, schema_name, contact_email, status, created_at, updated_at)"
                    + " values ('%s', 'Acme', '%s', '%s', 'a@b.example', 'active', now(), now())"
                            .formatted(id, slug, schema());
        }

        String made() {
            return "select tenantry.create_tenant_schema('%s', '%s')::text || set_config('search_path', '%s, pg_temp', true)"
                    .formatted(id, schema(), schema());
        }

        String signedIn() {
            return "insert into \"" + schema()
                    + "\".audit_event (id, occurred_at, action, actor_kind, actor_id, subject,"
                    + " outcome, address, user_agent, detail) values (gen_random_uuid(), now(), 'session.sign_in', 'user',"
                    + " null, null, 'success', '192.0.2.7', 'curl', '{}')";
        }

        String events() {
            return "select count(*) from " + schema() + ".audit_event";
        }
    }

    @BeforeEach
    void migrateToVersion5() throws SQLException, IOException {
        Flyway.configure()
                .dataSource(database.owner())
                .defaultSchema("tenantry")
                .locations("classpath:db/control")
                .placeholders(Map.of("control", "\"tenantry\""))
                .target("005")
                .loggers("slf4j")
                .load()
                .migrate();
        store(1, "V001__audit_event_and_setting.sql");
        store(2, "V002__audit_event_outcome.sql");
        Sql.query(database.owner(), "insert into tenantry.server_role values ('" + PostgresForTests.SERVER + "')");
    }

    @Test
    void tenants_of_the_version_before_get_their_walls_and_the_hosts_tables_and_keep_their_rows() throws SQLException {
        Old tenant = Old.anew();
        Sql.query(database.superuser(), tenant.registered(), tenant.made(), tenant.signedIn());
        Sql.query(database.superuser(), "alter schema " + tenant.schema() + " owner to " + PostgresForTests.OWNER);

        migrate();

        assertWalled(tenant, "1");
    }

    @Test
    void the_version_before_goes_on_registering_and_its_tenants_are_walled_off_too() throws SQLException {
        migrate();
        Old tenant = Old.anew();

        Sql.query(database.server(), tenant.scope(), tenant.registered(), tenant.made(), tenant.signedIn());
        Sql.query(database.server(), ALL, tenant.signedIn());

        assertWalled(tenant, "2");
        assertThat(new HostFiles(folder).migrations(database).upToDate()).isTrue();
    }

    private void assertWalled(Old tenant, String events) throws SQLException {
        assertThat(Sql.value(database.server(), tenant.events())).isEqualTo("0");
        assertThat(Sql.value(database.server(), Old.anew().scope(), tenant.events()))
                .isEqualTo("0");
        assertThat(Sql.value(database.server(), tenant.scope(), tenant.events()))
                .isEqualTo(events);
        assertThat(Sql.value(database.server(), ALL, tenant.events())).isEqualTo(events);
        assertThat(Sql.query(database.server(), tenant.scope(), "select * from " + tenant.schema() + ".note"))
                .isEmpty();
    }

    private void migrate() {
        new HostFiles(folder)
                .write("V1__note.sql", "create table note (text text)")
                .migrations(database)
                .migrate();
    }

    private void store(int version, String name) throws SQLException, IOException {
        try (InputStream file = FleetUpgradeTest.class.getResourceAsStream("/db/tenant/" + name)) {
            String sql = new String(Optional.ofNullable(file).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
            String stored = "insert into tenantry.tenant_script values (%d, '%s',"
                    + " encode(sha256(convert_to($s$%s$s$, 'UTF8')), 'hex'), $s$%s$s$)";
            Sql.query(database.owner(), stored.formatted(version, name, sql, sql));
        }
    }
}
