package io.tenantry.persistence.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.Credentials;
import io.tenantry.domain.credential.Password;
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
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForeignCredentialsTest {

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

    static Set<String> kinds() {
        return ForeignHashFixture.HASHES.keySet();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void R_B5_the_hash_of_another_program_is_replaced_at_its_first_match_and_not_before(String kind)
            throws SQLException {
        User user = userWith(ForeignHashFixture.HASHES.get(kind));

        assertThat(match(user, new Password("wrong"))).isEmpty();
        assertThat(storedHash(user)).isEqualTo(ImportedHash.toStore(ForeignHashFixture.HASHES.get(kind)));

        assertThat(match(user, ForeignHashFixture.PASSWORD)).contains(new CredentialVersion(1));
        assertThat(storedHash(user)).startsWith("$2b$04$");
        assertThat(match(user, ForeignHashFixture.PASSWORD)).contains(new CredentialVersion(1));
    }

    @Test
    void R_B1_a_long_password_that_bcrypt_of_others_cut_counts_whole_once_it_was_used() throws SQLException {
        User user = userWith("$2b$04$abcdefghijklmnopqrstuuBzzIgyKkz7xMWYSzkIjUSnxEQFQ0WNe");

        assertThat(match(user, new Password("a".repeat(80)))).isPresent();

        assertThat(match(user, new Password("a".repeat(80)))).isPresent();
        assertThat(match(user, new Password("a".repeat(72)))).isEmpty();
    }

    @Test
    void R_B3_a_NUL_matches_no_hash_of_any_program() throws SQLException {
        User user = userWith("$2b$04$abcdefghijklmnopqrstuuMFdJu9yVgmagVAIC24fOZkaFqd3s9JC");

        assertThat(match(user, new Password("a\0a"))).isEmpty();
        assertThat(match(user, new Password("a"))).isPresent();
    }

    @Test
    void R6_3_8_a_wrong_password_is_no_faster_told_from_a_cheap_imported_hash_than_for_nobody() throws SQLException {
        Optional<UserId> imported =
                Optional.of(userWith(ForeignHashFixture.HASHES.get("bcrypt 2b")).id());
        Credentials costly = credentials(11, HashingGate.standard(), Argon2Memory.shared());

        long nobody = leastNanos(() -> costly.match(Optional.empty(), new Password("wrong")));
        long somebody = leastNanos(() -> costly.match(imported, new Password("wrong")));

        assertThat(somebody).isGreaterThan(nobody / 2);
    }

    @Test
    void R_B6_who_waits_for_memory_keeps_nobody_from_hashing() throws Exception {
        User user = userWith(ForeignHashFixture.HASHES.get("argon2i"));
        HashingGate gate = new HashingGate(1, 0, Duration.ZERO);
        Argon2Memory memory = new Argon2Memory(64, Duration.ofMinutes(1));
        Credentials credentials = credentials(4, gate, memory);

        CompletableFuture<Optional<CredentialVersion>> waiting = memory.use(64, () -> {
            CompletableFuture<Optional<CredentialVersion>> asked = CompletableFuture.supplyAsync(
                    () -> credentials.match(Optional.of(user.id()), ForeignHashFixture.PASSWORD));
            while (memory.waiting() == 0 && !asked.isDone()) {
                Thread.onSpinWait();
            }
            assertThat(gate.<Boolean>pass(() -> true)).isTrue();
            return asked;
        });

        assertThat(waiting.get(1, TimeUnit.MINUTES)).isPresent();
    }

    private static Credentials credentials(int cost, HashingGate gate, Argon2Memory memory) {
        return new BcryptCredentials(
                ControlJdbi.on(persistence.pool(), new ControlSchema("tenantry")),
                new CurrentTransaction(),
                new Bcrypt(cost),
                gate,
                memory);
    }

    private static long leastNanos(Runnable work) {
        return IntStream.range(0, 5).mapToLong(time -> nanos(work)).min().orElseThrow();
    }

    private static long nanos(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return System.nanoTime() - begun;
    }

    private static Optional<CredentialVersion> match(User user, Password password) {
        return ports().credentials().match(Optional.of(user.id()), password);
    }

    private static User userWith(String hash) throws SQLException {
        User user = UserFixture.aUser();
        ports().transactions().outsideTenants(() -> ports().users().add(user));
        Sql.query(
                DATABASE.superuser(),
                "insert into tenantry.credential values ('" + user.id() + "', '" + ImportedHash.toStore(hash)
                        + "', 1)");
        return user;
    }

    private static PostgresPersistence ports() {
        return persistence.ports();
    }

    private static String storedHash(User user) throws SQLException {
        return Sql.value(
                DATABASE.superuser(), "select hash from tenantry.credential where user_id = '" + user.id() + "'");
    }
}
