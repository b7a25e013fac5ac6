package io.tenantry.persistence.membership;

import io.tenantry.domain.membership.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a membership together with its user. */
public final class MemberRow implements RowMapper<Member> {

    @Override
    public Member map(ResultSet row, StatementContext context) throws SQLException {
        return MembershipRow.readWithUser(row);
    }
}
