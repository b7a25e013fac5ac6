package io.tenantry.persistence.audit;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.SqlObject;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of the chain through a tenant's audit. Bare names are those of the tenant in scope. */
public interface ChainDao extends SqlObject {

    /**
     * Each is linked to the one before it by the statement that adds it; until the transaction ends, whoever adds one to the same
     * chain waits at the row of its head.
     *
     * @param schema the tenant's, quoted
     * @return for each, how many were added: one, unless the chain has lost its head
     */
    @SqlBatch(transactional = false, value = """
            with head as (
                update <schema>.audit_head
                   set seq = seq + 1, digest = sha256(digest || :digest::bytea)
             returning seq, digest)
            insert into <schema>.audit_event (id, occurred_at, action, actor_kind, actor_id, subject, target_type,
                                              target_id, outcome, detail, address, user_agent, salt, device_digest,
                                              seq, digest)
            select :written.event.id, :written.occurredAt, :written.event.action, :written.event.actor.kind,
                   :written.event.actor.id::uuid, :written.event.subject::text, :written.targetType, :written.targetId,
                   :written.event.outcome, jsonb_object(:written.names::text[], :written.texts::text[]),
                   :written.event.device.address, :written.event.device.userAgent, decode(:salt, 'hex'),
                   decode(:deviceDigest, 'hex'), head.seq, head.digest
              from head""")
    int[] append(@Define String schema, @BindMethods List<ChainedEvent> events);

    /** Both ends and all between them as they are at one moment, in order, fetched in portions. */
    @FetchSize(500)
    @RegisterRowMapper(ChainRow.Mapper.class)
    @SqlQuery("select" + ChainRow.COLUMNS + "from audit_head h left join audit_event e on e.seq is not null "
            + ChainRow.DATA + "order by e.seq")
    Stream<ChainRow> chain();

    @SqlQuery("select count(*) from audit_event where seq is null")
    long unchained();

    @SqlQuery("select seq from audit_head for update")
    List<Long> holdHead();

    /** Of those that stand beside the chain. */
    @SqlUpdate("""
            delete from audit_event
             where id = any (array(select id from audit_event
                                    where occurred_at < :before and seq is null
                                    order by occurred_at, id
                                    limit :limit))""")
    int removeUnchained(Instant before, int limit);

    /**
     * Removes from the beginning of the chain as far as all is older, and keeps the digest of the last that was removed.
     *
     * @return how many
     */
    @SqlQuery("""
            with oldest as (
                select id, seq, digest, bool_and(occurred_at < :before) over (order by seq) as is_over
                  from (select * from audit_event where seq is not null order by seq limit :limit) first),
            removed as (
                delete from audit_event where id = any (array(select id from oldest where is_over)) returning 1),
            anchored as (
                update audit_head h set anchor_seq = last.seq, anchor_digest = last.digest
                  from (select seq, digest from oldest where is_over order by seq desc limit 1) last
             returning 1)
            select count(*) from removed""")
    int removeChained(Instant before, int limit);
}
