package io.tenantry.persistence.admin;

import io.tenantry.domain.admin.FoundApiKey;
import io.tenantry.persistence.apikey.ApiKeyDetailsRow;
import io.tenantry.persistence.tenant.TenantRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a key with its use and its tenant from {@link #COLUMNS}. */
public final class FoundApiKeyRow implements RowMapper<FoundApiKey> {

    static final String COLUMNS = ApiKeyDetailsRow.COLUMNS + "," + TenantRow.COLUMNS;

    @Override
    public FoundApiKey map(ResultSet row, StatementContext context) throws SQLException {
        return new FoundApiKey(ApiKeyDetailsRow.read(row), TenantRow.read(row));
    }
}
