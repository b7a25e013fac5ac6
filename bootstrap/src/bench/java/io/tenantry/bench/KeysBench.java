package io.tenantry.bench;

import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeySecret;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** What a gateway waits for: whether a key is good. And how soon it hears that one is no more. */
final class KeysBench {

    private static final int ROUNDS = 3;
    private static final int MANY = 100_000;
    private static final int CHEAP = 4;

    private final Servers servers;
    private final BenchDatabase postgres;
    private final Report report;

    private ChildProcess tenantry;
    private String tenant;
    private String access;

    KeysBench(Servers servers, BenchDatabase postgres, Report report) {
        this.servers = servers;
        this.postgres = postgres;
        this.report = report;
    }

    /** @param wanted whether a part is: {@code verify}, {@code revoke} */
    void run(Predicate<String> wanted) throws IOException, SQLException {
        if (wanted.test("verify")) {
            verify();
        }
        if (wanted.test("revoke")) {
            revoke();
        }
    }

    private void verify() throws IOException, SQLException {
        String database = postgres.database("verify");
        try (ChildProcess ours = servers.tenantry(servers.unlimited(database, CHEAP));
                ChildProcess bare = servers.bare(database, CHEAP)) {
            found(ours);
            postgres.execute(database, "update tenantry.tenant set quota_limit = 1000000000000");
            String[] keys = keys(ours);
            double cpu = known(ours, bare, keys);
            counting(database, keys, cpu);
            different(database, ours);
            random(database, ours);
        }
    }

    private String[] keys(ChildProcess ours) {
        String[] keys = new String[16];
        Arrays.setAll(keys, n -> Requests.text(
                new Load(ours, 1).once(201, Requests.apiKey(ours, tenant, access, "key " + n)), "key"));
        return keys;
    }

    /** @return milliseconds of CPU that the server takes for each */
    private double known(ChildProcess ours, ChildProcess bare, String[] keys) {
        String answer = new Load(ours, 1).once(200, Requests.verify(ours, keys[0], 1));
        new Load(bare, 1).once(200, Load.send(bare.base(), "PUT", "/same", "none", answer));
        double[] ratios = new double[ROUNDS];
        double[] perSecond = new double[ROUNDS];
        double[] p99 = new double[ROUNDS];
        double[] cpu = new double[ROUNDS];
        for (int round = -3; round < ROUNDS; round++) {
            Load.Result verified = new Load(ours, 16).run(60_000, 200, n -> Requests.verify(ours, keys[n % 16], 1));
            Load.Result same = new Load(bare, 16)
                    .run(60_000, 200, n -> Load.post(bare.base(), "/same", "{\"key\":\"" + keys[n % 16] + "\",\"units\":1}"));
            if (round >= 0) {
                ratios[round] = verified.perSecond() / same.perSecond();
                perSecond[round] = verified.perSecond();
                p99[round] = verified.milliseconds(0.99);
                cpu[round] = verified.cpuMillisecondsEach();
            }
        }
        report.line(
                "verify of known keys, requests/s against a bare route that answers the same",
                "%.2f (%.0f/s, p99 %.1f ms; goals: at least 0.7, p99 under 5)"
                        .formatted(Report.median(ratios), Report.median(perSecond), Report.median(p99)));
        return Report.median(cpu);
    }

    private void counting(String database, String[] keys, double cpu) {
        double added = CountingBench.microseconds(postgres.url(database, "tenantry_app"), keys);
        report.line(
                "counting, of the CPU of a verification",
                "%.2f µs of %.0f, %.1f %% (goal: under 3)".formatted(added, cpu * 1_000, added / cpu / 10));
    }

    private void different(String database, ChildProcess ours) throws SQLException {
        String[] keys = inserted(database);
        for (String pass : List.of("the first time", "again")) {
            Counted counted = counted(database, ours, n -> Requests.verify(ours, keys[n], 1));
            report.line("verify of %,d different keys in turn, %s".formatted(MANY, pass), counted.toString());
        }
    }

    private void random(String database, ChildProcess ours) throws SQLException {
        SecureRandom chance = new SecureRandom();
        String[] right = new String[MANY];
        Arrays.setAll(right, n -> secret(chance).value());
        Counted malformed = counted(database, ours, n -> Requests.verify(ours, right[n].substring(0, right[n].length() - 1) + "!", 1));
        report.line("verify of random keys, the checksum wrong", malformed.toString());
        report.line(
                "verify of random keys, the checksum right, without limits of rate",
                counted(database, ours, n -> Requests.verify(ours, right[n], 1)).toString());
    }

