package io.tenantry.persistence.session;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link JdbiSigningKeys}. */
@RegisterConstructorMapper(SigningKeyDao.Stored.class)
public interface SigningKeyDao {

    /**
     * A key as it is stored.
     *
     * @param sealedPrivateKey PKCS #8 with the public exponent, encrypted
     */
    @SuppressWarnings("ArrayRecordComponent") // A row on its way, compared with nothing.
    record Stored(String kid, byte[] sealedPrivateKey, Instant createdAt, Instant signsFrom) {}

    @SqlQuery("""
            select kid, sealed_private_key, created_at, coalesce(signs_from, created_at) as signs_from
              from <control>.signing_key
             order by created_at desc, signs_from desc, kid desc""")
    List<Stored> all();

    /** The unique index decides between two who see none. */
    @SqlUpdate("""
            insert into <control>.signing_key (kid, sealed_private_key, is_first, created_at, signs_from)
            select :kid, :sealedPrivateKey, true, :createdAt, :signsFrom
             where not exists (select from <control>.signing_key)
            on conflict (is_first) where is_first do nothing""")
    int insertFirst(@BindMethods Stored key);

    /** Always in this order, so that no two wait for each other. */
    @SqlQuery("select kid from <control>.signing_key order by kid for update")
    List<String> hold();

    @SqlUpdate("""
            insert into <control>.signing_key (kid, sealed_private_key, is_first, created_at, signs_from)
            values (:kid, :sealedPrivateKey, false, :createdAt, :signsFrom)""")
    int insert(@BindMethods Stored key);

    @SqlUpdate("delete from <control>.signing_key where kid = :kid")
    int delete(String kid);
}
