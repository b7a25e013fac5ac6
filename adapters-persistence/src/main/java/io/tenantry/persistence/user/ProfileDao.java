package io.tenantry.persistence.user;

import io.tenantry.domain.user.Profile;
import io.tenantry.domain.user.UserId;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The SQL of {@link JdbiProfiles}. Every change is told to all nodes. */
@RegisterRowMapper(ProfileRow.class)
public interface ProfileDao {

    String TELL = "select pg_notify(<channel>, 'user:' || user_id)::text from changed";

    /** A row also for a user who has said nothing. */
    @SqlQuery("select" + ProfileRow.COLUMNS + """
            from (select :user::uuid as id) u
                 left join <control>.profile p on p.user_id = u.id
                 left join <control>.avatar a on a.user_id = u.id""")
    Profile of(UserId user);

    @SqlQuery("""
            with changed as (
                insert into <control>.profile (user_id, phone, timezone, locale, product_news, invitation_mail, preferences)
                values (:user, :phone, :timezone, :locale, :notifications.product, :notifications.invitations,
                        :preferences)
                on conflict (user_id) do update
                   set phone = excluded.phone, timezone = excluded.timezone, locale = excluded.locale,
                       product_news = excluded.product_news, invitation_mail = excluded.invitation_mail,
                       preferences = excluded.preferences
             returning user_id)
            """ + TELL)
    Optional<String> store(UserId user, @BindMethods Profile profile);

    @SqlQuery("select png from <control>.avatar where user_id = :user")
    Optional<byte[]> avatar(UserId user);

    @SqlQuery("""
            with changed as (
                insert into <control>.avatar (user_id, tag, png) values (:user, :tag, :png)
                on conflict (user_id) do update set tag = excluded.tag, png = excluded.png
             returning user_id)
            """ + TELL)
    Optional<String> storeAvatar(UserId user, String tag, byte[] png);

    @SqlQuery("""
            with changed as (
                delete from <control>.avatar where user_id = :user
             returning user_id)
            """ + TELL)
    Optional<String> removeAvatar(UserId user);
}
