package io.tenantry.persistence.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.persistence.PersistenceForTests;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.PostgresPersistence;
import io.tenantry.persistence.Sql;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
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
