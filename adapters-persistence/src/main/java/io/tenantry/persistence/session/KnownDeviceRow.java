package io.tenantry.persistence.session;

import io.tenantry.domain.session.KnownDevice;
import io.tenantry.domain.throttle.AddressBlock;
import io.tenantry.persistence.mapping.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a device that is known. */
public final class KnownDeviceRow implements RowMapper<KnownDevice> {

    @Override
    public KnownDevice map(ResultSet row, StatementContext context) throws SQLException {
        return new KnownDevice(
                new AddressBlock(row.getString("address")),
                row.getString("program"),
                Columns.instant(row, "last_seen_at"));
    }
}
