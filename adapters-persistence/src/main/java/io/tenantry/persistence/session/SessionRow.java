package io.tenantry.persistence.session;

import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.mapping.Columns;
import io.tenantry.persistence.mapping.DomainArguments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a session, alone or beside others, from {@link #COLUMNS}. */
public final class SessionRow implements RowMapper<Session> {

    /** Of the table under the name {@code s}. */
    static final String COLUMNS = " s.id s_id, s.user_id s_user_id, s.kind s_kind, s.remember_me s_remember_me,"
            + " s.second_factor s_second_factor,"
            + " s.address s_address, s.user_agent s_user_agent, s.created_at s_created_at,"
            + " s.last_used_at s_last_used_at, s.idle_millis s_idle_millis, s.expires_at s_expires_at,"
            + " s.ended_at s_ended_at ";

    @Override
    public Session map(ResultSet row, StatementContext context) throws SQLException {
        return read(row);
    }

    static Session read(ResultSet row) throws SQLException {
        return new Session(
                new SessionId(Columns.uuid(row, "s_id")),
                new UserId(Columns.uuid(row, "s_user_id")),
                DomainArguments.ofWord(SessionKind.class, row.getString("s_kind")),
                row.getBoolean("s_remember_me"),
                row.getBoolean("s_second_factor"),
                new Device(Columns.optionalText(row, "s_address"), Columns.optionalText(row, "s_user_agent")),
                Columns.instant(row, "s_created_at"),
                Columns.instant(row, "s_last_used_at"),
                Duration.ofMillis(row.getLong("s_idle_millis")),
                Columns.instant(row, "s_expires_at"),
                Columns.optionalInstant(row, "s_ended_at"));
    }
}
