package io.tenantry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the data is. Its text shows no password.
 *
 * @param external a PostgreSQL of the operator's; if none is given, the embedded one
 * @param pool connections, 1 to 1,000; 70 at most in the embedded database
 * @param schema of the control-plane tables
 * @param programs the folder of PostgreSQL's client programs; if none is given, they are looked for
 */
public record DatabaseSettings(Optional<External> external, int pool, String schema, Optional<Path> programs) {

    private static final int STANDARD_POOL = 10;
    private static final int LARGEST_POOL = 1_000;
    /** The embedded database takes 100 connections, some of them of commands beside the server. */
    private static final int LARGEST_POOL_OF_EMBEDDED = 70;

    private static final String STANDARD_SCHEMA = "tenantry";
    private static final String URL_FORM =
            "jdbc:postgresql://host:5432/database?user=…&password=… or postgres://user:password@host:5432/database";
    /** Those of tenants begin with {@code tenant_}, PostgreSQL's own with {@code pg_}. */
    private static final Pattern SCHEMA = Pattern.compile("(?!pg_|tenant_|information_schema$)[a-z_][a-z0-9_]{0,39}");

    /**
     * @param url of the server's role
     * @param ownerUrl of the role that owns the tables; if none is given, the server's own
     * @param listenUrl a direct connection, where {@code url} goes through a pooler
     */
    public record External(String url, Optional<String> ownerUrl, Optional<String> listenUrl) {

        @Override
        public String toString() {
            return Masking.url(url);
        }
    }

    static DatabaseSettings read(Values values) {
        Optional<String> url = url(values, "DATABASE_URL");
        Optional<String> owner = url(values, "DATABASE_OWNER_URL");
        Optional<String> listen = url(values, "DATABASE_LISTEN_URL");
        mustStandBeside(values, "DATABASE_OWNER_URL");
        mustStandBeside(values, "DATABASE_LISTEN_URL");
        int most = url.isPresent() ? LARGEST_POOL : LARGEST_POOL_OF_EMBEDDED;
        return new DatabaseSettings(
                url.map(given -> new External(given, owner, listen)),
                values.read(
                        "DATABASE_POOL",
                        STANDARD_POOL,
                        "a number from 1 to " + most,
                        text -> Parsers.number(text, 1, most)),
                values.read(
                        "TENANTRY_SCHEMA",
                        STANDARD_SCHEMA,
                        "a name of up to 40 of a-z 0-9 _, not beginning with pg_ or tenant_,",
                        text -> Optional.of(text).filter(SCHEMA.asMatchPredicate())),
                values.read(
                        "TENANTRY_PG_BIN",
                        "the folder of pg_dump and pg_restore",
                        text -> Parsers.made(text, Path::of).filter(Files::isDirectory)));
    }

    private static Optional<String> url(Values values, String name) {
        return values.read(name, URL_FORM, DatabaseUrls::check);
    }

    private static void mustStandBeside(Values values, String name) {
        if (values.given(name).isPresent() && values.given("DATABASE_URL").isEmpty()) {
            values.refuse(name, "it needs DATABASE_URL, too; leaving both out for the embedded database");
        }
    }
}
