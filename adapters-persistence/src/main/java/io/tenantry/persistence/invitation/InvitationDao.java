package io.tenantry.persistence.invitation;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.invitation.Invitation;
import io.tenantry.domain.invitation.InvitationId;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.mapping.PageStart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link JdbiInvitations}; under row security. */
@RegisterRowMapper(InvitationRow.class)
public interface InvitationDao {

    /** Another that is just being stored for the address is waited for. */
    @SqlUpdate("""
            insert into <control>.invitation (id, tenant_id, email, email_canonical, role, digest, status, invited_by,
                                              by_operator, created_at, expires_at)
            values (:id, :tenant, :email, :email.canonical, :role, :token, :stored, :invitedBy,
                    :byOperator, :createdAt, :expiresAt)
            on conflict (tenant_id, email_canonical) where status = 'pending' do nothing""")
    int insert(@BindMethods Invitation invitation);

    @SqlQuery("select" + InvitationRow.COLUMNS + "from <control>.invitation where tenant_id = :tenant and id = :id")
    Optional<Invitation> find(TenantId tenant, InvitationId id);

    @SqlQuery("select" + InvitationRow.COLUMNS + "from <control>.invitation where id = any (cast(:ids as uuid[]))")
    List<Invitation> findAll(List<String> ids);

    @SqlQuery("select" + InvitationRow.COLUMNS + "from <control>.invitation where digest = :token")
    Optional<Invitation> findByToken(TokenDigest token);

    @SqlQuery("select" + InvitationRow.COLUMNS + "from <control>.invitation where digest = :token for update")
    Optional<Invitation> holdByToken(TokenDigest token);

    @SqlQuery("select" + InvitationRow.COLUMNS
            + "from <control>.invitation where tenant_id = :tenant and id = :id for update")
    Optional<Invitation> hold(TenantId tenant, InvitationId id);

    @SqlQuery("select" + InvitationRow.COLUMNS + """
            from <control>.invitation
            where tenant_id = :tenant and email_canonical = :canonical and status = 'pending'""")
    Optional<Invitation> pendingFor(TenantId tenant, String canonical);

    @SqlUpdate("""
            update <control>.invitation
               set digest = :token, status = :stored, expires_at = :expiresAt, invited_by = :invitedBy
             where tenant_id = :tenant and id = :id""")
    void update(@BindMethods Invitation invitation);

    @SqlQuery("select" + InvitationRow.COLUMNS + """
            from <control>.invitation
            where tenant_id = :tenant and (:start.at, :start.id) > (created_at, id)
            order by created_at desc, id desc
            limit :start.rows""")
    List<Invitation> page(TenantId tenant, @BindMethods("start") PageStart start);

    @SqlUpdate("""
            update <control>.invitation
               set status = 'revoked'
             where tenant_id = :tenant and invited_by = :invitedBy and status = 'pending'
               and role = any (cast(:roles as text[]))""")
    int revokePending(TenantId tenant, UserId invitedBy, List<String> roles);

    @SqlQuery("""
            select count(*)
              from <control>.invitation
             where tenant_id = :tenant and status = 'pending' and expires_at > :now""")
    int pending(TenantId tenant, Instant now);
}
