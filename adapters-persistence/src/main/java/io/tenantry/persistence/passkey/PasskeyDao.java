package io.tenantry.persistence.passkey;

import io.tenantry.domain.passkey.CredentialId;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.PasskeyId;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link JdbiPasskeys}. */
@RegisterRowMapper(PasskeyRow.class)
public interface PasskeyDao {

    @SqlUpdate("""
            insert into <control>.passkey (id, user_id, name, credential_id, public_key, signature_count, transports,
                                           created_at, last_used_at)
            values (:id, :user, :name, :credential.id, :credential.publicKey, :credential.signatureCount, :transports,
                    :createdAt, :lastUsedAt)
            on conflict (credential_id) do nothing""")
    int insert(@BindMethods Passkey passkey, String[] transports);

    @SqlQuery("select" + PasskeyRow.COLUMNS + "from <control>.passkey where user_id = :user order by created_at, id")
    List<Passkey> of(UserId user);

    @SqlQuery("select" + PasskeyRow.COLUMNS + "from <control>.passkey where credential_id = :credential for update")
    Optional<Passkey> hold(CredentialId credential);

    @SqlUpdate("""
            update <control>.passkey
               set name = :name, signature_count = :credential.signatureCount, last_used_at = :lastUsedAt
             where id = :id""")
    void update(@BindMethods Passkey passkey);

    @SqlUpdate("delete from <control>.passkey where user_id = :user and id = :passkey")
    int remove(UserId user, PasskeyId passkey);

    @SqlUpdate("delete from <control>.passkey where user_id = :user and :before > created_at")
    void removeOlder(UserId user, Instant before);
}
