package io.tenantry.persistence.webhook;

import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.webhook.Deliveries.Settlement;
import io.tenantry.domain.webhook.Delivery;
import io.tenantry.domain.webhook.EventId;
import io.tenantry.domain.webhook.WebhookId;
import io.tenantry.persistence.mapping.PageStart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * The SQL of {@link JdbiDeliveries}; under row security. Whoever changes a webhook's line holds the webhook first: so its places are
 * given in the order in which transactions commit.
 */
@RegisterRowMapper(DeliveryRow.class)
@RegisterConstructorMapper(DueRow.class)
public interface DeliveryDao {

    /** Holds all webhooks that it may go to, in one order, so that of two transactions none waits for what the other holds. */
    @SqlUpdate("""
            with held as materialized (
                select id from <control>.webhook
                 where tenant_id = :event.tenant and <held>
                 order by id
                   for update),
            told as (
                update <control>.webhook w
                   set last_place = w.last_place + 1, next_attempt_at = coalesce(w.next_attempt_at, :event.at)
                  from held
                 where w.id = held.id and <told>
             returning w.id, w.last_place)
            insert into <control>.webhook_delivery (webhook_id, event_id, tenant_id, place, event_type, occurred_at, actor_kind,
                                                    actor_id, subject, target_type, target_id, detail, status, lined_up_at,
                                                    next_attempt_at)
            select told.id, :event.id, :event.tenant, told.last_place, :event.type, :event.at, :event.actor.kind,
                   :event.actor.id::uuid, :event.subject::uuid, :targetType, :targetId,
                   jsonb_object(:names::text[], :texts::text[]), 'pending', :event.at, :event.at
              from told""")
    void lineUp(@BindMethods LinedUpEvent event, @Define String held, @Define String told);

    @SqlQuery("select" + DeliveryRow.COLUMNS + """
            from <control>.webhook_delivery
            where tenant_id = :tenant and webhook_id = :webhook and event_id = :event
              and event_type = any (cast(:known as text[]))""")
    Optional<Delivery> find(TenantId tenant, WebhookId webhook, EventId event, List<String> known);

    @SqlQuery("select" + DeliveryRow.COLUMNS + """
            from <control>.webhook_delivery
            where tenant_id = :tenant and webhook_id = :webhook and (:start.at, :start.id) > (occurred_at, event_id)
              and event_type = any (cast(:known as text[]))
            order by occurred_at desc, event_id desc
            limit :start.rows""")
    List<Delivery> page(TenantId tenant, WebhookId webhook, @BindMethods("start") PageStart start, List<String> known);

    @SqlQuery("""
            select count(*) from <control>.webhook_delivery
             where tenant_id = :tenant and webhook_id = :webhook and status = 'pending'""")
    int pending(TenantId tenant, WebhookId webhook);

    /** A place at the end of the line of a webhook, which is held from then on. */
    @SqlQuery("""
            update <control>.webhook
               set last_place = last_place + 1
             where tenant_id = :tenant and id = :webhook
         returning last_place""")
    Optional<Long> newPlace(TenantId tenant, WebhookId webhook);

    @SqlUpdate("""
            update <control>.webhook_delivery
               set place = :place, status = 'pending', attempts = 0, lined_up_at = :now, next_attempt_at = :now, done_at = null
             where webhook_id = :webhook and event_id = :event and status != 'pending'""")
    int lineUpAgain(WebhookId webhook, EventId event, long place, Instant now);

    @SqlUpdate("""
            update <control>.webhook_delivery
               set next_attempt_at = :now
             where webhook_id = :webhook and event_id = :event and status = 'pending'""")
    void hasten(WebhookId webhook, EventId event, Instant now);

    /** The webhook is due when the first in its line is, and from now on at the earliest: who was just served comes after who waits. */
    @SqlUpdate("""
            update <control>.webhook w
               set next_attempt_at = (select greatest(d.next_attempt_at, :now) from <control>.webhook_delivery d
                                       where d.webhook_id = w.id and d.status = 'pending'
                                       order by d.place
                                       limit 1)
             where w.id = :webhook""")
    void lookAtFirst(WebhookId webhook, Instant now);

