package io.tenantry.persistence.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SealedPassword;
import io.tenantry.domain.failure.Overloaded;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.PersistenceForTests;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.PostgresPersistence;
import io.tenantry.persistence.Sql;
import io.tenantry.persistence.schema.ControlJdbi;
import io.tenantry.persistence.schema.ControlSchema;
import io.tenantry.persistence.transaction.CurrentTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BcryptCredentialsTest {

    private static final Password PASSWORD = new Password("correct horse battery");
    private static final PostgresForTests.Database DATABASE = PostgresForTests.migrated();

    private static PersistenceForTests persistence;

    @BeforeAll
    static void open() {
        persistence = PersistenceForTests.on(DATABASE, 1);
    }

    @AfterAll
    static void close() {
        persistence.close();
    }

    @Test
    void R_B5_a_hash_of_another_cost_is_replaced_at_its_next_use_and_its_version_stays() throws SQLException {
        User user = userWith(PASSWORD);
        Credentials costlier = credentials(5, HashingGate.standard());
        assertThat(storedHash(user)).startsWith("$2b$04$");

        assertThat(costlier.match(Optional.of(user.id()), new Password("wrong")))
                .isEmpty();
        assertThat(storedHash(user)).startsWith("$2b$04$");

        assertThat(costlier.match(Optional.of(user.id()), PASSWORD)).contains(new CredentialVersion(1));
        assertThat(storedHash(user)).startsWith("$2b$05$");
        assertThat(costlier.match(Optional.of(user.id()), PASSWORD)).contains(new CredentialVersion(1));
    }

    @Test
    void R_B5_a_hash_is_not_replaced_over_a_password_that_was_changed_meanwhile() {
        User user = userWith(PASSWORD);
        Jdbi jdbi = jdbi();
        String renewed = new Bcrypt(4).hash(PASSWORD);

        int replaced =
                jdbi.withExtension(CredentialDao.class, dao -> dao.replace(user.id(), "the hash of before", renewed));

        assertThat(replaced).isZero();
    }

    @Test
    void R_B4_a_malformed_stored_hash_is_no_match_and_no_error() throws SQLException {
        User user = userWith(PASSWORD);
        Sql.query(
                DATABASE.superuser(), "update tenantry.credential set hash = 'x' where user_id = '" + user.id() + "'");

        assertThat(ports().credentials().match(Optional.of(user.id()), PASSWORD))
                .isEmpty();
    }

    @Test
    void no_connection_is_needed_to_hash() throws SQLException {
        HikariDataSource pool = persistence.pool();
        try (Connection onlyOne = pool.getConnection()) {
            assertThat(onlyOne.isValid(1)).isTrue();
            assertThat(ports().credentials().seal(PASSWORD)).isNotNull();
        }
    }

    @Test
    void R6_3_8_the_same_statements_run_whether_or_not_there_is_such_a_user_or_password() {
        UserId withPassword = userWith(PASSWORD).id();
        UserId withoutPassword = added(UserFixture.aUser()).id();
        Password wrong = new Password("wrong");

        List<String> known = statementsOf(Optional.of(withPassword), wrong);

        assertThat(known).hasSize(1);
        assertThat(statementsOf(Optional.of(withoutPassword), wrong)).isEqualTo(known);
        assertThat(statementsOf(Optional.empty(), wrong)).isEqualTo(known);
    }

    @Test
    void R6_3_8_nobody_is_answered_without_a_hash_nor_is_anybody() {
        Credentials noHashing = credentials(4, new HashingGate(0, 0, Duration.ZERO));
        Optional<UserId> known = Optional.of(userWith(PASSWORD).id());

        for (Optional<UserId> user : List.of(known, Optional.<UserId>empty())) {
            assertThatThrownBy(() -> noHashing.match(user, PASSWORD)).isInstanceOf(Overloaded.class);
        }
    }

    @Test
    void nobody_is_matched_by_no_password_not_even_if_somebody_has_the_id_of_nobody() throws SQLException {
        assertThat(ports().credentials().match(Optional.empty(), PASSWORD)).isEmpty();

        User user = userWith(PASSWORD);
        String nobody = "'00000000-0000-0000-0000-000000000000'";
        Sql.query(
                DATABASE.superuser(),
                "insert into tenantry.app_user select " + nobody
                        + ", 'x@y.example', 'x@y.example', null, null, '', null," + " false, now(), now()",
                "insert into tenantry.credential select " + nobody + ", hash, 1 from tenantry.credential"
                        + " where user_id = '" + user.id() + "'");

        assertThat(ports().credentials().match(Optional.empty(), PASSWORD)).isEmpty();
    }

    @Test
    void R_B6_who_waits_to_hash_holds_no_connection() throws Exception {
        User user = userWith(PASSWORD);
        HashingGate gate = new HashingGate(1, 1, Duration.ofMinutes(1));
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch inside = new CountDownLatch(1);
        CompletableFuture<Boolean> running = CompletableFuture.supplyAsync(() -> gate.pass(() -> {
            inside.countDown();
            return awaited(goOn);
        }));
        assertThat(inside.await(1, TimeUnit.MINUTES)).isTrue();

        CompletableFuture<Optional<CredentialVersion>> waiting =
                CompletableFuture.supplyAsync(() -> credentials(4, gate).match(Optional.of(user.id()), PASSWORD));
        while (gate.waiting() == 0) {
            Thread.onSpinWait();
        }

        assertThat(persistence.pool().getHikariPoolMXBean().getActiveConnections())
                .isZero();
        goOn.countDown();
        assertThat(running.get(1, TimeUnit.MINUTES)).isTrue();
        assertThat(waiting.get(1, TimeUnit.MINUTES)).isPresent();
    }

    @Test
    void hashing_within_a_transaction_is_refused() {
        assertThatThrownBy(() -> ports().transactions()
                        .outsideTenants(() -> ports().credentials().seal(PASSWORD)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ports().transactions()
                        .outsideTenants(() -> ports().credentials().match(Optional.empty(), PASSWORD)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_password_that_others_sealed_is_refused() {
        SealedPassword foreign = new SealedPassword() {};

        assertThatThrownBy(() -> ports().credentials().store(UserFixture.aUser().id(), foreign))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static User userWith(Password password) {
        User user = UserFixture.aUser();
        SealedPassword sealed = ports().credentials().seal(password);
        return ports().transactions().outsideTenants(() -> {
            ports().users().add(user);
            ports().credentials().store(user.id(), sealed);
            return user;
        });
    }

    private static User added(User user) {
        return ports().transactions().outsideTenants(() -> {
            ports().users().add(user);
            return user;
        });
    }

    private static List<String> statementsOf(Optional<UserId> user, Password password) {
        List<String> statements = new ArrayList<>();
        Jdbi watched = jdbi().setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                statements.add(context.getRenderedSql());
            }
        });
        HashingGate gate = HashingGate.standard();
        Credentials credentials =
                new BcryptCredentials(watched, new CurrentTransaction(), new Bcrypt(4), gate, Argon2Memory.shared());
        assertThat(credentials.match(user, password)).isEmpty();
        return statements;
    }

    private static PostgresPersistence ports() {
        return persistence.ports();
    }

    private static Credentials credentials(int cost, HashingGate gate) {
        return new BcryptCredentials(jdbi(), new CurrentTransaction(), new Bcrypt(cost), gate, Argon2Memory.shared());
    }

    private static Jdbi jdbi() {
        return ControlJdbi.on(persistence.pool(), new ControlSchema("tenantry"));
    }

    private static String storedHash(User user) throws SQLException {
        return Sql.value(
                DATABASE.superuser(), "select hash from tenantry.credential where user_id = '" + user.id() + "'");
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
