package io.tenantry.persistence.audit;

import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.tenant.TenantRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link JdbiAuditEvents}. */
@RegisterConstructorMapper(AuditRow.class)
public interface AuditDao {

    /**
     * @param audit the table, quoted: the installation's or a tenant's
     * @param names of the event's data, in the order of {@code texts}
     */
    @SqlUpdate("""
            insert into <audit> (id, occurred_at, action, actor_kind, actor_id, subject, outcome, address,
                                 user_agent, target_type, target_id, detail)
            values (:id, :at, :action, :actor.kind, :actor.id::uuid, :subject::text, :outcome, :device.address,
                    :device.userAgent, :targetType, :targetId, jsonb_object(:names::text[], :texts::text[]))""")
    void insert(
            @Define String audit,
            @BindMethods AuditEvent event,
            Optional<String> targetType,
            Optional<String> targetId,
            List<String> names,
            List<String> texts);

    /**
     * @param audit the table, as it is named in the scope at hand
     * @param known other actions are left to the version that added them
     */
    @SqlQuery("with about as ((select" + AuditRow.COLUMNS + """
                    from <audit> e
                    where e.subject = :user::text and e.action in (<known>)
                    order by e.occurred_at desc, e.id desc
                    limit :limit)
                union all
                (select""" + AuditRow.COLUMNS + """
                    from <audit> e
                    where e.actor_id = :user and e.subject is distinct from e.actor_id::text and e.action in (<known>)
                    order by e.occurred_at desc, e.id desc
                    limit :limit))
            select * from about order by occurred_at desc, id desc limit :limit""")
    List<AuditRow> about(@Define String audit, UserId user, int limit, @BindList List<AuditAction> known);

    /** Whose scope the transaction is in. */
    @RegisterRowMapper(TenantRow.class)
    @SqlQuery("select" + TenantRow.COLUMNS
            + "from <control>.tenant t where t.id = nullif(current_setting('tenantry.tenant', true), '')::uuid")
    Optional<Tenant> tenantInScope();

    /** @param audit the table, as it is named in the scope at hand */
    @SqlUpdate("""
            delete from <audit>
             where id = any (array(select id from <audit>
                                    where occurred_at < :before
                                    order by occurred_at, id
                                    limit :limit))""")
    int removeBefore(@Define String audit, Instant before, int limit);
}