    /** What a run cost the database: transactions of all kinds, those that the server has anyway with them. */
    private record Counted(Load.Result load, double transactionsEach) {

        @Override
        public String toString() {
            return "%.0f/s, p99 %.1f ms, %.3f transactions of the database each"
                    .formatted(load.perSecond(), load.milliseconds(0.99), transactionsEach);
        }
    }

    private Counted counted(String database, ChildProcess ours, IntFunction<String> request) throws SQLException {
        long before = transactions(database);
        Load.Result load = new Load(ours, 16).run(MANY, 200, request);
        return new Counted(load, (transactions(database) - before) / (double) MANY);
    }

    private long transactions(String database) throws SQLException {
        try (Connection connection = postgres.connection(database);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_stat_clear_snapshot()");
            try (ResultSet row = statement.executeQuery(
                    "select xact_commit + xact_rollback from pg_stat_database where datname = current_database()")) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Many at once: by the API each would be a request, a mail and an event. */
    private String[] inserted(String database) throws SQLException {
        SecureRandom chance = new SecureRandom();
        String[] keys = new String[MANY];
        try (Connection connection = postgres.connection(database)) {
            connection.setAutoCommit(false);
            UUID owner = owner(connection);
            try (PreparedStatement insert = connection.prepareStatement("insert into tenantry.api_key"
                    + " (id, tenant_id, name, scopes, created_by, created_at, digest, last_four, secret_since)"
                    + " values (?, ?::uuid, 'inserted', 'billing:read', ?, now(), ?, ?, now())")) {
                for (int n = 0; n < MANY; n++) {
                    ApiKeySecret secret = secret(chance);
                    keys[n] = secret.value();
                    insert.setObject(1, secret.key().value());
                    insert.setString(2, tenant);
                    insert.setObject(3, owner);
                    insert.setBytes(4, secret.digest().bytes());
                    insert.setString(5, secret.lastFour());
                    insert.addBatch();
                    if (n % 1_000 == 999) {
                        insert.executeBatch();
                    }
                }
            }
            connection.commit();
        }
        return keys;
    }

    private static UUID owner(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('tenantry.scope', 'all', true)");
            try (ResultSet row = statement.executeQuery("select user_id from tenantry.membership limit 1")) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    private static ApiKeySecret secret(SecureRandom chance) {
        return ApiKeySecret.generate(ApiKeyId.next(Instant.now(), chance), chance);
    }

    /** One node revokes; another is asked again and again, and what counts is its last yes. */
    private void revoke() throws IOException, SQLException {
        String database = postgres.database("revoke");
        try (ChildProcess ours = servers.tenantry(servers.unlimited(database, CHEAP));
                ChildProcess other = servers.tenantry(servers.unlimited(database, CHEAP))) {
            found(ours);
            double[] milliseconds = new double[100];
            Arrays.setAll(milliseconds, round -> untilRefused(ours, other, round));
            Arrays.sort(milliseconds);
            report.line(
                    "from a revocation's 204 to the last yes of another node, 100 rounds",
                    "median %.1f ms, the longest %.1f ms (goal: under 1,000)".formatted(milliseconds[50], milliseconds[99]));
        }
    }

    private double untilRefused(ChildProcess ours, ChildProcess other, int round) {
        Load here = new Load(ours, 1);
        Load there = new Load(other, 1);
        String made = here.once(201, Requests.apiKey(ours, tenant, access, "round " + round));
        String key = Requests.text(made, "key");
        String path = "/api/v1/tenants/" + tenant + "/api-keys/" + Requests.text(made, "id");
        while (!isGood(there.once(200, Requests.verify(other, key, 0)))) {
            Thread.onSpinWait();
        }
        here.once(204, Load.send(ours.base(), "DELETE", path, access, ""));
        long revoked = System.nanoTime();
        long lastYes = revoked;
        while (isGood(there.once(200, Requests.verify(other, key, 0)))) {
            lastYes = System.nanoTime();
        }
        return (lastYes - revoked) / 1e6;
    }

    private static boolean isGood(String answer) {
        return answer.contains("\"valid\":true");
    }

    /** A tenant, with its owner signed in. */
    private void found(ChildProcess ours) {
        tenantry = ours;
        Load load = new Load(tenantry, 1);
        Requests.register(load, tenantry, "owner@bench.example", "Bench");
        access = Requests.text(load.once(200, Requests.token(tenantry, "owner@bench.example")), "access");
        String me = load.once(200, Load.get(tenantry.base(), "/api/v1/tenants", access));
        tenant = Requests.text(me, "id");
    }
}
