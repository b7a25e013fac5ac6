package io.tenantry.persistence.membership;

import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.tenant.TenantRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link JdbiMemberships}; under row security. */
@RegisterRowMapper(MembershipRow.class)
@RegisterRowMapper(TenantMembershipRow.class)
public interface MembershipDao {

    @SqlQuery("""
            with added as (
                insert into <control>.membership (tenant_id, user_id, role, joined_at, last_used_at)
                values (:tenant, :user, :role, :joinedAt, :lastUsedAt)
             returning user_id)
            select user_id::text || pg_notify(<channel>, 'user:' || user_id)::text from added""")
    String insert(@BindMethods Membership membership);

    @SqlQuery("select" + MembershipRow.COLUMNS
            + "from <control>.membership m where m.tenant_id = :tenant and m.user_id = :user")
    Optional<Membership> find(TenantId tenant, UserId user);

    @SqlQuery("select" + MembershipRow.COLUMNS + "," + TenantRow.COLUMNS + """
            from <control>.membership m join <control>.tenant t on t.id = m.tenant_id
            where m.user_id = :user
            order by m.joined_at, m.tenant_id""")
    List<TenantMembership> of(UserId user);

    @SqlQuery("select" + MembershipRow.COLUMNS + """
            from <control>.membership m
            where m.tenant_id = :tenant and m.role = :role
            order by m.joined_at, m.user_id""")
    List<Membership> withRole(TenantId tenant, Role role);

    /** Locks in one order, so that of two owners who leave at once the second waits, and then sees that the first has left. */
    @SqlQuery("""
            with owners as (
                select m.tenant_id
                  from <control>.membership m
                 where m.role = 'owner'
                   and m.tenant_id in (select own.tenant_id from <control>.membership own
                                        where own.user_id = :user and own.role = 'owner')
                 order by m.tenant_id, m.user_id
                   for update)
            select tenant_id from owners group by tenant_id having count(*) = 1 order by tenant_id""")
    List<UUID> ownedAlone(UserId user);

    @SqlUpdate("update <control>.membership set last_used_at = :at where tenant_id = :tenant and user_id = :user")
    void used(TenantId tenant, UserId user, Instant at);
}
