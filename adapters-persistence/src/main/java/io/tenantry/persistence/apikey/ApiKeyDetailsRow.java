package io.tenantry.persistence.apikey;

import io.tenantry.domain.apikey.ApiKeyDetails;
import io.tenantry.domain.apikey.ApiKeyUse;
import io.tenantry.persistence.mapping.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a key and its use from {@link #COLUMNS}. */
public final class ApiKeyDetailsRow implements RowMapper<ApiKeyDetails> {

    /**
     * Of the table under the name {@code k}, and that of use, if the key was used, as {@code u}. A new secret begins the count of the one
     * before anew.
     */
    public static final String COLUMNS = ApiKeyRow.COLUMNS + ", u.last_used_at u_last_used_at, u.requests u_requests,"
            + " case when u.secret_since = k.secret_since then u.previous_secret_requests end u_previous ";

    public static final String JOINED = " k left join <control>.api_key_use u on u.key_id = k.id ";

    @Override
    public ApiKeyDetails map(ResultSet row, StatementContext context) throws SQLException {
        return read(row);
    }

    /** What is not there counts as 0. */
    public static ApiKeyDetails read(ResultSet row) throws SQLException {
        ApiKeyUse use = new ApiKeyUse(
                Columns.optionalInstant(row, "u_last_used_at"), row.getLong("u_requests"), row.getLong("u_previous"));
        return new ApiKeyDetails(ApiKeyRow.read(row), use);
    }
}
