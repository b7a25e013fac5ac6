package io.tenantry.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/** What a tenant costs, one of the first, the thousandth and the ten thousandth: beside plain statements that make the same tables. */
final class Growth {

    /** The first of them warms the server up: before that, only its JVM would be measured. */
    private static final List<Integer> STAGES = List.of(200, 1_000, 10_000);
    private static final int MEASURED = 100;

    private final ChildProcess tenantry;
    private final BenchDatabase postgres;
    private final String database;
    private final Report report;
    private final double[] p50 = new double[STAGES.size()];
    private final double[] p95 = new double[STAGES.size()];
    private int registered;

    Growth(ChildProcess tenantry, BenchDatabase postgres, String database, Report report) {
        this.tenantry = tenantry;
        this.postgres = postgres;
        this.database = database;
        this.report = report;
    }

    /** Two clients fill up to each stage; then one registers a hundred more, each of which is timed. */
    void measure() throws SQLException {
        double bytes = 0;
        for (int stage = 0; stage < STAGES.size(); stage++) {
            int wanted = STAGES.get(stage);
            long before = postgres.bytes(database);
            int filled = wanted - registered;
            register(2, filled);
            bytes = (postgres.bytes(database) - before) / (double) filled;
            Load.Result timed = register(1, MEASURED);
            p50[stage] = timed.milliseconds(0.5);
            p95[stage] = timed.milliseconds(0.95);
            report.line("registration with %,d tenants there".formatted(STAGES.get(stage)), figures(stage));
        }
        report.line("disk for one more tenant, its owner, session and mail with it", "%.0f KiB".formatted(bytes / 1024));
    }

    private String figures(int stage) throws SQLException {
        double[] plain = plainSchemas(stage);
        return "p50 %.1f ms, p95 %.1f ms (%.2f and %.2f of the first; goal: at most 1.5); the tables alone by plain statements %.1f ms"
                .formatted(p50[stage], p95[stage], p50[stage] / p50[0], p95[stage] / p95[0], Report.median(plain));
    }

    private Load.Result register(int clients, int count) {
        int from = registered;
        registered += count;
        return new Load(tenantry, clients).run(count, 201, n -> Requests.registration(tenantry, "g" + (from + n)));
    }

    /** As its tables are: two, with two indexes beside their keys. Dropped again, so that only tenants are counted. */
    private double[] plainSchemas(int stage) throws SQLException {
        double[] milliseconds = new double[20];
        try (Connection connection = postgres.connection(database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < milliseconds.length; i++) {
                String schema = "plain_" + stage + "_" + i;
                long start = System.nanoTime();
                statement.execute("create schema " + schema);
                statement.execute("create table " + schema + ".audit_event (id uuid primary key, at timestamptz not null,"
                        + " action text not null, subject text, detail jsonb not null)");
                statement.execute("create index on " + schema + ".audit_event (at, id)");
                statement.execute("create table " + schema + ".setting (key text primary key, value jsonb not null)");
                connection.commit();
                milliseconds[i] = (System.nanoTime() - start) / 1e6;
                statement.execute("drop schema " + schema + " cascade");
                connection.commit();
            }
        }
        return Arrays.copyOfRange(milliseconds, 5, milliseconds.length);
    }
}
