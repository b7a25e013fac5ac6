package io.tenantry.persistence;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What a client program of PostgreSQL is told by its environment (libpq's variables), so that it connects as a data source does. The
 * password is among it: of a process's arguments everybody can read, of its environment its own user alone.
 */
public final class ClientEnvironment {

    private final PGSimpleDataSource direct;
    private final String options;

    /**
     * @param direct is one of {@link ConnectionPools#direct}
     * @param options with which each connection begins, as {@code PGOPTIONS} has them
     */
    public ClientEnvironment(DataSource direct, String options) {
        this.direct = (PGSimpleDataSource) direct;
        this.options = options;
    }

    public String database() {
        return direct.getDatabaseName();
    }

    /** What is not in it, the programs look up: a password in {@code PGPASSFILE}, say. */
    public Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        variables.put("PGHOST", String.join(",", direct.getServerNames()));
        variables.put("PGPORT", ports());
        variables.put("PGDATABASE", direct.getDatabaseName());
        variables.put("PGOPTIONS", options);
        put(variables, "PGUSER", direct.getUser());
        put(variables, "PGPASSWORD", direct.getPassword());
        put(variables, "PGSSLMODE", direct.getSslMode());
        put(variables, "PGSSLROOTCERT", direct.getSslRootCert());
        if (direct.getServerNames().length > 1) {
            variables.put("PGTARGETSESSIONATTRS", "read-write");
        }
        return variables;
    }

    /** Connections that begin with the options, as the programs' do. */
    public DataSource withOptions() {
        PGSimpleDataSource same = new PGSimpleDataSource();
        same.setURL(direct.getURL());
        same.setUser(direct.getUser());
        same.setPassword(direct.getPassword());
        same.setOptions(options);
        return same;
    }

    private String ports() {
        return IntStream.of(direct.getPortNumbers())
                .mapToObj(port -> port == 0 ? PGProperty.PG_PORT.getDefaultValue() : Integer.toString(port))
                .collect(Collectors.joining(","));
    }

    private static void put(Map<String, String> variables, String name, String value) {
        if (value != null && !value.isEmpty()) {
            variables.put(name, value);
        }
    }
}
