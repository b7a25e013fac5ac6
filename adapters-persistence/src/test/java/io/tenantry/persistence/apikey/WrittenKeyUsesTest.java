package io.tenantry.persistence.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.apikey.DailyUse;
import io.tenantry.domain.apikey.KeyUses.Admission;
import io.tenantry.domain.apikey.KnownKey;
import io.tenantry.domain.apikey.QuotaUse;
import io.tenantry.domain.failure.Unavailable;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.persistence.FailingDataSource;
import io.tenantry.persistence.PersistenceForTests;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.Sql;
import io.tenantry.persistence.schema.ControlJdbi;
import io.tenantry.persistence.schema.ControlSchema;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.JdbiTransactions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WrittenKeyUsesTest {

    private static final PostgresForTests.Database DATABASE = PostgresForTests.migrated();

    private static PersistenceForTests persistence;

    private final FailingDataSource database = new FailingDataSource(DATABASE.server());
    private final CurrentTransaction current = new CurrentTransaction();
    private final WrittenKeyUses uses = new WrittenKeyUses(
            new JdbiTransactions(
                    ControlJdbi.on(database.dataSource(), new ControlSchema("tenantry")), current, change -> {}),
            current,
            new TenantUnits());
    private final Instant now = TimeFixture.now();
    private final LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    private final StoredKey stored = StoredKey.in(persistence.ports());
    private final KnownKey key = stored.known(persistence.ports());

    @BeforeAll
    static void open() {
        persistence = PersistenceForTests.on(DATABASE, 4);
    }

    @AfterAll
    static void close() {
        persistence.close();
    }

    @Test
    void a_writing_that_fails_at_whatever_step_loses_nothing_and_counts_nothing_twice() {
        admit(1);
        database.failAt(Integer.MAX_VALUE);
        uses.write(now);
        int steps = database.steps();
        assertThat(steps).isGreaterThan(4);
        for (int step = 1; step <= steps; step++) {
            admit(1);
            database.failAt(step);
            assertThatThrownBy(() -> uses.write(now)).isInstanceOf(Unavailable.class);
            assertThat(admit(0)).as("what is used, written or not").isEqualTo(new Admission(true, step + 1));
        }
        database.failAt(Integer.MAX_VALUE);

        uses.write(now);

        assertThat(stored.usage(today, today, persistence.ports()))
                .containsExactly(new DailyUse(today, 1 + 2L * steps, 1 + steps));
        assertThat(stored.use(persistence.ports()).requests()).isEqualTo(1 + 2L * steps);
        assertThat(units()).isEqualTo(1 + steps);
    }

    @Test
    void to_admit_is_no_statement_and_to_write_takes_as_many_for_many_keys_as_for_one() {
        database.failAt(Integer.MAX_VALUE);
        admit(1);
        assertThat(database.steps()).isZero();
        uses.write(now);
        int forOne = database.steps();
        for (int number = 0; number < 20; number++) {
            KnownKey sister = stored.sister(persistence.ports()).known(persistence.ports());
            uses.admit(sister, false, 1, now);
        }
        admit(1);
        database.failAt(Integer.MAX_VALUE);

        uses.write(now);

        assertThat(database.steps()).isEqualTo(forOne);
    }

    @Test
    void where_nothing_was_ever_counted_nothing_is_asked_of_the_database() {
        database.failAt(1);

        assertThat(uses.write(now)).isEmpty();
        assertThat(database.steps()).isZero();
    }

    @Test
    void what_was_refused_is_told_of_after_a_writing_that_failed_too() {
        admit(key.tenant().quotaLimit() - 1);
        admit(2);
        database.failAt(1);
        assertThatThrownBy(() -> uses.write(now)).isInstanceOf(Unavailable.class);
        database.failAt(Integer.MAX_VALUE);

        assertThat(uses.write(now)).extracting(QuotaUse::percent).containsExactly(100);
    }

    @Test
    void a_key_that_is_gone_keeps_no_other_from_being_written_and_leaves_nothing() throws Exception {
        StoredKey gone = stored.sister(persistence.ports());
        uses.admit(gone.known(persistence.ports()), false, 2, now);
        admit(1);
        Sql.query(
                DATABASE.superuser(),
                "delete from tenantry.api_key where id = '" + gone.key().id() + "'");

        uses.write(now);

        assertThat(stored.use(persistence.ports()).requests()).isEqualTo(1);
        assertThat(units()).as("they were used").isEqualTo(3);
    }

    private Admission admit(long units) {
        return uses.admit(key, false, units, now);
    }

    private long units() {
        try {
            List<String> units = Sql.query(
                    DATABASE.superuser(),
                    "select units from tenantry.tenant_usage where tenant_id = '"
                            + stored.tenant().id() + "'");
            return Long.parseLong(units.get(0));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
