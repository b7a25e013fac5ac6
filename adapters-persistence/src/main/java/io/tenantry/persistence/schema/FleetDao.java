package io.tenantry.persistence.schema;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link FleetUpgrade}, as the owner. */
@RegisterConstructorMapper(FleetDao.Stale.class)
public interface FleetDao {

    /** A tenant whose schema is behind. */
    record Stale(UUID id, String schemaName, boolean failed) {}

    @SqlQuery("""
            select t.id, t.schema_name, s.state = 'failed' as failed
              from <control>.tenant_schema s join <control>.tenant t on t.id = s.tenant_id
             where (select f.generation from <control>.fleet f) > s.generation
             order by t.number""")
    List<Stale> stale();

    /** A migration may take its time; but who waits for a table holds up all that come after it, and so gives up soon. */
    @SqlUpdate("set local statement_timeout = 0; set local lock_timeout = '5s'")
    void bePatientWithWorkAlone();

    /** However long another run works on it. */
    @SqlUpdate("set local lock_timeout = 0")
    void waitForOthers();

    /** Whether it is still behind; empty if another run is at work on it, or it is gone. */
    @SqlQuery("select (select f.generation from <control>.fleet f) > s.generation" + FROM_LEDGER + " skip locked")
    Optional<Boolean> holdIfFree(UUID tenant);

    /** Whether it is still behind, once no other run is at work on it; empty if it is gone. */
    @SqlQuery("select (select f.generation from <control>.fleet f) > s.generation" + FROM_LEDGER)
    Optional<Boolean> hold(UUID tenant);

    @SqlQuery("select <control>.apply_tenant_scripts(:tenant)::text")
    String apply(UUID tenant);

    @SqlUpdate("update <control>.tenant_schema set state = 'failed', last_error = :error where tenant_id = :tenant")
    void failed(UUID tenant, String error);

    /** One tenant's row of the ledger, locked. */
    String FROM_LEDGER = " from <control>.tenant_schema s where s.tenant_id = :tenant for update";
}
