package io.tenantry.persistence.social;

import io.tenantry.domain.social.LinkedIdentity;
import io.tenantry.domain.social.LinkedIdentityId;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link JdbiLinkedIdentities}. */
@RegisterRowMapper(LinkedIdentityRow.class)
public interface LinkedIdentityDao {

    /** Another who is just linking the same account is waited for. */
    @SqlUpdate("""
            insert into <control>.linked_identity (id, user_id, provider, issuer, subject, email, linked_at,
                                                   last_used_at)
            values (:id, :user, :provider, :issuer, :subject, :email, :linkedAt, :lastUsedAt)
            on conflict (issuer, subject) do nothing""")
    int insert(@BindMethods LinkedIdentity identity);

    @SqlQuery("select" + LinkedIdentityRow.COLUMNS + """
            from <control>.linked_identity
            where issuer = :issuer and subject = :subject""")
    Optional<LinkedIdentity> find(String issuer, String subject);

    @SqlQuery("select" + LinkedIdentityRow.COLUMNS + """
            from <control>.linked_identity
            where user_id = :user
            order by linked_at, id""")
    List<LinkedIdentity> of(UserId user);

    @SqlUpdate("update <control>.linked_identity set last_used_at = :now where id = :identity")
    void used(LinkedIdentityId identity, Instant now);

    @SqlUpdate("delete from <control>.linked_identity where user_id = :user and id = :identity")
    int remove(UserId user, LinkedIdentityId identity);

    @SqlUpdate("delete from <control>.linked_identity where user_id = :user and :before > linked_at")
    void removeOlder(UserId user, Instant before);
}
