package io.tenantry.persistence;

import io.tenantry.persistence.schema.ControlSchema;
import io.tenantry.persistence.transaction.DatabaseFailures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The role under which the server works.
 *
 * @param superuser whether nothing binds it
 * @param bypassesRowSecurity whether row-level security does not bind it
 * @param ownsTables whether it is, or may act as, the owner of the control-plane tables: then the walls between tenants hold,
 *     for row security is forced, but not against what the role could change of the tables themselves
 */
public record ServerRole(String name, boolean superuser, boolean bypassesRowSecurity, boolean ownsTables) {

    private static final String SQL = """
            select r.rolname, r.rolsuper, r.rolbypassrls,
                   exists (select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                            where n.nspname = ? and c.relkind in ('r', 'p')
                              and pg_catalog.pg_has_role(r.oid, c.relowner, 'MEMBER')) as owns_tables
              from pg_catalog.pg_roles r
             where r.rolname = current_user""";

    /**
     * The role of the connections that the source gives.
     *
     * @param schema the schema of the control plane
     * @throws io.tenantry.domain.failure.Unavailable if the database does not answer
     */
    public static ServerRole of(DataSource dataSource, String schema) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(SQL)) {
            query.setString(1, new ControlSchema(schema).name());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new ServerRole(row.getString(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4));
            }
        } catch (SQLException failed) {
            throw DatabaseFailures.translated(failed);
        }
    }

    /** @throws UnsafeServerRole if row-level security does not bind the role */
    public void requireBound() {
        if (superuser || bypassesRowSecurity) {
            throw new UnsafeServerRole("the server must not connect as " + name + ", which is "
                    + (superuser ? "a superuser" : "a role with BYPASSRLS")
                    + ": row-level security would not wall off tenants from one another. Connect as a role that owns nothing,"
                    + " such as tenantry_app, and run the migrations as the owner of the tables.");
        }
    }
}
