package io.tenantry.persistence.credential;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a sorted file of hashes, each read only when it is looked at. What is wrong with the file is an {@link
 * IOException} that says so and repeats nothing of it. Not safe for use by several threads.
 */
final class HashLines implements Closeable {

    private static final Pattern FORM = Pattern.compile("([0-9A-Fa-f]{10,40})(?::[0-9]{1,18})?\r?\n?");

    /** More than the longest that has the form: what reaches as far has not. */
    private static final int REACH = 64;

    /** Not a channel: of one that is shared, an interrupted reader would rob all others. */
    private final RandomAccessFile file;

    private final long size;
    private final int digits;

    /**
     * @param start of its first byte
     * @param end behind its newline
     * @param hash in upper case
     */
    private record Line(long start, long end, String hash) {}

    private HashLines(RandomAccessFile file) throws IOException {
        this.file = file;
        this.size = file.length();
        if (size == 0) {
            throw new IOException("it is empty");
        }
        this.digits = at(0).hash().length();
    }

    static HashLines of(Path path) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new FileNotFoundException("it is no regular file");
        }
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
        try {
            return new HashLines(file);
        } catch (IOException unusable) {
            file.close();
            throw unusable;
        }
    }

    /** @param sha1 40 digits in upper case, of which as many count as the lines have */
    boolean contains(String sha1) throws IOException {
        String wanted = sha1.substring(0, digits);
        long from = 0;
        long to = size;
        while (from < to) {
            Line line = line((from + to) >>> 1);
            int order = line.hash().compareTo(wanted);
            if (order == 0) {
                return true;
            }
            from = order < 0 ? line.end() : from;
            to = order < 0 ? to : line.start();
        }
        return false;
    }

    /** @param probes how many places to look at, from the first byte to the last */
    void requireSorted(int probes) throws IOException {
        String before = "";
        for (int probe = 0; probe <= probes; probe++) {
            Line line = line((size - 1) * probe / probes);
            if (line.hash().compareTo(before) < 0) {
                throw new IOException("it is not sorted at byte " + line.start());
            }
            before = line.hash();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** The line that has the byte at this offset. */
    private Line line(long offset) throws IOException {
        Line line = at(offset);
        if (line.hash().length() != digits) {
            throw new IOException("the line at byte " + line.start() + " has another number of digits than the first");
        }
        return line;
    }

    private Line at(long offset) throws IOException {
        long from = Math.max(0, offset - REACH);
        byte[] window = read(from);
        int start = Math.toIntExact(offset - from);
        int end = start;
        while (start > 0 && window[start - 1] != '\n') {
            start--;
        }
        while (end < window.length - 1 && window[end] != '\n') {
            end++;
        }
        String text = new String(window, start, end + 1 - start, StandardCharsets.ISO_8859_1);
        return new Line(from + start, from + end + 1, hash(text, from + start));
    }

    private byte[] read(long from) throws IOException {
        byte[] window = new byte[(int) Math.min(2 * REACH, size - from)];
        file.seek(from);
        file.readFully(window);
        return window;
    }

    private static String hash(String text, long start) throws IOException {
        Matcher line = FORM.matcher(text);
        if (!line.matches()) {
            throw new IOException("at byte " + start + " are not 10 to 40 hexadecimal digits, with :count or without");
        }
        return line.group(1).toUpperCase(Locale.ROOT);
    }
}
