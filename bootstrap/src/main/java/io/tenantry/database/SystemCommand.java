package io.tenantry.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program that writes little to its end. It gets none of this process's environment but what finding programs and
 * files takes: the server's secrets may stand in it.
 */
final class SystemCommand {

    private static final Set<String> PASSED_ON =
            Set.of("PATH", "HOME", "TMPDIR", "TEMP", "TMP", "LD_LIBRARY_PATH", "SystemRoot", "SYSTEMROOT");

    private SystemCommand() {}

    /** @param output what it wrote, to both of its streams */
    record Ended(int status, String output) {

        boolean well() {
            return status == 0;
        }
    }

    /** @throws IOException if there is no such program, or it takes longer than the limit */
    static Ended run(Duration limit, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().retainAll(PASSED_ON);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            return ended(process, limit);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } finally {
            process.destroy();
        }
    }

    /** As {@link #run}, where a program that is not there has failed like any other. */
    static boolean succeeds(Duration limit, List<String> command) {
        try {
            return run(limit, command).well();
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static Ended ended(Process process, Duration limit) throws IOException, InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("it takes longer than " + limit.toSeconds() + " s");
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.exitValue(), output);
    }
}
