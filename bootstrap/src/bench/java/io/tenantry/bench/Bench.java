package io.tenantry.bench;

import io.tenantry.application.inmemory.InMemoryTenantry;
import io.tenantry.domain.credential.RequestPasswordReset;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.user.EmailAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Everything that Tenantry claims about speed, in one report. Server and yardstick run in processes of their own, in turn,
 * within one run: only the ratios mean anything, the absolute figures are this machine's at this hour.
 */
public final class Bench implements AutoCloseable {

    private static final int ROUNDS = 3;

    /** The least cost that bcrypt has. */
    private static final int CHEAP = 4;

    private final Path folder;
    private final Report report;
    private final BenchDatabase postgres;
    private final Servers servers;

    private Bench(Path jar, Report report) throws IOException, SQLException {
        this.report = report;
        this.folder = Files.createTempDirectory("tenantry-bench");
        this.postgres = new BenchDatabase();
        this.servers = new Servers(jar, folder, postgres);
    }

    /** @param arguments the runnable jar, where the report goes, and the part that is wanted: {@code all}, or one */
    public static void main(String[] arguments) throws IOException, SQLException, RunnerException {
        String wanted = arguments[2];
        Report report = new Report(Path.of(arguments[1]));
        if (isWanted("hash", wanted)) {
            harness(report);
            bareHashes(report);
        }
        try (Bench bench = new Bench(Path.of(arguments[0]), report)) {
            bench.run(wanted);
        }
        report.close();
    }

    private void run(String wanted) throws IOException, SQLException {
        if (isWanted("sign-in", wanted)) {
            signInAndMe();
        }
        if (isWanted("telling-apart", wanted)) {
            tellingApart();
        }
        if (isWanted("registration", wanted)) {
            registrations();
        }
        if (isWanted("growth", wanted)) {
            growth();
        }
        if (isWanted("start", wanted)) {
            coldStart();
        }
        new KeysBench(servers, postgres, report).run(part -> isWanted(part, wanted));
        new FleetBench(postgres, report).run(part -> isWanted(part, wanted));
    }

    private static boolean isWanted(String part, String wanted) {
        return wanted.equals("all") || wanted.equals(part);
    }

    private static void harness(Report report) {
        long start = System.nanoTime();
        InMemoryTenantry tenantry = InMemoryTenantry.start();
        long started = System.nanoTime();
        tenantry.useCases()
                .credentials()
                .requestPasswordReset()
                .request(new RequestPasswordReset.Command(EmailAddress.of("nobody@bench.example"), Device.UNKNOWN));
        tenantry.deliverMail();
        long used = System.nanoTime();
        report.line(
                "in-memory harness, first start in a JVM, and then a first use case",
                "%.0f ms and %.0f ms (goal: a start under 50)".formatted((started - start) / 1e6, (used - started) / 1e6));
    }

