package io.tenantry.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Whether time tells accounts apart: a request for one and a request for another in turn, so that what else the machine does
 * meets both alike.
 */
final class TellingApart {

    private static final int WARM_UP = 40;
    private static final int PAIRS = 200;

    private static final String WRONG = "wrong horse battery";
    private static final String LONG = "long and wrong ".repeat(20);

    private final ChildProcess tenantry;
    private final Load load;
    private final Report report;

    TellingApart(ChildProcess tenantry, Report report) {
        this.tenantry = tenantry;
        this.load = new Load(tenantry, 1);
        this.report = report;
    }

    /** Registers who is to be told apart. */
    void prepare() {
        Requests.register(load, tenantry, "known@bench.example", "Known");
        Requests.register(load, tenantry, "suspended@bench.example", "Closed");
        load.once(201, Requests.person(tenantry, "unverified@bench.example"));
    }

    /** On a server that counts no failures. */
    void accounts() {
        for (String account : List.of("known", "unverified", "suspended")) {
            signIns("wrong password, " + account + " against nobody's", 401, account, WRONG);
        }
        signIns("a wrong password of 300 characters, known against nobody's", 401, "known", LONG);
        signIns("no password at all, known against nobody's", 400, "known", "");
        for (String path : List.of("/api/auth/forgot", "/api/auth/verify/resend")) {
            compare(
                    path + ", unverified against nobody's",
                    200,
                    n -> Requests.mailTo(tenantry, path, "unverified@bench.example"),
                    n -> Requests.mailTo(tenantry, path, "nobody" + n + "@bench.example"));
        }
    }

    /** On a server that counts failures. */
    void locked() {
        for (int guess = 0; guess < 10; guess++) {
            load.once(401, Requests.signIn(tenantry, "known@bench.example", WRONG));
            load.once(401, Requests.signIn(tenantry, "nobody@bench.example", WRONG));
        }
        compare(
                "locked, known against nobody's",
                429,
                n -> Requests.signIn(tenantry, "known@bench.example", Requests.PASSWORD),
                n -> Requests.signIn(tenantry, "nobody@bench.example", Requests.PASSWORD));
    }

    private void signIns(String what, int status, String account, String password) {
        compare(
                what,
                status,
                n -> Requests.signIn(tenantry, account + "@bench.example", password),
                n -> Requests.signIn(tenantry, "nobody" + n + "@bench.example", password));
    }

    /** @param status that both are answered with */
    private void compare(String what, int status, IntFunction<String> one, IntFunction<String> other) {
        double[] first = new double[PAIRS];
        double[] second = new double[PAIRS];
        for (int n = -WARM_UP; n < PAIRS; n++) {
            boolean turned = n % 2 == 0;
            double before = milliseconds(status, turned ? one.apply(n) : other.apply(n));
            double after = milliseconds(status, turned ? other.apply(n) : one.apply(n));
            if (n >= 0) {
                first[n] = turned ? before : after;
                second[n] = turned ? after : before;
            }
        }
        report.line(
                what,
                "medians %.2f and %.2f ms, gap %.1f %% (goal: under 10), Mann-Whitney p = %.2f"
                        .formatted(Report.median(first), Report.median(second), gap(first, second), probability(first, second)));
    }

    private double milliseconds(int status, String request) {
        long start = System.nanoTime();
        load.once(status, request);
        return (System.nanoTime() - start) / 1e6;
    }

    private static double gap(double[] one, double[] other) {
        return Math.abs(Report.median(one) - Report.median(other)) / Math.min(Report.median(one), Report.median(other)) * 100;
    }

    /** Of a difference as large as this by chance: Mann and Whitney's test, two-sided, in the normal approximation. */
    private static double probability(double[] one, double[] other) {
        List<double[]> ranked = new ArrayList<>();
        Arrays.stream(one).forEach(value -> ranked.add(new double[] {value, 1}));
        Arrays.stream(other).forEach(value -> ranked.add(new double[] {value, 0}));
        ranked.sort(Comparator.comparingDouble(entry -> entry[0]));
        double rankSum = 0;
        for (int rank = 0; rank < ranked.size(); rank++) {
            rankSum += ranked.get(rank)[1] * (rank + 1);
        }
        double n = one.length;
        double m = other.length;
        double u = rankSum - n * (n + 1) / 2;
        double z = (u - n * m / 2) / Math.sqrt(n * m * (n + m + 1) / 12);
        return 2 * (1 - normal(Math.abs(z)));
    }

    /** The distribution function of the normal distribution (Abramowitz and Stegun, 26.2.17). */
    private static double normal(double z) {
        double t = 1 / (1 + 0.2316419 * z);
        double sum = t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return 1 - Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * sum;
    }
}
