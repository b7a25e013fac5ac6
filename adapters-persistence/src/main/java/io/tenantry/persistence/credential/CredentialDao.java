package io.tenantry.persistence.credential;

import io.tenantry.domain.user.UserId;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link BcryptCredentials}. */
@RegisterConstructorMapper(CredentialDao.Stored.class)
public interface CredentialDao {

    /** A hash and how many passwords the user has had with it. */
    record Stored(String hash, int version) {

        @Override
        public String toString() {
            return "Stored[redacted]";
        }
    }

    @SqlQuery("select hash, version from <control>.credential where user_id = :user")
    Optional<Stored> find(UserId user);

    /** Not FOR SHARE: two who hold it and then both store would wait for one another. */
    @SqlQuery("select version from <control>.credential where user_id = :user for no key update")
    Optional<Integer> holdVersion(UserId user);

    /** Conflicts with the foreign key of a first credential that somebody is about to store. */
    @SqlQuery("select true from <control>.app_user where id = :user for update")
    Optional<Boolean> holdUser(UserId user);

    @SqlUpdate("""
            insert into <control>.credential (user_id, hash, version) values (:user, :hash, 1)
            on conflict (user_id) do update set hash = excluded.hash, version = credential.version + 1""")
    void store(UserId user, String hash);

    /** The same password under a new hash: no new version. Nothing happens if the password was changed meanwhile. */
    @SqlUpdate("update <control>.credential set hash = :newHash where user_id = :user and hash = :oldHash")
    int replace(UserId user, String oldHash, String newHash);
}
