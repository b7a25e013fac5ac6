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

    /** Deferred constraints first, for a temporary table cannot go that still has to be checked or is being read. */
    private static final String CHECK = """
            set constraints all immediate;
            select extract(epoch from transaction_timestamp())::text = ?
                   and current_setting('tenantry.tenant', true) = ?
                   and coalesce(current_setting('tenantry.scope', true), '') = '';
            """;

    /**
     * All that a session keeps beyond its transactions, each of which can be cleared within one. RESET ALL takes with it what driver and
     * pool set by statements when they connected: that is set again, in the same trip, so that nobody is told of a change.
     */
    private static final String CLEAR = """
            close all;
            discard temp;
            discard sequences;
            reset role;
            unlisten *;
            reset all;
            select pg_advisory_unlock_all(), set_config('tenantry.tenant', '', false), set_config('tenantry.scope', '', false),
                   set_config('search_path', ?, false),
                   (select count(set_config(key, value, false)) from jsonb_each_text(?::jsonb))""";

    /** In one transaction more, which begins at once: PgBouncer would else give it another connection. */
    private static final String ROLL_BACK = "rollback and chain;\n";

    private final String enter;
    private final String tenant;
    private String pathBefore = "";
    private String begun = "";
    private String settingsBefore = "";

    HostScope(ControlSchema schema, TenantId tenant) {
        this.tenant = tenant.toString();
        this.enter = """
                select current_setting('search_path'), extract(epoch from transaction_timestamp())::text,
                       (select coalesce(jsonb_object_agg(name, setting), '{}')::text from pg_catalog.pg_settings
                         where source = 'session' and context = 'user' and name <> 'search_path' and name !~ '^transaction_'),
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
                settingsBefore = row.getString(3);
                return true;
            }
        }
    }

    /**
     * False if this is another transaction than the one that was begun, or its scope another. At its commit nothing is left on the
     * connection that the work has put there.
     */
    boolean leave(Connection connection) throws SQLException {
        try (PreparedStatement batch = prepared(connection, CHECK + CLEAR, begun, tenant, pathBefore, settingsBefore)) {
            boolean isResult = batch.execute();
            while (!isResult) {
                isResult = batch.getMoreResults();
            }
            try (ResultSet row = batch.getResultSet()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Undoes what was not committed, and what the work has left of a transaction that it had ended itself. */
    void rollBack(Connection connection) throws SQLException {
        if (!begun.isEmpty()) {
            try (PreparedStatement batch = prepared(connection, ROLL_BACK + CLEAR, pathBefore, settingsBefore)) {
                batch.execute();
            }
            connection.commit();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, String... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
        return statement;
    }
}
