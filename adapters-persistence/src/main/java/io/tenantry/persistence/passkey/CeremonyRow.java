package io.tenantry.persistence.passkey;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.passkey.Ceremony;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.mapping.Columns;
import io.tenantry.persistence.mapping.DomainArguments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a ceremony. */
public final class CeremonyRow implements RowMapper<Ceremony> {

    @Override
    public Ceremony map(ResultSet row, StatementContext context) throws SQLException {
        return new Ceremony(
                new TokenDigest(row.getBytes("digest")),
                DomainArguments.ofWord(Ceremony.Purpose.class, row.getString("purpose")),
                Optional.ofNullable(Columns.uuid(row, "user_id")).map(UserId::new),
                row.getString("request"),
                Columns.instant(row, "expires_at"));
    }
}
