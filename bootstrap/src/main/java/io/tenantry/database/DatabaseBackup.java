package io.tenantry.database;

import io.tenantry.persistence.ClientEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The whole database in one file, by {@code pg_dump} and {@code pg_restore}, as the owner of the tables: who is no superuser, so that
 * row-level security holds for them too. They see all rows because their connections begin in the scope of all tenants.
 */
public final class DatabaseBackup {

    private static final String SCOPE = "-c tenantry.scope=all";
    private static final byte[] BEGINNING = "PGDMP".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSIONS_OF_A_MAJOR = 10_000;

    /** Of what extensions bring nothing is dumped. */
    private static final String HOLDS_SOMETHING = """
            select exists (
                select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
                   and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e'))""";

    private static final String POLICY_OF_OTHERS = """
            select coalesce((
                select schemaname || '.' || tablename from pg_policies
                 where (schemaname = '%1$s' and policyname !~ '_in_scope$')
                    or (schemaname ~ '^tenant_' and policyname not in ('tenantry_wall', 'tenantry_open'))
                 limit 1), '')""";

    private final DataSource owner;
    private final ClientEnvironment environment;
    private final String schema;
    private final Optional<Path> programs;

    /**
     * @param owner makes direct connections of the owner of the tables
     * @param schema of the control plane
     * @param programs the folder of PostgreSQL's client programs; if none is given, they are looked for
     */
    public DatabaseBackup(DataSource owner, String schema, Optional<Path> programs) {
        this.owner = owner;
        this.environment = new ClientEnvironment(owner, SCOPE);
        this.schema = schema;
        this.programs = programs;
    }

    /**
     * @param file is there, and is overwritten
     * @throws DatabaseFailure in one line, if it cannot be done
     */
    public void write(Path file) {
        requireScope();
        requireNoPolicyOfOthers();
        program("pg_dump")
                .run(
                        environment.variables(),
                        line -> {},
                        "--format=custom",
                        "--enable-row-security",
                        "--no-password",
                        "--schema=" + schema,
                        "--schema=tenant_*",
                        "--file=" + file);
    }

    /**
     * All or nothing. Rights and owners are not those of then: everything belongs to the owner, and the servers' rights are for
     * {@code migrate} to give.
     *
     * @throws DatabaseFailure in one line, if it cannot be done
     */
    public void restore(Path file) {
        requireBackup(file);
        requireEmpty();
        ClientProgram program = program("pg_restore");
        Set<String> kept = keptFunctions(program, file);
        program.run(
                environment.variables(),
                line -> {},
                "--single-transaction",
                "--exit-on-error",
                "--enable-row-security",
                "--no-owner",
                "--no-privileges",
                "--no-password",
                "--dbname=" + environment.database(),
                file.toString());
        withdrawRights(kept);
    }

    /** A dump that misses rows says nothing of it: so it is made sure that what the connection begins with arrives. */
    private void requireScope() {
        if (!"all".equals(ask(environment.withOptions(), "select current_setting('tenantry.scope', true)"))) {
            throw new DatabaseFailure(
                    "the connections of DATABASE_OWNER_URL lose their options, as those of a pooler do: name the database itself");
        }
    }

    private void requireNoPolicyOfOthers() {
        String table = ask(owner, POLICY_OF_OTHERS.formatted(schema));
        if (!table.isEmpty()) {
            throw new DatabaseFailure("the table " + table
                    + " has row-level security of its own, which could hide rows from a backup: use pg_dump as"
                    + " a superuser");
        }
    }

    private static void requireBackup(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            if (!Arrays.equals(in.readNBytes(BEGINNING.length), BEGINNING)) {
                throw new DatabaseFailure(file + " is no backup in the custom format of pg_dump");
            }
        } catch (IOException unreadable) {
            throw new DatabaseFailure(file + " cannot be read", unreadable);
        }
    }

    private void requireEmpty() {
        if (ask(owner, HOLDS_SOMETHING).equals("t")) {
            throw new DatabaseFailure(
                    "the database holds something already: a backup is restored into an empty one only");
        }
    }

    /**
     * The functions that are not everybody's, by name: the contents of the backup tell of their rights.
     *
     * @throws DatabaseFailure if there is no schema of the control plane in it
     */
    private Set<String> keptFunctions(ClientProgram program, Path file) {
        AtomicBoolean there = new AtomicBoolean();
        Pattern rights = Pattern.compile(" ACL " + schema + " FUNCTION (\\w+)\\(");
        Set<String> functions = new HashSet<>();
        program.run(
                environment.variables(),
                line -> {
                    there.compareAndSet(false, line.contains(" SCHEMA - " + schema + " "));
                    Matcher function = rights.matcher(line);
                    if (function.find()) {
                        functions.add(function.group(1));
                    }
                },
                "--list",
                file.toString());
        if (!there.get()) {
            throw new DatabaseFailure("the backup has no schema " + schema
                    + ": it is of no installation of Tenantry, or TENANTRY_SCHEMA was another");
        }
        return functions;
    }

    /** A function is everybody's unless it is said otherwise; and which servers there were is not which there are. */
    private void withdrawRights(Set<String> functions) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String function : restored(connection, functions)) {
                statement.execute("revoke all on function " + function + " from public");
            }
            statement.execute("delete from " + statement.enquoteIdentifier(schema, true) + ".server_role");
            connection.commit();
        } catch (SQLException failed) {
            throw new DatabaseFailure("what was restored cannot be prepared: " + failed.getMessage(), failed);
        }
    }

    /** With their arguments, as they stand in SQL. */
    private List<String> restored(Connection connection, Set<String> functions) throws SQLException {
        String question =
                "select oid::regprocedure::text from pg_proc where pronamespace = ?::regnamespace and proname = any (?)";
        try (PreparedStatement query = connection.prepareStatement(question)) {
            query.setString(1, schema);
            query.setArray(2, connection.createArrayOf("text", functions.toArray()));
            List<String> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }

    private ClientProgram program(String name) {
        int version = Integer.parseInt(ask(owner, "select current_setting('server_version_num')"));
        return ClientProgram.find(name, version / VERSIONS_OF_A_MAJOR, programs);
    }

    private static String ask(DataSource database, String question) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        } catch (SQLException failed) {
            throw new DatabaseFailure("the database does not answer: " + failed.getMessage(), failed);
        }
    }
}
