package io.tenantry.persistence.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.credential.Password;
import io.tenantry.domain.failure.Unavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreachedPasswordFileTest {

    private static final int BREACHED = 300;

    /** In the order of their hashes. */
    private static final List<String> HASHES = IntStream.range(0, BREACHED)
            .mapToObj(i -> sha1(breached(i)))
            .sorted()
            .toList();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 20, 40})
    void R6_2_12_every_password_of_the_file_is_known_and_no_other(int digits) throws IOException {
        assertKnowsAll(lines(HASHES, digits, "", "\n"));
        assertKnowsAll(lines(HASHES, digits, "", "\n").toLowerCase(Locale.ROOT));
    }

    @Test
    void lines_may_bear_counts_of_any_length() throws IOException {
        String counted = IntStream.range(0, BREACHED)
                .mapToObj(i -> HASHES.get(i) + ":" + (long) Math.pow(10, i % 18) + "\n")
                .collect(Collectors.joining());

        assertKnowsAll(counted);
    }

    @Test
    void lines_may_end_as_on_Windows_and_the_last_one_not_at_all() throws IOException {
        String windows = lines(HASHES, 40, ":3", "\r\n");

        assertKnowsAll(windows);
        assertKnowsAll(windows.substring(0, windows.length() - 2));
        assertKnowsAll(lines(HASHES, 40, "", "\n").stripTrailing());
    }

    @Test
    void a_file_may_have_a_single_line() throws IOException {
        String password = breached(7);

        for (String line : List.of(sha1(password), sha1(password).substring(0, 10) + "\n")) {
            BreachedPasswordFile file = opened(line);
            assertThat(file.contains(new Password(password))).isTrue();
            assertThat(file.contains(new Password("another"))).isFalse();
        }
    }

    @Test
    void first_last_and_middle_line_are_found_in_a_longer_file() throws IOException {
        String many = IntStream.range(0, 200_000)
                .mapToObj(i -> "%010X".formatted(i * 5_000_000L))
                .collect(Collectors.joining("\n"));
        String target = sha1("the middle one").substring(0, 10);
        List<String> all =
                Stream.concat(many.lines(), Stream.of(target)).sorted().toList();

        assertThat(opened(lines(all, 10, "", "\n")).contains(new Password("the middle one")))
                .isTrue();
        assertThat(opened(lines(all.subList(all.indexOf(target), all.size()), 10, "", "\n"))
                        .contains(new Password("the middle one")))
                .isTrue();
        assertThat(opened(lines(all.subList(0, all.indexOf(target) + 1), 10, "", "\n"))
                        .contains(new Password("the middle one")))
                .isTrue();
        assertThat(opened(many).contains(new Password("the middle one"))).isFalse();
    }

    @Test
    void passwords_are_hashed_as_UTF_8_exactly_as_they_are() throws IOException {
        BreachedPasswordFile file = opened(sha1("pässwörd 👩") + "\n");

        assertThat(file.contains(new Password("pässwörd 👩"))).isTrue();
        assertThat(file.contains(new Password("PÄSSWÖRD 👩"))).isFalse();
        assertThat(file.contains(new Password("pässwörd 👩 "))).isFalse();
        assertThat(file.contains(new Password("pa\u0308sswörd 👩"))).isFalse();
    }

    @Test
    void any_text_may_be_asked_for() throws IOException {
        BreachedPasswordFile file = opened(lines(HASHES, 40, "", "\n"));
        for (String text : List.of("", "\0", "\uD83D", "x".repeat(1_000_000))) {
            assertThat(file.contains(new Password(text))).isFalse();
        }
    }

    @Test
    void several_may_ask_at_once_and_one_who_is_interrupted_robs_nobody() throws IOException {
        BreachedPasswordFile file = opened(lines(HASHES, 40, "", "\n"));

        Thread.currentThread().interrupt();
        assertThat(file.contains(new Password(breached(0)))).isTrue();
        assertThat(Thread.interrupted()).isTrue();

        assertThat(IntStream.range(0, BREACHED).parallel().filter(i -> file.contains(new Password(breached(i)))))
                .hasSize(BREACHED);
    }

    @Test
    void the_file_may_be_replaced_by_another_while_it_is_in_use() throws IOException {
        Path path = written("hashes", sha1("old") + "\n");
        BreachedPasswordFile file = BreachedPasswordFile.open(path);

        Files.move(written("next", sha1("new").substring(0, 12) + ":5\n"), path, StandardCopyOption.REPLACE_EXISTING);

        assertThat(file.contains(new Password("old"))).isFalse();
        assertThat(file.contains(new Password("new"))).isTrue();
    }

    @Test
    void what_is_gone_or_was_spoilt_meanwhile_is_unavailable_and_no_password_passes_for_sound() throws IOException {
        Path path = written("hashes", lines(HASHES, 40, "", "\n"));
        BreachedPasswordFile file = BreachedPasswordFile.open(path);

        for (String spoilt : List.of("", "spoilt")) {
            Files.writeString(path, spoilt);
            assertThatThrownBy(() -> file.contains(new Password("any"))).isInstanceOf(Unavailable.class);
        }
        Files.delete(path);
        assertThatThrownBy(() -> file.contains(new Password("any"))).isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "\uFEFF00000000AA\n",
                "hunter2hunter2\n",
                "00000000A\n",
                "000000000000000000000000000000000000000AA\n",
                "00000000AA\n\n00000000BB\n",
                "00000000AA\n00000000BB\n\n",
                "00000000AA:\n",
                "00000000AA:many\n",
                "00000000AA:1234567890123456789\n",
                "00000000AA 5\n",
                " 00000000AA\n",
                "00000000AA \n",
                "00000000AA\r00000000BB\r",
                "00000000AA\0\n",
                "00000000AA\n00000000BBB\n",
                "00000000AAA\n00000000BB\n",
                "0\n0\n0\n0\n0\n"
            })
    void a_file_of_another_form_is_refused_and_nothing_of_it_repeated(String text) throws IOException {
        Path path = written("hashes", text);

        assertThatThrownBy(() -> BreachedPasswordFile.open(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContaining("digits")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_line_without_an_end_is_refused() throws IOException {
        Path path = written("hashes", lines(HASHES, 40, "", "\n") + "F".repeat(1_000_000));

        assertThatThrownBy(() -> BreachedPasswordFile.open(path)).hasMessageContaining("digits");
    }

    @Test
    void a_file_that_is_not_sorted_is_refused_with_the_place() throws IOException {
        Path path = written("hashes", "00000000AA\n00000000CC\n00000000BB\n");

        assertThatThrownBy(() -> BreachedPasswordFile.open(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not sorted at byte 22");
    }

    @Test
    void an_empty_file_a_folder_and_one_that_is_not_there_are_refused() throws IOException {
        Path empty = written("empty", "");

        assertThatThrownBy(() -> BreachedPasswordFile.open(empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is empty");
        assertThatThrownBy(() -> BreachedPasswordFile.open(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no regular file");
        assertThatThrownBy(() -> BreachedPasswordFile.open(folder.resolve("absent")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("absent");
    }

    private void assertKnowsAll(String text) throws IOException {
        BreachedPasswordFile file = opened(text);
        for (int i = 0; i < BREACHED; i++) {
            assertThat(file.contains(new Password(breached(i)))).as(breached(i)).isTrue();
            assertThat(file.contains(new Password("sound " + i))).isFalse();
        }
    }

    private BreachedPasswordFile opened(String text) throws IOException {
        return BreachedPasswordFile.open(written("hashes", text));
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String lines(List<String> hashes, int digits, String count, String end) {
        return hashes.stream()
                .map(hash -> hash.substring(0, digits) + count + end)
                .collect(Collectors.joining());
    }

    private static String breached(int number) {
        return "password " + number;
    }

    private static String sha1(String password) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
