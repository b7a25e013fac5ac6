package io.tenantry.persistence.transaction;

import io.tenantry.domain.tenant.TenantId;
import io.tenantry.persistence.schema.ControlSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A tenant's scope around work that is not Tenantry's, which may set what it likes: how it is entered, and that nothing of it is left
 * on the connection. Not safe for use by several threads.
 */
final class HostScope {

    private static final String LEAVE = """
            select transaction_timestamp()::text = ?
                   and current_setting('tenantry.tenant', true) = ?
                   and coalesce(current_setting('tenantry.scope', true), '') = '',
                   set_config('tenantry.tenant', '', false), set_config('tenantry.scope', '', false),
                   set_config('search_path', ?, false)""";

    private static final String IS_LEFT = """
            select coalesce(current_setting('tenantry.tenant', true), '') = ''
                   and coalesce(current_setting('tenantry.scope', true), '') = ''
                   and current_setting('search_path') = ?""";

    private final String enter;
    private final String tenant;
    private String pathBefore = "";
    private String begun = "";

    HostScope(ControlSchema schema, TenantId tenant) {
        this.tenant = tenant.toString();
        this.enter = """
                select current_setting('search_path'), transaction_timestamp()::text,
                       set_config('tenantry.tenant', t.id::text, true), set_config('tenantry.scope', '', true),
                       set_config('search_path', quote_ident(t.schema_name) || ', pg_temp', true)
                  from %s.tenant t
                 where t.id = ?::uuid""".formatted(schema.quoted());
    }

    /** False if there is no such tenant. */
    boolean enter(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(enter)) {
            query.setString(1, tenant);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
                pathBefore = row.getString(1);
                begun = row.getString(2);
                return true;
            }
        }
    }

    /** False if this is another transaction than the one that was begun, or its scope another. At its commit nothing of it is left. */
    boolean leave(Connection connection) throws SQLException {
        return isTrue(connection, LEAVE, begun, tenant, pathBefore);
    }

    /** Whether nothing of it is left, once it was rolled back. */
    boolean isLeft(Connection connection) throws SQLException {
        return begun.isEmpty() || isTrue(connection, IS_LEFT, pathBefore);
    }

    private static boolean isTrue(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setString(i + 1, values[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
