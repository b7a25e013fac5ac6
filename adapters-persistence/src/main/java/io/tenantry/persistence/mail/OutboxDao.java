package io.tenantry.persistence.mail;

import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailId;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mail.MailRequest;
import io.tenantry.domain.mail.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link JdbiOutbox}. */
@RegisterConstructorMapper(MailRow.class)
@RegisterConstructorMapper(MailRequestRow.class)
@RegisterConstructorMapper(Outbox.Backlog.class)
public interface OutboxDao {

    @SqlUpdate("""
            insert into <control>.outbox_mail (id, kind, recipient, recipient_name, locale, timezone, sealed_token,
                                               sealed_details, status, next_try_at, created_at)
            values (:id, :kind, :to.email, :to.name, :to.locale, :to.timezone, :sealedToken,
                    :sealedDetails, 'pending', :createdAt, :createdAt)""")
    void insert(@BindMethods Mail mail, Optional<byte[]> sealedToken, Optional<byte[]> sealedDetails);

    @SqlUpdate("""
            insert into <control>.mail_request (id, kind, email, requested_at)
            values (:id, :kind, :email, :requestedAt)""")
    void insert(@BindMethods MailRequest request);

    /** @param known other kinds are left to the version that added them */
    @SqlQuery("""
            delete from <control>.mail_request
             where id = (select id from <control>.mail_request
                          where kind in (<known>)
                          order by requested_at, id
                          limit 1
                            for update skip locked)
         returning id, kind, email, requested_at""")
    Optional<MailRequestRow> takeRequest(@BindList List<MailKind> known);

    /**
     * Those that somebody else is just claiming are passed over. A claimed one is due again when its lease ends.
     *
     * @param known other kinds are left to the version that added them
     */
    @SqlQuery("""
            update <control>.outbox_mail m
               set tries = m.tries + 1, next_try_at = :leaseEnds, lease_ends_at = :leaseEnds
              from (select id from <control>.outbox_mail
                     where status = 'pending' and :now >= next_try_at and kind in (<known>)
                     order by created_at, id
                     limit :limit
                       for update skip locked) due
             where m.id = due.id
         returning m.id, m.kind, m.recipient, m.recipient_name, m.locale, m.timezone, m.sealed_token, m.sealed_details,
                   m.created_at, m.tries""")
    List<MailRow> claim(Instant now, Instant leaseEnds, int limit, @BindList List<MailKind> known);

    /** It was claimed just now, in the same transaction, but not tried. It stays leased. */
    @SqlUpdate("update <control>.outbox_mail set tries = tries - 1 where id = :mail")
    void notTried(UUID mail);

    /** Whoever sent it, it is sent: without regard to leases. Of a deleted account no address is kept. */
    @SqlUpdate("""
            with last_one as (
                delete from <control>.outbox_mail where id = :mail and kind = 'account_deleted')
            update <control>.outbox_mail
               set status = 'sent', sealed_token = null, sealed_details = null, lease_ends_at = null, done_at = :now
             where id = :mail and kind != 'account_deleted' and status != 'sent'""")
    void sent(MailId mail, Instant now);

    @SqlUpdate("""
            update <control>.outbox_mail
               set next_try_at = :nextTry, lease_ends_at = null, last_error = :reason
             where id = :mail and status = 'pending'
               and (lease_ends_at is null or lease_ends_at = :lease::timestamptz)""")
    void postpone(MailId mail, Instant nextTry, String reason, Optional<Instant> lease);

    @SqlUpdate("""
            update <control>.outbox_mail
               set status = 'given_up', sealed_token = null, sealed_details = null, lease_ends_at = null, done_at = :now,
                   last_error = :reason
             where id = :mail and status = 'pending'
               and (lease_ends_at is null or lease_ends_at = :lease::timestamptz)""")
    void giveUp(MailId mail, Instant now, String reason, Optional<Instant> lease);

    @SqlQuery("""
            select (select count(*) from <control>.outbox_mail where status = 'pending') as waiting,
                   (select count(*) from <control>.outbox_mail where status = 'given_up') as given_up""")
    Outbox.Backlog backlog();

    @SqlUpdate("""
            delete from <control>.outbox_mail
             where id = any (array(select id from <control>.outbox_mail
                                 where :before > done_at
                                 order by done_at
                                 limit :limit
                                   for update skip locked))""")
    int removeDone(Instant before, int limit);
}
