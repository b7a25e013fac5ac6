package io.tenantry.persistence.membership;

import io.tenantry.domain.membership.Member;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.mapping.PageStart;
import io.tenantry.persistence.tenant.TenantRow;
import io.tenantry.persistence.user.UserRow;
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
@RegisterRowMapper(MemberRow.class)
public interface MembershipDao {

    @SqlQuery("""
            with added as (
                insert into <control>.membership (tenant_id, user_id, role, joined_at, last_used_at)
                values (:tenant, :user, :role, :joinedAt, :lastUsedAt)
                on conflict do nothing
             returning user_id)
            select user_id::text || pg_notify(<channel>, 'user:' || user_id)::text from added""")
    Optional<String> insert(@BindMethods Membership membership);

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

    @SqlQuery("select count(*) from <control>.membership where tenant_id = :tenant")
    int count(TenantId tenant);

    @SqlQuery("select true from <control>.tenant where id = :tenant for no key update")
    Optional<Boolean> hold(TenantId tenant);

    /** The tenants that a user owns, in one order. */
    @SqlQuery("""
            select true
              from <control>.tenant
             where id in (select tenant_id from <control>.membership where user_id = :user and role = 'owner')
             order by id
               for no key update""")
    List<Boolean> holdOwned(UserId user);

    /**
     * After {@link #holdOwned}. Servers of the version before know nothing of that, and lock the owners; so this does too, in
     * their order.
     */
    @SqlQuery("""
            with owners as (
                select m.tenant_id
                  from <control>.membership m join <control>.tenant t on t.id = m.tenant_id
                 where m.role = 'owner' and t.removed_after is null
                   and m.tenant_id in (select own.tenant_id from <control>.membership own
                                        where own.user_id = :user and own.role = 'owner')
                 order by m.tenant_id, m.user_id
                   for update of m)
            select tenant_id from owners group by tenant_id having count(*) = 1 order by tenant_id""")
    List<UUID> ownedAlone(UserId user);

    @SqlQuery("select" + MembershipRow.COLUMNS + "," + UserRow.COLUMNS + """
            from <control>.membership m join <control>.app_user u on u.id = m.user_id
            where m.tenant_id = :tenant and (m.joined_at, m.user_id) > (:start.at, :start.id)
            order by m.joined_at, m.user_id
            limit :start.rows""")
    List<Member> page(TenantId tenant, @BindMethods("start") PageStart start);

    /** Where no owner is named, as servers of the version before name none, the one who joined first is. */
    @SqlUpdate("""
            update <control>.tenant t
               set owner_id = (select m.user_id from <control>.membership m
                                where m.tenant_id = t.id and m.role = 'owner'
                                order by m.joined_at, m.user_id
                                limit 1)
             where t.id = :tenant and t.owner_id is null""")
    void nameOwner(TenantId tenant);

    /**
     * Before an owner goes: another is named. If there is none, the one who goes is, or stays so; then the foreign key does not let
     * them.
     */
    @SqlUpdate("""
            update <control>.tenant t
               set owner_id = coalesce(
                       (select other.user_id from <control>.membership other
                         where other.tenant_id = t.id and other.role = 'owner' and other.user_id != :user
                         order by other.joined_at, other.user_id
                         limit 1),
                       :user::uuid)
              from <control>.membership m
             where t.id = :tenant and m.tenant_id = t.id and m.user_id = :user and m.role = 'owner'
               and (t.owner_id = :user or t.owner_id is null)""")
    void handOver(TenantId tenant, UserId user);

    @SqlQuery("""
            with changed as (
                update <control>.membership set role = :role
                 where tenant_id = :tenant and user_id = :user
             returning user_id)
            select user_id::text || pg_notify(<channel>, 'user:' || user_id)::text from changed""")
    Optional<String> update(@BindMethods Membership membership);

    @SqlQuery("""
            with removed as (
                delete from <control>.membership
                 where tenant_id = :tenant and user_id = :user
             returning user_id)
            select user_id::text || pg_notify(<channel>, 'user:' || user_id)::text from removed""")
    Optional<String> delete(TenantId tenant, UserId user);

    @SqlUpdate("update <control>.membership set last_used_at = :at where tenant_id = :tenant and user_id = :user")
    void used(TenantId tenant, UserId user, Instant at);
}
