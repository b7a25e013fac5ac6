package io.tenantry.domain.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {

    @ParameterizedTest
    @CsvSource({
        "acme.localhost, acme.localhost",
        "ACME.Example.ORG, acme.example.org",
        "acme.localhost:8080, acme.localhost",
        "acme.example.org., acme.example.org",
        "acme.example.org.:443, acme.example.org",
        "127.0.0.1:80, 127.0.0.1"
    })
    void a_Host_header_is_read_without_port_and_case_and_trailing_dot(String header, String host) {
        assertThat(HostName.fromHeader(header)).contains(new HostName(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                ":80",
                "[::1]:8080",
                "a..b",
                "-a.b",
                "a-.b",
                "a b",
                "a.b:123456",
                "a.b:x",
                "a_b.c",
                "a/b",
                "a@b",
                "ä.b",
                "a.b\0",
                "\u212A.example.org"
            })
    void RMT_what_is_no_host_name_is_nobodys(String header) {
        assertThat(HostName.fromHeader(header)).isEmpty();
    }

    @Test
    void a_host_name_has_253_characters_and_a_label_63_at_most() {
        String longest = ("a".repeat(49) + ".").repeat(5) + "org";

        assertThat(longest).hasSize(253);
        assertThat(new HostName(longest)).hasToString(longest);
        assertThatIllegalArgumentException().isThrownBy(() -> new HostName("a" + longest));
        assertThat(HostName.fromHeader("a".repeat(63) + ".org")).isPresent();
        assertThat(HostName.fromHeader("a".repeat(64) + ".org")).isEmpty();
    }

    @Test
    void a_host_name_is_in_lower_case() {
        assertThatIllegalArgumentException().isThrownBy(() -> new HostName("Acme.org"));
    }

    @Test
    void a_host_lies_within_a_domain_that_it_is_or_ends_in() {
        HostName base = new HostName("example.org");

        assertThat(base.isWithin(base)).isTrue();
        assertThat(new HostName("acme.example.org").isWithin(base)).isTrue();
        assertThat(new HostName("a.b.example.org").isWithin(base)).isTrue();
        assertThat(new HostName("notexample.org").isWithin(base)).isFalse();
        assertThat(new HostName("example.org.evil.test").isWithin(base)).isFalse();
        assertThat(new HostName("org").isWithin(base)).isFalse();
    }

    @Test
    void a_name_without_a_dot_or_one_that_ends_in_a_number_is_not_to_be_had_in_the_dns() {
        assertThat(Stream.of("example.org", "1.2.3.example", "acme.xn--p1ai", "a.1b", "a.b1"))
                .allMatch(host -> new HostName(host).isOfTheDns());
        assertThat(Stream.of("localhost", "127.0.0.1", "1.2.3.4", "example.123", "a.1-2"))
                .noneMatch(host -> new HostName(host).isOfTheDns());
    }
}
