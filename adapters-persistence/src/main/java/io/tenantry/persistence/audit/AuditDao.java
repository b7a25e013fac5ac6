package io.tenantry.persistence.audit;

import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.page.Cursor;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.tenant.TenantRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link JdbiAuditEvents}. */
@RegisterConstructorMapper(AuditRow.class)
public interface AuditDao {

    /** To the installation's audit. */
    @SqlBatch(transactional = false, value = """
            insert into <control>.audit_event (id, occurred_at, action, actor_kind, actor_id, subject, target_type,
                                               target_id, outcome, detail, address, user_agent)
            values (:event.id, :occurredAt, :event.action, :event.actor.kind, :event.actor.id::uuid,
                    :event.subject::text, :targetType, :targetId, :event.outcome,
                    jsonb_object(:names::text[], :texts::text[]), :event.device.address, :event.device.userAgent)""")
    void insert(@BindMethods List<WrittenEvent> events);

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

    /**
     * A page, the newest first.
     *
     * @param audit the table, as it is named in the scope at hand
     * @param condition more that an event must fit; may name {@code :actor}
     * @param to before this time
     */
    @SqlQuery("select" + AuditRow.COLUMNS + """
            from <audit> e
            where e.action in (<actions>) and e.occurred_at >= :from and e.occurred_at < :to
              and (e.occurred_at, e.id) < (:after.at, :after.id) <condition>
            order by e.occurred_at desc, e.id desc
            limit :limit""")
    List<AuditRow> page(
            @Define String audit,
            @BindList List<AuditAction> actions,
            @Define String condition,
            Optional<UUID> actor,
            Instant from,
            Instant to,
            @BindMethods("after") Cursor after,
            int limit);

    /** Whose scope the transaction is in. */
    @RegisterRowMapper(TenantRow.class)
    @SqlQuery("select" + TenantRow.COLUMNS
            + "from <control>.tenant t where t.id = nullif(current_setting('tenantry.tenant', true), '')::uuid")
    Optional<Tenant> tenantInScope();

    @SqlUpdate("""
            delete from <control>.audit_event
             where id = any (array(select id from <control>.audit_event
                                    where occurred_at < :before
                                    order by occurred_at, id
                                    limit :limit))""")
    int removeBefore(Instant before, int limit);

    @SqlUpdate("""
            update <control>.audit_event
               set address = null, user_agent = null
             where (subject = :user::text or actor_id = :user)
               and (address is not null or user_agent is not null)""")
    void eraseDevices(UserId user);
}
