package io.tenantry.persistence.mfa;

import io.tenantry.domain.mfa.Factors;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads which second factors a user has, alone or beside others, from {@link #COLUMNS}. */
public final class FactorsRow implements RowMapper<Factors> {

    /** Of the user whose row has the name {@code u}. */
    public static final String COLUMNS = """
             exists (select from <control>.totp f where f.user_id = u.id and f.confirmed_at is not null) f_totp,
             (select count(*) from <control>.recovery_code f where f.user_id = u.id) f_recovery_codes,
             (select count(*) from <control>.passkey f where f.user_id = u.id) f_passkeys
            """;

    @Override
    public Factors map(ResultSet row, StatementContext context) throws SQLException {
        return read(row);
    }

    public static Factors read(ResultSet row) throws SQLException {
        return new Factors(row.getBoolean("f_totp"), row.getInt("f_recovery_codes"), row.getInt("f_passkeys"));
    }
}
