package io.tenantry.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections to the database that a URL names: {@code jdbc:postgresql://host:port/db?user=…&password=…} or
 * {@code postgres://user:password@host:port/db}, user and password URL-encoded, several hosts allowed. What the URL does
 * not say is set so that a hung or lost primary is noticed: {@code connectTimeout=2} and {@code socketTimeout=10} (seconds),
 * {@code tcpKeepAlive=true}, and {@code targetServerType=primary} where there are several hosts. No message holds a password.
 */
public final class ConnectionPools {

    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(10);

    /** Each connection keeps a catalog cache that grows with the schemas it has seen; so none is kept for long. */
    private static final Duration MAX_LIFETIME = Duration.ofMinutes(15);

    private ConnectionPools() {}

    /**
     * A pool, which connects when first asked. To be closed by the caller.
     *
     * @param size how many connections at the most; 1 or more
     * @throws IllegalArgumentException if the URL names no PostgreSQL database
     */
    public static HikariDataSource pool(String url, int size) {
        return new HikariDataSource(settings(url, size));
    }

    /**
     * A connection of its own each time, without {@code socketTimeout} unless the URL sets one: for migrations, which may
     * take long, and for {@code LISTEN}, which waits.
     *
     * @throws IllegalArgumentException if the URL names no PostgreSQL database
     */
    public static DataSource direct(String url) {
        DatabaseUrl database = withDefaults(url);
        PGSimpleDataSource direct = new PGSimpleDataSource();
        direct.setURL(database.jdbc());
        database.user().ifPresent(direct::setUser);
        database.password().ifPresent(direct::setPassword);
        return direct;
    }

    /** How many connections it gives at once at the most; 10 where that is not known. */
    static int size(DataSource dataSource) {
        return dataSource instanceof HikariDataSource pool ? pool.getMaximumPoolSize() : 10;
    }

    static HikariConfig settings(String url, int size) {
        DatabaseUrl database = withDefaults(url).withDefault("socketTimeout", "10");
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("tenantry");
        pool.setJdbcUrl(database.jdbc());
        database.user().ifPresent(pool::setUsername);
        database.password().ifPresent(pool::setPassword);
        pool.setMaximumPoolSize(size);
        pool.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
        pool.setMaxLifetime(MAX_LIFETIME.toMillis());
        // That the database does not answer yet is for the first statement to find out.
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    private static DatabaseUrl withDefaults(String url) {
        DatabaseUrl database =
                DatabaseUrl.parse(url).withDefault("connectTimeout", "2").withDefault("tcpKeepAlive", "true");
        return database.hasSeveralHosts() ? database.withDefault("targetServerType", "primary") : database;
    }
}
