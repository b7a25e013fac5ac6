package io.tenantry.persistence.schema;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link Installation}, as the owner. */
@RegisterConstructorMapper(InstallationDao.Stale.class)
public interface InstallationDao {

    /** A tenant whose schema is not what it should be. */
    record Stale(UUID id, String schemaName) {}

    /**
     * Whether the table is there that {@link #isComplete} asks for: else PostgreSQL would log an error.
     *
     * @param control the schema as it stands in SQL
     */
    @SqlQuery("select pg_catalog.to_regclass(:control || '.server_role') is not null")
    boolean isBegun(String control);

    @SqlQuery("""
            select s.fingerprint = :fingerprint
                   and not exists (select from <control>.tenant_schema where :newest > version)
                   and not exists (select from <control>.tenant_schema where state = 'failed')
              from <control>.server_role s
             where s.name = :role""")
    Optional<Boolean> isComplete(String role, String fingerprint, int newest);

    /** @param newest three digits, as Flyway notes them */
    @SqlQuery("select exists (select from <control>.flyway_schema_history where success and version > :newest)")
    boolean isNewerThan(String newest);

    @SqlQuery("select exists (select from pg_catalog.pg_roles where rolname = :role)")
    boolean roleExists(String role);

    @SqlQuery("select current_setting('server_encoding')")
    String encoding();

    /** Waits for the registrations under way, which hold a weaker lock to their end. */
    @SqlUpdate("lock table <control>.tenant_script in access exclusive mode")
    void lockScripts();

    @SqlQuery("""
            insert into <control>.tenant_script (version, name, checksum, sql)
            values (:version, :name, :checksum, :sql)
            on conflict (version) do update set name = excluded.name
            returning checksum""")
    String store(int version, String name, String checksum, String sql);

    @SqlUpdate("insert into <control>.server_role (name) values (:role) on conflict (name) do nothing")
    void addRole(String role);

    @SqlUpdate("update <control>.server_role set fingerprint = :fingerprint where name = :role")
    void finish(String role, String fingerprint);

    @SqlQuery("""
            select t.id, t.schema_name
              from <control>.tenant_schema s join <control>.tenant t on t.id = s.tenant_id
             where :newest > s.version or s.state = 'failed'
                or not coalesce(pg_catalog.has_schema_privilege(
                       :role, pg_catalog.to_regnamespace(t.schema_name)::oid, 'USAGE'), false)
             order by t.number""")
    List<Stale> stale(String role, int newest);

    @SqlQuery("select <control>.apply_tenant_scripts(:tenant)::text")
    String apply(UUID tenant);

    @SqlUpdate("update <control>.tenant_schema set state = 'failed', last_error = :error where tenant_id = :tenant")
    void failed(UUID tenant, String error);
}
