package io.tenantry.persistence.user;

import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link JdbiUsers}. */
@RegisterRowMapper(UserRow.class)
public interface UserDao {

    /** A registration under way that has the address is waited for. */
    @SqlUpdate("""
            insert into <control>.app_user (id, email, email_canonical, first_name, last_name, full_name,
                                            email_verified_at, verify_before_sign_in, operator, disabled,
                                            created_at, updated_at)
            values (:id, :email, :email.canonical, :name.first, :name.last, :name.full,
                    :emailVerifiedAt, :verifyBeforeSignIn, :operator, :disabled, :createdAt, :updatedAt)
            on conflict (email_canonical) do nothing""")
    int insert(@BindMethods User user);

    @SqlQuery("select" + UserRow.COLUMNS + "from <control>.app_user u where u.id = :id")
    Optional<User> find(UserId id);

    @SqlQuery("select" + UserRow.COLUMNS + "from <control>.app_user u where u.id = any (cast(:ids as uuid[]))")
    List<User> findAll(List<String> ids);

    @SqlQuery("select" + UserRow.COLUMNS + "from <control>.app_user u where u.email_canonical = :canonical")
    Optional<User> findByEmail(String canonical);

    @SqlQuery("""
            with changed as (
                update <control>.app_user
                   set email = :email, email_canonical = :email.canonical, first_name = :name.first,
                       last_name = :name.last, full_name = :name.full, email_verified_at = :emailVerifiedAt,
                       verify_before_sign_in = :verifyBeforeSignIn, operator = :operator, disabled = :disabled,
                       updated_at = :updatedAt
                 where id = :id
             returning id)
            select id::text || pg_notify(<channel>, 'user:' || id)::text from changed""")
    Optional<String> update(@BindMethods User user);

    /** Challenges, credential, tokens, user, sessions, tenants: what is to be removed is locked in the order in which everybody locks it. */
    @SqlQuery("select true from <control>.mfa_challenge where user_id = :user order by digest for update")
    List<Boolean> holdChallenges(UserId user);

    @SqlQuery("select true from <control>.credential where user_id = :user for update")
    Optional<Boolean> holdCredential(UserId user);

    @SqlQuery("select true from <control>.one_time_token where user_id = :user order by purpose for update")
    List<Boolean> holdTokens(UserId user);

    @SqlQuery("select true from <control>.app_user where id = :user for update")
    Optional<Boolean> hold(UserId user);

    @SqlQuery("select true from <control>.session where user_id = :user order by id for update")
    List<Boolean> holdSessions(UserId user);

    @SqlQuery("""
            select true
              from <control>.tenant
             where id in (select tenant_id from <control>.membership where user_id = :user and role = 'owner')
             order by id
               for no key update""")
    List<Boolean> holdOwnedTenants(UserId user);

    /** To another owner. Where there is none it stays as it is, and forbids the removal; but what is closed needs none. */
    @SqlUpdate("""
            update <control>.tenant t
               set owner_id = coalesce(
                       (select other.user_id from <control>.membership other
                         where other.tenant_id = t.id and other.role = 'owner' and other.user_id != :user
                         order by other.joined_at, other.user_id
                         limit 1),
                       case when t.removed_after is null then :user::uuid end)
             where t.id in (select m.tenant_id from <control>.membership m where m.user_id = :user and m.role = 'owner')
               and (t.owner_id = :user or t.owner_id is null)""")
    void handOverTenants(UserId user);

    @SqlUpdate("delete from <control>.membership where user_id = :user")
    void removeMemberships(UserId user);

    @SqlUpdate("update <control>.invitation set status = 'revoked' where invited_by = :user and status = 'pending'")
    void revokeInvitations(UserId user);

    @SqlUpdate("delete from <control>.invitation where email_canonical = :canonical")
    void removeInvitations(String canonical);

    @SqlUpdate("delete from <control>.outbox_mail where lower(recipient collate \"C\") = :canonical")
    void removeMails(String canonical);

    @SqlUpdate("delete from <control>.mail_request where lower(email collate \"C\") = :canonical")
    void removeMailRequests(String canonical);

    /** What else is theirs goes with the row, by foreign keys. */
    @SqlQuery("""
            with removed as (
                delete from <control>.app_user where id = :user
             returning id)
            select id::text || pg_notify(<channel>, 'user:' || id)::text from removed""")
    Optional<String> remove(UserId user);
}
