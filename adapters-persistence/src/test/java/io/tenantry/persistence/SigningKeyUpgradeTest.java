package io.tenantry.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.session.SigningKey;
import io.tenantry.domain.session.SigningKeyFixture;
import io.tenantry.persistence.encryption.Encryption;
import io.tenantry.persistence.mapping.SearchLetters;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Keys of servers that knew nothing of when a key signs. */
class SigningKeyUpgradeTest {

    private final PostgresForTests.Database database = PostgresForTests.empty();

    @Test
    void an_old_key_goes_on_signing_and_is_not_yet_due_to_be_followed() throws SQLException {
        migrateToVersion8();
        SigningKey old = insert("old", "now() - interval '400 days'");

        database.migrations().migrate();

        SigningKey kept = only();
        assertThat(kept.id()).isEqualTo(old.id());
        assertThat(SigningKey.signing(List.of(kept), Instant.now())).contains(kept);
        assertThat(Duration.between(kept.signsFrom(), Instant.now()))
                .isBetween(Duration.ofDays(86), Duration.ofDays(88));
    }

    @Test
    void a_young_key_keeps_its_age() throws SQLException {
        migrateToVersion8();
        insert("young", "now() - interval '10 days'");

        database.migrations().migrate();

        SigningKey kept = only();
        assertThat(kept.signsFrom()).isEqualTo(kept.createdAt());
    }

    @Test
    void a_key_that_a_server_of_before_makes_signs_at_once() throws SQLException {
        database.migrations().migrate();

        insert("theirs", "now()");

        assertThat(only().isToCome(Instant.now())).isFalse();
    }

    private void migrateToVersion8() {
        Flyway.configure()
                .dataSource(database.owner())
                .defaultSchema("tenantry")
                .locations("classpath:db/control")
                .placeholders(Map.of(
                        "control", "\"tenantry\"",
                        "separators", SearchLetters.separators(),
                        "unfolded", SearchLetters.unfolded(),
                        "folds", SearchLetters.folds()))
                .target("008")
                .loggers("slf4j")
                .load()
                .migrate();
    }

    /** As the version before did it. */
    private SigningKey insert(String kid, String createdAt) throws SQLException {
        SigningKey key = SigningKeyFixture.aKey();
        byte[] sealed = new Encryption(PersistenceForTests.SECRET.key(), List.of())
                .seal(key.pair().getPrivate().getEncoded(), "signing_key " + kid);
        Sql.query(
                database.superuser(),
                "insert into tenantry.signing_key (kid, sealed_private_key, is_first, created_at)"
                        + " select '" + kid + "', '\\x" + HexFormat.of().formatHex(sealed) + "', true, " + createdAt
                        + " where not exists (select from tenantry.signing_key)"
                        + " on conflict (is_first) where is_first do nothing");
        return new SigningKey(kid, key.pair(), key.createdAt());
    }

    private SigningKey only() {
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 2)) {
            PostgresPersistence ports = persistence.ports();
            List<SigningKey> all = ports.transactions()
                    .outsideTenants(() -> ports.signingKeys().all());
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }
}
