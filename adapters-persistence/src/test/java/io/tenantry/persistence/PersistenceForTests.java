package io.tenantry.persistence;

import com.zaxxer.hikari.HikariDataSource;
import io.tenantry.domain.contract.DrivenPortsUnderTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javax.sql.DataSource;

/** The ports on a database for tests: with a pool, and at the least cost of hashing. */
public final class PersistenceForTests implements AutoCloseable {

    static final EncryptionSecret SECRET = EncryptionSecret.ofBase64(
            Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII)));

    private final HikariDataSource pool;
    private final PostgresPersistence persistence;

    private PersistenceForTests(HikariDataSource pool, PostgresPersistence persistence) {
        this.pool = pool;
        this.persistence = persistence;
    }

    /** @param size of the pool */
    public static PersistenceForTests on(PostgresForTests.Database database, int size) {
        HikariDataSource pool = ConnectionPools.pool(database.serverUrl(), size);
        return new PersistenceForTests(pool, builder(database, pool).open());
    }

    /** What remains is to open it. */
    public static PersistenceBuilder builder(PostgresForTests.Database database, DataSource dataSource) {
        return PostgresPersistence.on(dataSource)
                .listenOn(database.server())
                .secret(SECRET, List.of())
                .bcryptCost(4);
    }

    public HikariDataSource pool() {
        return pool;
    }

    public PostgresPersistence ports() {
        return persistence;
    }

    public DrivenPortsUnderTest underTest() {
        return underTest(persistence);
    }

    public static DrivenPortsUnderTest underTest(PostgresPersistence persistence) {
        return new DrivenPortsUnderTest(
                persistence.transactions(),
                persistence.tenants(),
                persistence.domains(),
                persistence.domainClaims(),
                persistence.tenantSchemas(),
                persistence.users(),
                persistence.profiles(),
                persistence.memberships(),
                persistence.invitations(),
                persistence.credentials(),
                persistence.oneTimeTokens(),
                persistence.sessions(),
                persistence.knownDevices(),
                persistence.identities(),
                persistence.signingKeys(),
                persistence.secondFactors(),
                persistence.totpCodes(),
                persistence.mfaChallenges(),
                persistence.passkeys().passkeys(),
                persistence.passkeys().ceremonies(),
                persistence.social().linkedIdentities(),
                persistence.social().authorizations(),
                persistence.throttles(),
                persistence.keyedCalls(),
                persistence.auditEvents(),
                persistence.directory(),
                persistence.outbox(),
                persistence.keys().keys(),
                persistence.keys().known(),
                persistence.keys().uses(),
                persistence.keys().guesses(),
                persistence.keys().quotaNotices(),
                persistence.keys().revokedTokens(),
                persistence.hooks().webhooks(),
                persistence.hooks().deliveries());
    }

    @Override
    public void close() {
        persistence.close();
        pool.close();
    }
}
