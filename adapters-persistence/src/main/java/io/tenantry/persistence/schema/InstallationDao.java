package io.tenantry.persistence.schema;

import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link Installation}, as the owner. */
public interface InstallationDao {

    /**
     * Whether the tables are there that {@link #isComplete} asks for: else PostgreSQL would log an error.
     *
     * @param control the schema as it stands in SQL
     */
    @SqlQuery("select pg_catalog.to_regclass(:control || '.fleet') is not null")
    boolean isBegun(String control);

    /** Whether a release that has no fleet yet has been here, or this one. */
    @SqlQuery("select pg_catalog.to_regclass(:control || '.flyway_schema_history') is not null")
    boolean isInstalled(String control);

    /** However many tenants there are, it looks at one entry of an index: asked for the least, the planner looks nowhere else. */
    @SqlQuery("""
            select s.fingerprint = :fingerprint
                   and not coalesce((select f.generation from <control>.fleet f)
                                    > (select min(t.generation) from <control>.tenant_schema t), false)
              from <control>.server_role s
             where s.name = :role""")
    Optional<Boolean> isComplete(String role, String fingerprint);

    /** The same, whatever became of each tenant. */
    @SqlQuery("select s.fingerprint = :fingerprint from <control>.server_role s where s.name = :role")
    Optional<Boolean> isRun(String role, String fingerprint);

    /** @param newest three digits, as Flyway notes them */
    @SqlQuery("select exists (select from <control>.flyway_schema_history where success and version > :newest)")
    boolean isNewerThan(String newest);

    @SqlQuery("select exists (select from pg_catalog.pg_roles where rolname = :role)")
    boolean roleExists(String role);

    @SqlQuery("select current_setting('server_encoding')")
    String encoding();

    /** Grants are changed by one run at a time; others wait for the end of its transaction. */
    @SqlQuery("select pg_advisory_xact_lock(hashtext(:control || ' grants'))::text")
    String lockGrants(String control);

    /** Unless tenants are left that were not even tried. */
    @SqlUpdate("""
            update <control>.server_role set fingerprint = :fingerprint
             where name = :role
               and not exists (select from <control>.tenant_schema t
                                where (select f.generation from <control>.fleet f) > t.generation
                                  and t.state != 'failed')""")
    void finish(String role, String fingerprint);
}
