package io.tenantry.persistence.portability;

import io.tenantry.persistence.transaction.DatabaseFailures;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** One transaction of the owner of the tables, in the scope of all tenants: for statements in which names stand that were looked up. */
final class OwnerTransaction {

    /** Lines of text as they are: none of ours holds either of these characters. */
    private static final String AS_IT_IS = " (format csv, quote E'\\x01', delimiter E'\\x02')";

    private final Handle handle;

    /** What is done in it. */
    interface Work<T> {
        T in(OwnerTransaction transaction) throws IOException, SQLException;
    }

    private OwnerTransaction(Handle handle) {
        this.handle = handle;
    }

    /** @throws PortabilityRefused if the database refuses what was asked of it, rather than being unable to do it */
    static <T> T run(Jdbi owner, Work<T> work) throws IOException {
        try (Handle handle = owner.open()) {
            handle.setTransactionIsolationLevel(TransactionIsolationLevel.REPEATABLE_READ);
            handle.begin();
            T result = inside(handle, work);
            handle.commit();
            return result;
        } catch (SQLException failed) {
            throw refused(failed);
        } catch (JdbiException failed) {
            throw failed.getCause() instanceof SQLException sql ? refused(sql) : failed;
        }
    }

    Handle handle() {
        return handle;
    }

    /** @return how many rows it changed */
    long execute(String sql) throws SQLException {
        try (Statement statement = handle.getConnection().createStatement()) {
            return statement.execute(sql) ? 0 : statement.getLargeUpdateCount();
        }
    }

    /** The first column of the first row. */
    String value(String sql) throws SQLException {
        try (Statement statement = handle.getConnection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** A line a row, of a query of one column that holds JSON. */
    void linesTo(String query, OutputStream out) throws SQLException, IOException {
        copies().copyOut("copy (" + query + ") to stdout" + AS_IT_IS, out);
    }

    long linesFrom(InputStream lines, String table) throws SQLException, IOException {
        return copies().copyIn("copy " + table + " from stdin" + AS_IT_IS, lines);
    }

    void rowsTo(String query, OutputStream out) throws SQLException, IOException {
        copies().copyOut("copy (" + query + ") to stdout", out);
    }

    long rowsFrom(InputStream rows, String table) throws SQLException, IOException {
        return copies().copyIn("copy " + table + " from stdin", rows);
    }

    private static <T> T inside(Handle handle, Work<T> work) throws IOException, SQLException {
        try {
            OwnerTransaction transaction = new OwnerTransaction(handle);
            transaction.execute("select set_config('tenantry.scope', 'all', true)");
            return work.in(transaction);
        } catch (SQLException | IOException | RuntimeException failed) {
            handle.rollback();
            throw failed;
        }
    }

    private CopyManager copies() throws SQLException {
        return handle.getConnection().unwrap(PGConnection.class).getCopyAPI();
    }

    /** Errors of data, of rules and of scripts: they would come again. */
    private static RuntimeException refused(SQLException failed) {
        String state = String.valueOf(failed.getSQLState());
        if (state.startsWith("22") || state.startsWith("23") || state.startsWith("54") || state.startsWith("TS")) {
            return new PortabilityRefused("the database refuses it: " + Refusals.message(failed), failed);
        }
        return DatabaseFailures.translated(failed);
    }
}