    private static void bareHashes(Report report) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(HashBench.class.getName())
                        .forks(1)
                        .warmupIterations(1)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.seconds(2))
                        .build())
                .run()
                .forEach(result -> report.line(
                        "bare bcrypt, cost " + result.getParams().getParam("cost"),
                        "%.1f ms".formatted(result.getPrimaryResult().getScore())));
    }

    private void signInAndMe() throws IOException, SQLException {
        String database = postgres.database("sign_in");
        try (ChildProcess tenantry = servers.tenantry(servers.settings(database, CHEAP));
                ChildProcess bare = servers.bare(database, CHEAP)) {
            Load ours = new Load(tenantry, 1);
            Requests.register(ours, tenantry, "owner@bench.example", "Bench");
            String signedIn = ours.once(200, Requests.token(tenantry, "owner@bench.example"));
            postgres.prepareRow(database, ours.once(200, Load.get(tenantry.base(), "/api/auth/me/", Requests.text(signedIn, "access"))));
            signIn(tenantry, bare);
            me(tenantry, bare, Requests.text(signedIn, "access"));
            refresh(tenantry, Requests.text(ours.once(200, Requests.token(tenantry, "owner@bench.example")), "refresh"));
        }
    }

    /** At the least cost of a hash: what the server adds is the same at each, and a warm server is had sooner. */
    private void signIn(ChildProcess tenantry, ChildProcess bare) {
        double[] added = new double[ROUNDS];
        double[] latency = new double[ROUNDS];
        for (int round = -4; round < ROUNDS; round++) {
            Load.Result signIns =
                    new Load(tenantry, 1).run(800, 200, n -> Requests.token(tenantry, "owner@bench.example"));
            Load.Result hashes =
                    new Load(bare, 1).run(800, 200, n -> Load.post(bare.base(), "/hash", Requests.PASSWORD));
            if (round >= 0) {
                added[round] = signIns.cpuMillisecondsEach() - hashes.cpuMillisecondsEach();
                latency[round] = signIns.milliseconds(0.5) - hashes.milliseconds(0.5);
            }
        }
        report.line("sign-in, CPU added to the bare hash", "%.2f ms (goal: under 3)".formatted(Report.median(added)));
        report.line("sign-in, p50 added to the bare hash", "%.2f ms".formatted(Report.median(latency)));
    }

    private void me(ChildProcess tenantry, ChildProcess bare, String access) {
        String ours = Load.get(tenantry.base(), "/api/auth/me/", access);
        String theirs = Load.get(bare.base(), "/row", access);
        double[] ratios = new double[ROUNDS];
        double[] perSecond = new double[ROUNDS];
        double[] p99 = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            Load.Result me = new Load(tenantry, 16).run(40_000, 200, n -> ours);
            Load.Result row = new Load(bare, 16).run(40_000, 200, n -> theirs);
            if (round >= 0) {
                ratios[round] = me.perSecond() / row.perSecond();
                perSecond[round] = me.perSecond();
                p99[round] = me.milliseconds(0.99);
            }
        }
        report.line(
                "who am I, requests/s against a bare route with one select",
                "%.2f (%.0f/s, p99 %.1f ms; goal: at least 1.0)".formatted(Report.median(ratios), Report.median(perSecond), Report.median(p99)));
    }

    private void refresh(ChildProcess tenantry, String first) {
        String[] token = {first};
        Load load = new Load(tenantry, 1);
        int requests = 1_500;
        long start = System.nanoTime();
        java.time.Duration before = tenantry.cpu();
        for (int i = 0; i < requests; i++) {
            token[0] = Requests.text(
                    load.once(200, Load.post(tenantry.base(), "/api/auth/token/refresh/", "{\"refresh\":\"" + token[0] + "\"}")),
                    "refresh");
        }
        double each = (System.nanoTime() - start) / 1e6 / requests;
        double cpu = tenantry.cpu().minus(before).toNanos() / 1e6 / requests;
        report.line("refresh, rotating, one after another", "%.2f ms each, %.2f ms CPU".formatted(each, cpu));
    }

    /** At cost 8: the less the hash takes, the more anything else would show. */
    private void tellingApart() throws IOException, SQLException {
        String database = postgres.database("telling");
        try (ChildProcess tenantry = servers.tenantry(servers.unlimited(database, 8))) {
            TellingApart apart = new TellingApart(tenantry, report);
            apart.prepare();
            postgres.execute(database, "update tenantry.tenant set status = 'suspended' where slug = 'closed'");
            apart.accounts();
        }
        try (ChildProcess tenantry = servers.tenantry(servers.settings(database, 8))) {
            new TellingApart(tenantry, report).locked();
        }
    }

    private void registrations() throws IOException, SQLException {
        String database = postgres.database("registration");
        try (ChildProcess tenantry = servers.tenantry(servers.unlimited(database, CHEAP));
                ChildProcess bare = servers.bare(database, CHEAP)) {
            Load one = new Load(tenantry, 1);
            one.run(20, 201, n -> Requests.registration(tenantry, "warm" + n));
            Load.Result early = one.run(60, 201, n -> Requests.registration(tenantry, "early" + n));
            new Load(tenantry, 2).run(4_880, 201, n -> Requests.registration(tenantry, "many" + n));
            Load.Result late = one.run(80, 201, n -> Requests.registration(tenantry, "late" + n));
            Load.Result hash = new Load(bare, 1).run(200, 200, n -> Load.post(bare.base(), "/hash", Requests.PASSWORD));
            report.line(
                    "registration with its schema, p50 added to bcrypt",
                    "%.1f ms at the 50th tenant, %.1f ms at the 5,000th (goal: under 25)"
                            .formatted(
                                    early.milliseconds(0.5) - hash.milliseconds(0.5),
                                    late.milliseconds(0.5) - hash.milliseconds(0.5)));
            report.line(
                    "registration, p50 of the 5,000th against the 50th",
                    "%.2f (goal: at most 1.5)".formatted(late.milliseconds(0.5) / early.milliseconds(0.5)));
            new Load(tenantry, 2).run(1_000, 200, n -> Requests.token(tenantry, "owner@late" + n % 80 + ".example"));
            report.line(
                    "resident memory of the JVM after 5,040 registrations and 1,000 sign-ins",
                    "%.0f MiB".formatted(tenantry.residentMiB()));
        }
        memory("JVM's defaults", List.of());
        memory("-XX:+UseSerialGC -Xmx128m", List.of("-XX:+UseSerialGC", "-Xmx128m"));
    }

    private void growth() throws IOException, SQLException {
        String database = postgres.database("growth");
        try (ChildProcess tenantry = servers.tenantry(servers.unlimited(database, CHEAP))) {
            new Growth(tenantry, postgres, database, report).measure();
        }
    }

    private void memory(String options, List<String> jvm) throws IOException, SQLException {
        String database = postgres.database("memory" + jvm.size());
        try (ChildProcess tenantry = servers.tenantry(servers.settings(database, CHEAP), jvm)) {
            Load load = new Load(tenantry, 1);
            Requests.register(load, tenantry, "owner@bench.example", "Bench");
            double atRest = tenantry.residentMiB();
            new Load(tenantry, 4).run(1_000, 200, n -> Requests.token(tenantry, "owner@bench.example"));
            report.line(
                    "resident memory of the JVM after 1,000 sign-ins, " + options,
                    "%.0f MiB, %.0f after the start (goal: under 256)".formatted(tenantry.residentMiB(), atRest));
        }
    }

    private void coldStart() throws IOException {
        Map<String, String> settings = Map.of("TENANTRY_DATA", folder.resolve("data").toString());
        double[] seconds = new double[5];
        for (int round = -1; round < seconds.length; round++) {
            try (ChildProcess tenantry = servers.tenantry(settings)) {
                if (round >= 0) {
                    seconds[round] = tenantry.sinceStart().toMillis() / 1e3;
                }
            }
        }
        report.line("cold start to ready on an existing embedded cluster", "%.2f s (goal: under 2.5)".formatted(Report.median(seconds)));
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
