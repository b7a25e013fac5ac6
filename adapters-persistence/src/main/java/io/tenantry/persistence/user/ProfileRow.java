package io.tenantry.persistence.user;

import io.tenantry.domain.user.PhoneNumber;
import io.tenantry.domain.user.Preferences;
import io.tenantry.domain.user.Profile;
import io.tenantry.persistence.mapping.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a profile, alone or beside others, from {@link #COLUMNS}; either table may have no row. */
public final class ProfileRow implements RowMapper<Profile> {

    /** Of the tables under the names {@code p} and {@code a}, the picture's. */
    public static final String COLUMNS =
            " p.user_id p_user_id, p.phone p_phone, p.timezone p_timezone, p.locale p_locale,"
                    + " p.product_news p_product_news, p.invitation_mail p_invitation_mail, p.preferences p_preferences,"
                    + " a.tag a_tag ";

    @Override
    public Profile map(ResultSet row, StatementContext context) throws SQLException {
        return read(row);
    }

    public static Profile read(ResultSet row) throws SQLException {
        Optional<String> avatar = Columns.optionalText(row, "a_tag");
        if (Columns.uuid(row, "p_user_id") == null) {
            Profile unsaid = Profile.UNSAID;
            return new Profile(
                    unsaid.phone(),
                    unsaid.timezone(),
                    unsaid.locale(),
                    unsaid.notifications(),
                    unsaid.preferences(),
                    avatar);
        }
        return new Profile(
                Columns.optionalText(row, "p_phone").map(PhoneNumber::new),
                Columns.zone(row.getString("p_timezone")),
                Locale.forLanguageTag(row.getString("p_locale")),
                new Profile.Notifications(row.getBoolean("p_product_news"), row.getBoolean("p_invitation_mail")),
                new Preferences(row.getString("p_preferences")),
                avatar);
    }
}
