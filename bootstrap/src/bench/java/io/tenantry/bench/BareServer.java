package io.tenantry.bench;

import at.favre.lib.crypto.bcrypt.BCrypt;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.javalin.Javalin;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;

/** The yardstick: Javalin with nothing around it. One route selects a row by its primary key, one checks a bcrypt hash, one answers what it was told. */
public final class BareServer {

    private BareServer() {}

    /** @param arguments port, JDBC URL, bcrypt cost */
    public static void main(String[] arguments) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(arguments[1]);
        pool.setMaximumPoolSize(10);
        HikariDataSource database = new HikariDataSource(pool);
        byte[] hash = BCrypt.withDefaults()
                .hash(Integer.parseInt(arguments[2]), "correct horse battery".getBytes(StandardCharsets.UTF_8));
        AtomicReference<String> told = new AtomicReference<>("");
        Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = Runtime.version().feature() >= 21;
                    config.routes.get("/ready", context -> context.result("ready"));
                    config.routes.get(
                            "/row",
                            context -> context.contentType("application/json").result(row(database)));
                    config.routes.post("/same", context -> {
                        context.bodyAsBytes();
                        context.contentType("application/json").result(told.get());
                    });
                    config.routes.put("/same", context -> told.set(context.body()));
                    config.routes.post("/hash", context -> {
                        byte[] password = context.bodyAsBytes();
                        context.result(Boolean.toString(BCrypt.verifyer().verify(password, hash).verified));
                    });
                })
                .start("127.0.0.1", Integer.parseInt(arguments[0]));
    }

    private static String row(HikariDataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select body from bare_row where id = ?")) {
            select.setLong(1, 1);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
