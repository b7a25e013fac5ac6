package io.tenantry.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The console in a real browser, on {@code tenantry.jar}: each file of {@code web/e2e} in a process of its own. */
@EnabledIf(
        value = "io.tenantry.console.Browser#canShowTheConsole",
        disabledReason = "there is no Chromium (apt-get install chromium), or the build was told to -DskipConsole")
class ConsoleIT {

    private static final Path WEB = Path.of("..", "adapters-http", "web");
    private static final long MINUTES = 8;

    @TempDir
    Path data;

    @TestFactory
    Stream<DynamicTest> the_console_works_in_a_browser() throws IOException {
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> drive(file)));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> found = Files.list(WEB.resolve("e2e"))) {
            return found.filter(file -> file.toString().endsWith(".test.mjs"))
                    .sorted()
                    .toList();
        }
    }

    private void drive(Path file) throws IOException, InterruptedException {
        Path told = data.resolve(file.getFileName() + ".log");
        ProcessBuilder node = new ProcessBuilder(
                        "node",
                        "--test",
                        "--test-reporter=spec",
                        WEB.relativize(file).toString())
                .directory(WEB.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile());
        Map<String, String> environment = node.environment();
        // The server of the browser runs on the Java of these tests.
        environment.merge(
                "PATH", Path.of(System.getProperty("java.home"), "bin").toString(), ConsoleIT::before);
        environment.put("TENANTRY_E2E_DATA", data.toString());
        Process process = node.start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        assertThat(ended && process.exitValue() == 0).as(() -> read(told)).isTrue();
    }

    private static String before(String path, String first) {
        return first + File.pathSeparator + path;
    }

    private static String read(Path told) {
        try {
            return Files.readString(told);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
