package io.tenantry.persistence;

import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What grows without end is not read from end to end. An index that is an expression serves only a statement of the same
 * expression: whether it is the same, only the planner knows. It is asked with reading from end to end made dear.
 */
class IndexUseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<String> NEEDED = List.of(
            "audit_event_by_actor",
            "audit_event_by_subject",
            "audit_event_by_time",
            "one_time_token_by_expiry",
            "outbox_mail_done",
            "outbox_mail_given_up",
            "outbox_mail_of_recipient",
            "outbox_mail_pending",
            "session_by_end",
            "session_of_user",
            "throttle_by_end");

    private final PostgresForTests.Database database = PostgresForTests.migrated();

    @Test
    void removal_of_what_is_over_looks_at_the_audit_and_a_users_erasure_go_by_indexes() throws SQLException {
        Sql.query(
                database.superuser(),
                "alter role " + PostgresForTests.SERVER + " in database " + database.name()
                        + " set enable_seqscan = off");
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 1)) {
            look(persistence.ports());
        }
        // What a connection did is counted a moment after it has closed.
        Poll.until(() -> used().containsAll(NEEDED), PATIENCE);
    }

    private static void look(PostgresPersistence ports) {
        User user = UserFixture.aUser();
        Instant now = Instant.now();
        ports.transactions().acrossTenants(() -> {
            ports.sessions().removeOver(now, 9);
            ports.oneTimeTokens().removeExpired(now, 9);
            ports.throttles().removeOver(now, 9);
            ports.outbox().removeDone(now, 9);
            ports.outbox().backlog();
            ports.auditEvents().about(user.id(), 9);
            ports.auditEvents().removeBefore(now, 9);
            ports.users().remove(user);
            return true;
        });
    }

    private List<String> used() {
        try {
            return Sql.query(
                    database.superuser(),
                    "select indexrelname from pg_stat_user_indexes where schemaname = 'tenantry' and idx_scan > 0");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
