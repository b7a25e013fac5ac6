package io.tenantry.persistence.mfa;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.mfa.Factors;
import io.tenantry.domain.mfa.TotpEnrolment;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The SQL of {@link JdbiSecondFactors}. */
@RegisterConstructorMapper(TotpRow.class)
@RegisterRowMapper(FactorsRow.class)
public interface SecondFactorDao {

    /** In the way of nobody who only refers to the user, as a new session does. */
    @SqlQuery("select true from <control>.app_user where id = :user for no key update")
    Optional<Boolean> holdUser(UserId user);

    @SqlQuery("select" + FactorsRow.COLUMNS + "from <control>.app_user u where u.id = :user")
    Optional<Factors> factors(UserId user);

    @SqlQuery("""
            select user_id, sealed_secret, created_at, confirmed_at, last_step
              from <control>.totp
             where user_id = :user""")
    Optional<TotpRow> find(UserId user);

    @SqlUpdate("""
            insert into <control>.totp (user_id, sealed_secret, created_at, confirmed_at, last_step)
            values (:user, :sealedSecret, :createdAt, :confirmedAt, :lastStep)
            on conflict (user_id) do update
               set sealed_secret = excluded.sealed_secret, created_at = excluded.created_at,
                   confirmed_at = excluded.confirmed_at, last_step = excluded.last_step""")
    void store(@BindMethods TotpEnrolment enrolment, byte[] sealedSecret);

    @SqlUpdate("delete from <control>.totp where user_id = :user")
    int removeTotp(UserId user);

    @SqlUpdate("delete from <control>.recovery_code where user_id = :user")
    void removeRecoveryCodes(UserId user);

    @SqlBatch("""
            insert into <control>.recovery_code (user_id, digest, created_at) values (:user, :code, :now)""")
    void addRecoveryCodes(UserId user, List<TokenDigest> code, Instant now);

    @SqlQuery("select count(*) from <control>.recovery_code where user_id = :user")
    int recoveryCodesLeft(UserId user);

    /** Who comes second waits for the first, and finds nothing. */
    @SqlUpdate("delete from <control>.recovery_code where user_id = :user and digest = :code")
    int spendRecoveryCode(UserId user, TokenDigest code);

    @SqlUpdate("""
            with older as (delete from <control>.totp where user_id = :user and :before > created_at)
            delete from <control>.recovery_code where user_id = :user and :before > created_at""")
    void removeOlder(UserId user, Instant before);
}
