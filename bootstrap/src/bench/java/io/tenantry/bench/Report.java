package io.tenantry.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The report: printed as it grows, and kept in a file. */
final class Report implements AutoCloseable {

    private final PrintWriter console = new PrintWriter(new java.io.FileWriter(java.io.FileDescriptor.out), true);
    private final PrintWriter file;

    Report(Path path) throws IOException {
        Files.createDirectories(path.getParent());
        file = new PrintWriter(Files.newBufferedWriter(path, StandardCharsets.UTF_8));
        line("machine", Runtime.getRuntime().availableProcessors() + " processors, Java " + Runtime.version());
    }

    void line(String what, String figure) {
        String line = "%-75s %s".formatted(what, figure);
        console.println(line);
        file.println(line);
        file.flush();
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @Override
    public void close() {
        file.close();
    }
}
