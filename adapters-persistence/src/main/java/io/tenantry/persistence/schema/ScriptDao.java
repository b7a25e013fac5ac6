package io.tenantry.persistence.schema;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link StoredScripts}, as the owner. */
@RegisterConstructorMapper(ScriptDao.Stored.class)
public interface ScriptDao {

    /** A script of the host's that is run once. */
    record Stored(String version, String name, String checksum) {}

    /** Waits for the registrations under way, which hold a weaker lock to their end; those that come wait meanwhile. */
    @SqlUpdate("""
            set local lock_timeout = '30s';
            lock table <control>.tenant_script in access exclusive mode""")
    void lock();

    @SqlQuery("select exists (select from <control>.server_role where name = :role)")
    boolean hasRole(String role);

    @SqlUpdate("insert into <control>.server_role (name) values (:role) on conflict (name) do nothing")
    void addRole(String role);

    @KeyColumn("name")
    @ValueColumn("checksum")
    @SqlQuery("select name, checksum from <control>.tenant_script")
    Map<String, String> tenantry();

    @SqlUpdate("""
            insert into <control>.tenant_script (version, name, checksum, sql)
            values (:version, :name, :checksum, :sql)""")
    void addTenantrys(int version, String name, String checksum, String sql);

    @SqlQuery("select version, name, checksum from <control>.host_script order by ordinal")
    List<Stored> versioned();

    /** The ordinal of the last one that any schema has. */
    @SqlQuery("select coalesce(max(host_ordinal), 0) from <control>.tenant_schema")
    int reached();

    @SqlUpdate("delete from <control>.host_script where ordinal > :ordinal")
    void removeAfter(int ordinal);

    @SqlUpdate("""
            insert into <control>.host_script (ordinal, version, name, checksum, sql)
            values (:ordinal, :version, :name, :checksum, :sql)""")
    void add(int ordinal, String version, String name, String checksum, String sql);

    @KeyColumn("name")
    @ValueColumn("checksum")
    @SqlQuery("select name, checksum from <control>.host_repeatable")
    Map<String, String> repeatable();

    @SqlUpdate("delete from <control>.host_repeatable")
    void removeRepeatable();

    @SqlUpdate("insert into <control>.host_repeatable (name, checksum, sql) values (:name, :checksum, :sql)")
    void addRepeatable(String name, String checksum, String sql);

    /** What is made of other scripts, or not granted to every role, is behind from now on. */
    @SqlUpdate("update <control>.fleet set generation = generation + 1")
    void nextGeneration();

    /** A tenant that nobody ever sees: its transaction is rolled back. It takes no number that is promised to others. */
    @SqlUpdate("""
            insert into <control>.tenant (id, number, name, slug, schema_name, contact_email, status, created_at, updated_at)
            overriding system value
            values (:tenant, 0, 'Trial', :slug, :schema, 'nobody@localhost', 'active', transaction_timestamp(),
                    transaction_timestamp())""")
    void addTrial(UUID tenant, String slug, String schema);

    @SqlQuery("select <control>.create_tenant_schema(:tenant, :schema)::text")
    String create(UUID tenant, String schema);
}
