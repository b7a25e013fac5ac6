package io.tenantry.persistence.user;

import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.mapping.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a user, alone or beside others, from {@link #COLUMNS}. */
public final class UserRow implements RowMapper<User> {

    /** Of the table under the name {@code u}. */
    public static final String COLUMNS =
            " u.id u_id, u.email u_email, u.first_name u_first_name, u.last_name u_last_name,"
                    + " u.full_name u_full_name, u.email_verified_at u_email_verified_at,"
                    + " u.verify_before_sign_in u_verify_before_sign_in, u.operator u_operator, u.disabled u_disabled, u.created_at u_created_at, u.updated_at u_updated_at ";

    @Override
    public User map(ResultSet row, StatementContext context) throws SQLException {
        return read(row);
    }

    public static User read(ResultSet row) throws SQLException {
        return new User(
                new UserId(Columns.uuid(row, "u_id")),
                EmailAddress.of(row.getString("u_email")),
                name(row),
                Columns.optionalInstant(row, "u_email_verified_at"),
                row.getBoolean("u_verify_before_sign_in"),
                row.getBoolean("u_operator"),
                row.getBoolean("u_disabled"),
                Columns.instant(row, "u_created_at"),
                Columns.instant(row, "u_updated_at"));
    }

    private static PersonName name(ResultSet row) throws SQLException {
        return new PersonName(
                Columns.optionalText(row, "u_first_name"),
                Columns.optionalText(row, "u_last_name"),
                row.getString("u_full_name"));
    }
}
