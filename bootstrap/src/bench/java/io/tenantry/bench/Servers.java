package io.tenantry.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts what is measured, and what it is measured by. */
final class Servers {

    private final Path jar;
    private final Path folder;
    private final BenchDatabase postgres;

    Servers(Path jar, Path folder, BenchDatabase postgres) {
        this.jar = jar;
        this.folder = folder;
        this.postgres = postgres;
    }

    Map<String, String> settings(String database, int cost) {
        return Map.of(
                "DATABASE_URL", postgres.url(database, "tenantry_app"),
                "DATABASE_OWNER_URL", postgres.url(database, "bench_owner"),
                "TENANTRY_SECRET", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "TENANTRY_DATA", folder.resolve(database).toString(),
                "TENANTRY_BCRYPT_COST", Integer.toString(cost));
    }

    /** Without limits of rate. */
    Map<String, String> unlimited(String database, int cost) {
        Map<String, String> settings = new HashMap<>(settings(database, cost));
        settings.put("TENANTRY_RATE_LIMITS", "off");
        return settings;
    }

    ChildProcess tenantry(Map<String, String> settings) throws IOException {
        return tenantry(settings, List.of());
    }

    ChildProcess tenantry(Map<String, String> settings, List<String> jvm) throws IOException {
        int port = ChildProcess.freePort();
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("PORT", Integer.toString(port));
        List<String> arguments = new ArrayList<>(jvm);
        arguments.addAll(List.of("-jar", jar.toString()));
        return ChildProcess.start(port, "/health/ready", folder.resolve("tenantry.log"), environment, arguments);
    }

    ChildProcess bare(String database, int cost) throws IOException {
        int port = ChildProcess.freePort();
        String jdbc = "jdbc:"
                + postgres.url(database, "bench_owner").replaceFirst("postgres://(.*):(.*)@", "postgresql://")
                + "?user=bench_owner&password=bench";
        List<String> arguments = List.of(
                "-cp",
                System.getProperty("java.class.path"),
                BareServer.class.getName(),
                Integer.toString(port),
                jdbc,
                Integer.toString(cost));
        return ChildProcess.start(port, "/ready", folder.resolve("bare.log"), Map.of(), arguments);
    }
}