    /**
     * Those that somebody else is just claiming, or adding to, are passed over. Of each tenant's those come first that are somebody's
     * already: they count too.
     */
    @SqlQuery("""
            update <control>.webhook w
               set lease_ends_at = :leaseEnds
              from (select free.id
                      from <control>.webhook free
                      join (select id, row_number() over (partition by tenant_id
                                                          order by coalesce(lease_ends_at > :now, false) desc,
                                                                   next_attempt_at, id) turn
                              from <control>.webhook
                             where active and :now >= next_attempt_at) waiting on waiting.id = free.id
                     where :mostOfTenant >= waiting.turn
                       and free.active and (free.lease_ends_at is null or :now >= free.lease_ends_at)
                     order by free.next_attempt_at, free.id
                     limit :limit
                       for update of free skip locked) due
             where w.id = due.id
         returning w.id""")
    List<UUID> claim(Instant now, Instant leaseEnds, int mostOfTenant, int limit);

    /** The first in the line of each. */
    @SqlQuery("select" + DueRow.COLUMNS + """
            from <control>.webhook w
            cross join lateral (select * from <control>.webhook_delivery
                                 where webhook_id = w.id and status = 'pending'
                                 order by place
                                 limit 1) d
            where w.id = any (cast(:webhooks as uuid[])) and d.event_type = any (cast(:known as text[]))
            order by d.next_attempt_at, w.id""")
    List<DueRow> firsts(List<String> webhooks, Instant now, List<String> known);

    /** Lets those go in whose line nothing is left: it was kept too long. */
    @SqlUpdate("""
            update <control>.webhook w
               set next_attempt_at = null, lease_ends_at = null
             where w.id = any (cast(:webhooks as uuid[]))
               and not exists (select from <control>.webhook_delivery d where d.webhook_id = w.id and d.status = 'pending')""")
    void letIdleGo(List<String> webhooks);

    /** Whether the lease is still the one that was given; then the webhook is held. */
    @SqlQuery("select id from <control>.webhook where id = :webhook and lease_ends_at = :leaseEnds for update")
    Optional<UUID> holdLeased(WebhookId webhook, Instant leaseEnds);

    @SqlUpdate("""
            update <control>.webhook_delivery
               set status = :next, attempts = attempts + 1, last_status = :attempt.status::integer,
                   last_error = :attempt.error::text, next_attempt_at = :nextAttemptAt::timestamptz,
                   done_at = case when :next = 'pending' then null else :now::timestamptz end,
                   delivered_at = case when :next = 'delivered' then :now::timestamptz else delivered_at end
             where webhook_id = :webhook and event_id = :event and status = 'pending'""")
    void settle(WebhookId webhook, EventId event, @BindMethods Settlement settlement);

    @SqlUpdate("""
            update <control>.webhook
               set lease_ends_at = null,
                   failing_since = case when :succeeded then null else coalesce(failing_since, :now) end
             where id = :webhook""")
    void letGo(WebhookId webhook, boolean succeeded, Instant now);

    /** Webhooks at which something waits for too long. Those that somebody holds just now are passed over. */
    @SqlQuery("""
            select id from <control>.webhook
             where id in (select webhook_id
                            from (select webhook_id from <control>.webhook_delivery
                                   where done_at is null and :before > lined_up_at
                                   order by lined_up_at
                                   limit :limit) late)
             order by id
               for update skip locked""")
    List<UUID> holdLate(Instant before, int limit);

    @SqlUpdate("""
            update <control>.webhook_delivery
               set status = 'failed', next_attempt_at = null, done_at = :now
             where webhook_id = any (cast(:webhooks as uuid[])) and done_at is null and :before > lined_up_at""")
    void giveUp(List<String> webhooks, Instant before, Instant now);

    @SqlUpdate("""
            delete from <control>.webhook_delivery d
             using (select webhook_id, event_id from <control>.webhook_delivery
                     where :before > done_at
                     order by done_at
                     limit :limit
                       for update skip locked) done
             where d.webhook_id = done.webhook_id and d.event_id = done.event_id""")
    int removeDone(Instant before, int limit);

    @SqlUpdate("""
            delete from <control>.webhook_delivery d
             using (select p.webhook_id, p.event_id
                      from <control>.webhook_delivery p
                      join <control>.webhook w on w.id = p.webhook_id
                     where p.done_at is null and :before > p.lined_up_at and not w.active
                     order by p.lined_up_at
                     limit :limit
                       for update of p skip locked) waiting
             where d.webhook_id = waiting.webhook_id and d.event_id = waiting.event_id""")
    int removeUnheard(Instant before, int limit);
}
