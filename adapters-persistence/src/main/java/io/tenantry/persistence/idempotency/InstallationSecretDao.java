package io.tenantry.persistence.idempotency;

import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link InstallationSecret}. */
public interface InstallationSecretDao {

    @SqlQuery("select sealed_secret from <control>.installation_secret where name = :name")
    Optional<byte[]> find(String name);

    @SqlUpdate("""
            insert into <control>.installation_secret (name, sealed_secret) values (:name, :sealed)
            on conflict do nothing""")
    void insert(String name, byte[] sealed);
}
