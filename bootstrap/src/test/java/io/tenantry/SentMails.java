package io.tenantry;

import io.tenantry.domain.user.EmailAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mails that a server without SMTP has put into its folder. */
public final class SentMails {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]+)");

    private final Path folder;

    public SentMails(Path folder) {
        this.folder = folder;
    }

    /**
     * The token in the newest mail to the address whose link leads to the page; waits for the mail, which comes within two
     * seconds of the commit.
     */
    public String token(String email, String page) {
        String canonical = EmailAddress.of(email).canonical();
        return await(() -> newest(mail -> recipient(mail).equals(canonical) && mail.contains(page + "?token=")));
    }

    /** The token in the newest mail of all. */
    public String lastToken() {
        return await(() -> newest(mail -> true));
    }

    /** The mails so far, the oldest first, each as its source. */
    public List<String> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .map(SentMails::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Optional<String> newest(Predicate<String> wanted) {
        return all().stream()
                .filter(wanted)
                .reduce((older, newer) -> newer)
                .map(TOKEN::matcher)
                .filter(Matcher::find)
                .map(token -> token.group(1));
    }

    private static String await(Supplier<Optional<String>> question) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<String> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new NoSuchElementException("no such mail came within " + PATIENCE.toSeconds() + " s");
    }

    private static String recipient(String mail) {
        return mail.lines()
                .filter(line -> line.startsWith("To: "))
                .map(line -> line.substring("To: ".length()).strip())
                .findFirst()
                .orElse("");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
