package io.tenantry.database;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program of PostgreSQL's client package. Of all that are found, the one of the version nearest to the server's, which must not be
 * newer than it.
 */
final class ClientProgram {

    private static final Path DEBIANS = Path.of("/usr/lib/postgresql");
    private static final Duration VERSION_LIMIT = Duration.ofSeconds(10);
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    /** What it may know of this process's environment: the rest may hold secrets. */
    private static final Set<String> PASSED_ON = Set.of("PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "PGPASSFILE");

    private final String name;
    private final Path path;

    private record Found(Path path, int major) {}

    private ClientProgram(String name, Path path) {
        this.name = name;
        this.path = path;
    }

    /**
     * @param folder where it is; else in the folders of {@code PATH}, and where Debian puts it
     * @throws DatabaseFailure if there is none, with what would do
     */
    static ClientProgram find(String name, int serverMajor, Optional<Path> folder) {
        List<Found> found = folders(folder)
                .map(place -> place.resolve(name))
                .filter(Files::isExecutable)
                .flatMap(path -> major(path).map(major -> new Found(path, major)).stream())
                .sorted(Comparator.comparingInt(Found::major))
                .toList();
        return found.stream()
                .filter(program -> program.major() >= serverMajor)
                .findFirst()
                .map(program -> new ClientProgram(name, program.path()))
                .orElseThrow(() -> new DatabaseFailure(name + " of PostgreSQL " + serverMajor + " or newer is needed ("
                        + (found.isEmpty()
                                ? "there is none"
                                : "there is only " + found.get(found.size() - 1).major())
                        + "): install postgresql-client-" + serverMajor
                        + ", or name the folder of its programs in TENANTRY_PG_BIN"));
    }

    /**
     * Runs it to its end.
     *
     * @param environment beside that of finding programs and files
     * @param onLine hears of each line that it writes, to either stream
     * @throws DatabaseFailure with what it complained of, if it failed
     */
    void run(Map<String, String> environment, Consumer<String> onLine, String... arguments) {
        List<String> complaints = new ArrayList<>();
        int status = status(environment, List.of(arguments), line -> {
            onLine.accept(line);
            if (isComplaint(line)) {
                complaints.add(line.strip());
            }
        });
        if (status != 0) {
            throw new DatabaseFailure(
                    complaints.isEmpty() ? name + " ended with status " + status : String.join("; ", complaints));
        }
    }

    /** What is wrong and what would do, not in which statement or row: these may hold secrets. */
    private boolean isComplaint(String line) {
        return line.startsWith(name + ": error:") || line.startsWith("HINT:") || line.startsWith(name + ": hint:");
    }

    private int status(Map<String, String> environment, List<String> arguments, Consumer<String> onLine) {
        List<String> command = new ArrayList<>(List.of(path.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().retainAll(PASSED_ON);
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(environment);
        try {
            return toEnd(builder.start(), onLine);
        } catch (IOException failed) {
            throw new DatabaseFailure(path + " cannot be run", failed);
        }
    }

    private static int toEnd(Process process, Consumer<String> onLine) throws IOException {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            process.getOutputStream().close();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                onLine.accept(line);
            }
            return process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } finally {
            process.destroy();
        }
    }

    private static Stream<Path> folders(Optional<Path> folder) {
        if (folder.isPresent()) {
            return folder.stream();
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(
                Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                        .filter(place -> !place.isEmpty())
                        .map(Path::of),
                debians().stream());
    }

    private static List<Path> debians() {
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(DEBIANS)) {
            try (DirectoryStream<Path> versions = Files.newDirectoryStream(DEBIANS)) {
                versions.forEach(version -> folders.add(version.resolve("bin")));
            } catch (IOException unreadable) {
                return List.of();
            }
        }
        return folders;
    }

    private static Optional<Integer> major(Path program) {
        try {
            Matcher version = VERSION.matcher(SystemCommand.run(VERSION_LIMIT, List.of(program.toString(), "--version"))
                    .output());
            return version.find() ? Optional.of(Integer.parseInt(version.group(1))) : Optional.empty();
        } catch (IOException notRunnable) {
            return Optional.empty();
        }
    }
}
