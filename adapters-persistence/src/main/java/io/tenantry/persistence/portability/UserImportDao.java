package io.tenantry.persistence.portability;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link UserImport}: a batch by one statement, its columns as arrays of text. */
public interface UserImportDao {

    /**
     * Adds those whose address nobody has.
     *
     * @return the ids of those who were added
     */
    @SqlQuery("""
            insert into <control>.app_user (id, email, email_canonical, first_name, last_name, full_name,
                                            email_verified_at, verify_before_sign_in, created_at, updated_at)
            select u.id::uuid, u.email, u.canonical, u.first_name, u.last_name, u.full_name,
                   u.verified_at::timestamptz, false, u.created_at::timestamptz, :now
              from unnest(:ids, :emails, :canonicals, :firsts, :lasts, :fulls, :verified, :created)
                   with ordinality
                   as u (id, email, canonical, first_name, last_name, full_name, verified_at, created_at, line)
             order by u.canonical, u.line
            on conflict (email_canonical) do nothing
            returning id""")
    List<UUID> insertUsers(
            String[] ids,
            String[] emails,
            String[] canonicals,
            String[] firsts,
            String[] lasts,
            String[] fulls,
            String[] verified,
            String[] created,
            Instant now);

    @SqlUpdate("""
            insert into <control>.credential (user_id, hash, version)
            select c.user_id::uuid, c.hash, 1 from unnest(:users, :hashes) as c (user_id, hash)""")
    void insertCredentials(String[] users, String[] hashes);
}
