package io.tenantry.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.failure.Unavailable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A registration is there whole, or not at all. */
class RegistrationTest {

    private static final List<String> TABLES = List.of(
            "tenant",
            "app_user",
            "credential",
            "membership",
            "tenant_domain",
            "session",
            "refresh_token",
            "one_time_token",
            "outbox_mail",
            "tenant_schema");

    private final PostgresForTests.Database database = PostgresForTests.migrated();
    private final FailingDataSource link = new FailingDataSource(database.server());

    @Test
    void R2_3_3_whichever_step_fails_nothing_is_left_and_the_next_registration_succeeds() throws SQLException {
        try (PostgresPersistence ports =
                PersistenceForTests.builder(database, link.dataSource()).open()) {
            link.failAt(Integer.MAX_VALUE);
            Registration.by(ports);
            int steps = link.steps();
            List<String> before = everything();

            assertThat(steps).as("scope, ten statements, commit").isGreaterThanOrEqualTo(12);
            for (int step = 1; step <= steps; step++) {
                link.failAt(step);
                assertThatThrownBy(() -> Registration.by(ports))
                        .as("step %d", step)
                        .isInstanceOf(Unavailable.class);
                assertThat(everything()).as("after step %d", step).isEqualTo(before);
            }
            link.failAt(Integer.MAX_VALUE);
            assertThat(Registration.by(ports).tenant().isActive()).isTrue();
            assertThat(everything()).isNotEqualTo(before);
        }
    }

    @Test
    void R2_3_3_when_a_script_of_the_tenants_schema_fails_nothing_is_left() throws SQLException {
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 2)) {
            List<String> before = everything();
            Sql.query(
                    database.owner(),
                    "insert into tenantry.tenant_script values (9, 'V009__x.sql', '', 'create table x (); select 1 / 0')");

            assertThatThrownBy(() -> Registration.by(persistence.ports())).isInstanceOf(Unavailable.class);

            assertThat(everything()).isEqualTo(before);
        }
    }

    @Test
    void a_registered_tenants_schema_has_its_tables_and_the_server_can_use_and_not_change_them() throws SQLException {
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 2)) {
            String schema =
                    Registration.by(persistence.ports()).tenant().schema().value();

            assertThat(Sql.query(
                            database.server(),
                            "select tablename from pg_tables where schemaname = '" + schema + "' order by 1"))
                    .containsExactly("audit_event", "audit_head", "setting");
            assertThat(Sql.query(
                            database.server(),
                            "set local tenantry.scope = 'all'",
                            "insert into " + schema + ".setting values ('a', '1', now())",
                            "update " + schema + ".setting set value = '2'",
                            "delete from " + schema + ".setting returning value"))
                    .containsExactly("2");
            assertThat(Sql.value(database.server(), "select version || state from tenantry.tenant_schema"))
                    .isEqualTo("4current");
        }
    }

    /** How many rows there are of everything, and which schemas. */
    private List<String> everything() throws SQLException {
        List<String> all = new ArrayList<>();
        for (String table : TABLES) {
            all.add(Sql.value(database.superuser(), "select '" + table + " ' || count(*) from tenantry." + table));
        }
        all.addAll(Sql.query(database.superuser(), "select nspname from pg_namespace order by 1"));
        return all;
    }
}
