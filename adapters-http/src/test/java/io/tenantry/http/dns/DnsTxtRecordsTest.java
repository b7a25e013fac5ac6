package io.tenantry.http.dns;

import static io.tenantry.http.dns.ScriptedDns.SILENCE;
import static io.tenantry.http.dns.ScriptedDns.answer;
import static io.tenantry.http.dns.ScriptedDns.record;
import static io.tenantry.http.dns.ScriptedDns.truncated;
import static io.tenantry.http.dns.ScriptedDns.txt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.failure.Unavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DnsTxtRecordsTest {
    private static final String NAME = "_tenantry.shop.example.com";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(600);
    private static final int SERVFAIL = 2;
    private static final int NXDOMAIN = 3;
    private static final int REFUSED = 5;

    @Test
    void all_records_of_a_name_are_found() throws IOException {
        assertThat(asked(query -> answer(query, 0, txt("tenantry-verification=abc"), txt("v=spf1 -all"), txt("x"))))
                .containsExactlyInAnyOrder("tenantry-verification=abc", "v=spf1 -all", "x");
    }

    @Test
    void the_character_strings_of_a_record_are_joined() throws IOException {
        assertThat(asked(query -> answer(query, 0, txt("tenantry-", "verification=", "abc"))))
                .containsExactly("tenantry-verification=abc");
    }

    @Test
    void a_text_comes_as_it_stands_there() throws IOException {
        assertThat(asked(query ->
                        answer(query, 0, txt("a \"quoted\" word", " and \\ back"), txt(""), txt("\""), txt("", "x"))))
                .containsExactlyInAnyOrder("a \"quoted\" word and \\ back", "", "\"", "x");
    }

    @Test
    void behind_another_name_the_text_is_found_too() throws IOException {
        byte[] alias = record(5, new byte[] {1, 'a', (byte) 0xC0, 12});
        assertThat(asked(query -> answer(query, 0, alias, txt("there")))).containsExactly("there");
    }

    @Test
    void a_name_that_there_is_not_has_no_texts() throws IOException {
        assertThat(asked(query -> answer(query, NXDOMAIN))).isEmpty();
    }

    @Test
    void a_name_without_texts_has_none() throws IOException {
        assertThat(asked(query -> answer(query, 0))).isEmpty();
        assertThat(asked(query -> answer(query, 0, record(1, new byte[] {127, 0, 0, 1}))))
                .isEmpty();
    }

    @Test
    void what_was_cut_off_is_asked_for_once_more_by_tcp() throws IOException {
        byte[][] many = IntStream.range(0, 100)
                .mapToObj(i -> txt("text " + i + " " + "x".repeat(200)))
                .toArray(byte[][]::new);
        try (ScriptedDns dns = ScriptedDns.answering(query -> truncated(query), query -> answer(query, 0, many))) {
            assertThat(records(PATIENCE, dns).of(NAME)).hasSize(100);
        }
    }

    @Test
    void where_tcp_stays_silent_there_is_what_came_by_udp_and_no_longer_wait() throws IOException {
        try (ScriptedDns dns = ScriptedDns.answering(query -> truncated(query, txt("whole")), SILENCE)) {
            long start = System.nanoTime();
            assertThat(records(SHORT, dns).of(NAME)).containsExactly("whole");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SHORT.plusMillis(400));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {SERVFAIL, REFUSED})
    void who_cannot_say_has_not_answered(int code) throws IOException {
        try (ScriptedDns dns = ScriptedDns.answering(query -> answer(query, code))) {
            assertUnavailableWithin(PATIENCE, dns);
            assertThat(dns.asked()).isEqualTo(2);
        }
    }

    @Test
    void who_is_silent_is_not_waited_for_any_longer_than_said() throws IOException {
        try (ScriptedDns one = ScriptedDns.answering(SILENCE);
                ScriptedDns two = ScriptedDns.answering(SILENCE);
                ScriptedDns three = ScriptedDns.answering(SILENCE);
                ScriptedDns fourth = ScriptedDns.answering(SILENCE)) {
            assertUnavailableWithin(SHORT, one, two, three, fourth);
            assertThat(List.of(one.asked(), two.asked(), three.asked(), fourth.asked()))
                    .containsExactly(2, 2, 2, 0);
        }
    }

    @Test
    void where_one_is_silent_or_failing_the_next_is_asked() throws IOException {
        try (ScriptedDns silent = ScriptedDns.answering(SILENCE);
                ScriptedDns failing = ScriptedDns.answering(query -> answer(query, SERVFAIL));
                ScriptedDns good = ScriptedDns.answering(query -> answer(query, 0, txt("good")))) {
            assertThat(records(PATIENCE, silent, failing, good).of(NAME)).containsExactly("good");
        }
    }

    @Test
    void a_question_that_got_lost_is_asked_again() throws IOException {
        ScriptedDns[] self = new ScriptedDns[1];
        UnaryOperator<byte[]> second = query -> self[0].asked() > 1 ? answer(query, 0, txt("late")) : null;
        try (ScriptedDns dns = ScriptedDns.answering(second)) {
            self[0] = dns;
            assertThat(records(PATIENCE, dns).of(NAME)).containsExactly("late");
        }
    }

    @Test
    void an_answer_under_another_number_or_to_another_question_is_none() throws IOException {
        UnaryOperator<byte[]> otherNumber = query -> changed(answer(query, 0, txt("forged")), 0);
        UnaryOperator<byte[]> otherName = query -> changed(answer(query, 0, txt("forged")), 14);
        for (UnaryOperator<byte[]> forged : List.of(otherNumber, otherName)) {
            try (ScriptedDns dns = ScriptedDns.answering(forged)) {
                assertUnavailableWithin(SHORT, dns);
            }
        }
    }

    @Test
    void a_malformed_answer_is_none_and_does_no_harm() throws IOException {
        byte[] selfPointer = {(byte) 0xC0, 44, 0, 16, 0, 1, 0, 0, 0, 0, 0, 1, 0};
        Stream<UnaryOperator<byte[]>> broken = Stream.of(
                query -> new byte[0],
                query -> new byte[] {1, 2, 3},
                query -> Arrays.copyOf(answer(query, 0, txt("cut")), query.length + 8),
                query -> answer(query, 0, selfPointer),
                query -> answer(query, 0, record(16, new byte[] {(byte) 0xFF, 'a'})),
                query -> Arrays.copyOf(query, 8000));
        for (UnaryOperator<byte[]> answer : broken.toList()) {
            try (ScriptedDns dns = ScriptedDns.answering(answer)) {
                assertThat(outcome(dns)).doesNotContain("cut");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a..b",
                "a b.example.com",
                "ldap://127.0.0.1/x",
                "dns://127.0.0.1/x",
                "a/b.example.com",
                "\"a\".example.com",
                "a\\.example.com",
                "\u0000.example.com",
                "ä.example.com"
            })
    void what_is_no_name_is_not_asked_for(String name) throws IOException {
        try (ScriptedDns dns = ScriptedDns.answering(query -> answer(query, 0, txt("x")))) {
            assertThat(records(PATIENCE, dns).of(name)).isEmpty();
            assertThat(records(PATIENCE, dns).of("a.".repeat(126) + "bc")).isEmpty();
            assertThat(dns.asked()).isZero();
        }
    }

    @Test
    void nobody_to_ask_is_no_answer() {
        assertThatThrownBy(() -> new DnsTxtRecords(List.of(), PATIENCE).of(NAME))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void the_machine_has_resolvers_or_none_and_each_is_an_address() {
        assertThat(Resolver.ofThisMachine()).allSatisfy(url -> assertThat(url).startsWith("dns://"));
    }

    private static Set<String> asked(UnaryOperator<byte[]> answer) throws IOException {
        try (ScriptedDns dns = ScriptedDns.answering(answer)) {
            Set<String> found = records(PATIENCE, dns).of(NAME);
            assertThat(dns.asked()).isEqualTo(1);
            return found;
        }
    }

    private static DnsTxtRecords records(Duration patience, ScriptedDns... servers) {
        return new DnsTxtRecords(
                Arrays.stream(servers).map(ScriptedDns::address).toList(), patience);
    }

    private static Set<String> outcome(ScriptedDns dns) {
        try {
            return records(SHORT, dns).of(NAME);
        } catch (Unavailable noAnswer) {
            return Set.of();
        }
    }

    private static void assertUnavailableWithin(Duration patience, ScriptedDns... servers) {
        long start = System.nanoTime();
        assertThatThrownBy(() -> records(patience, servers).of(NAME)).isInstanceOf(Unavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(patience.plusMillis(400));
    }

    private static byte[] changed(byte[] message, int at) {
        message[at] ^= 1;
        return message;
    }
}
