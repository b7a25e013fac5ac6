package io.tenantry.persistence.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.social.Authorization;
import io.tenantry.domain.social.AuthorizationFixture;
import io.tenantry.persistence.PersistenceForTests;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.PostgresPersistence;
import io.tenantry.persistence.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JdbiAuthorizationsTest {

    @Test
    void a_nonce_or_verifier_that_was_put_in_anothers_place_does_not_open() throws SQLException {
        PostgresForTests.Database database = PostgresForTests.migrated();
        try (PersistenceForTests persistence = PersistenceForTests.on(database, 2)) {
            PostgresPersistence ports = persistence.ports();
            Authorization one = opened(ports);
            Authorization other = opened(ports);
            for (String tampering : List.of(
                    "sealed_nonce = sealed_code_verifier",
                    "sealed_code_verifier = sealed_nonce",
                    "sealed_nonce = (select k.sealed_nonce from tenantry.kept k where k.state_digest != a.state_digest)")) {
                Sql.query(
                        database.superuser(),
                        "create table tenantry.kept as table tenantry.provider_authorization",
                        "update tenantry.provider_authorization a set " + tampering);

                assertThatThrownBy(() -> take(ports, one)).as(tampering).isInstanceOf(IllegalStateException.class);

                Sql.query(
                        database.superuser(),
                        "delete from tenantry.provider_authorization",
                        "insert into tenantry.provider_authorization table tenantry.kept",
                        "drop table tenantry.kept");
            }
            assertThat(take(ports, one)).contains(one);
            assertThat(take(ports, other)).contains(other);
        }
    }

    private static Authorization opened(PostgresPersistence ports) {
        Authorization visit = AuthorizationFixture.toSignIn();
        return ports.transactions().outsideTenants(() -> {
            ports.social().authorizations().open(visit);
            return visit;
        });
    }

    private static Optional<Authorization> take(PostgresPersistence ports, Authorization visit) {
        return ports.transactions()
                .outsideTenants(() -> ports.social().authorizations().take(visit.state()));
    }
}
