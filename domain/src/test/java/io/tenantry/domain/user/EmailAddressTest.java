package io.tenantry.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tenantry.domain.id.UniqueFixture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user@example.com",
                "a@b.co",
                "john.doe+tag@sub.domain.example.museum",
                "o'neill@example.org",
                "!#$%&'*+/=?^_`{|}~-@example.org",
                "1@2.example",
                "x@xn--bcher-kva.example",
                "x@a-b.example"
            })
    void any_valid_address_is_accepted_and_shown_as_it_was_typed(String typed) {
        assertThat(EmailAddress.parse(typed))
                .hasValueSatisfying(address -> assertThat(address.value()).isEqualTo(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "@",
                "a",
                "a@",
                "@b.co",
                "a@b",
                "a@localhost",
                "a@@b.co",
                "a@b@c.co",
                "a b@c.co",
                "a@b c.co",
                ".a@b.co",
                "a.@b.co",
                "a..b@c.co",
                "a@.b.co",
                "a@b..co",
                "a@b.co.",
                "a@-b.co",
                "a@b-.co",
                "a@b.123",
                "a@127.0.0.1",
                "a@[127.0.0.1]",
                "a@[IPv6:::1]",
                "\"a b\"@c.co",
                "\"a\"@b.co",
                "a(x)@b.co",
                "A <a@b.co>",
                "<a@b.co>",
                "a@b.co,c@d.co",
                "a@b.co;c@d.co",
                "a@b_c.co",
                "mailto:a@b.co?subject=x"
            })
    void what_is_no_address_is_refused(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.co\r\nBcc: x@y.co",
                "a\r\n@b.co",
                "a@b\r\n.co",
                "a\0@b.co",
                "a@b.co\0",
                "a@b\0.co",
                "a\u001B@b.co",
                "a@b.c\uD83D"
            })
    void R_E6_a_control_character_or_half_a_surrogate_pair_is_refused(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void R_E5_outer_spaces_are_trimmed_as_ECMAScript_does() {
        assertThat(EmailAddress.of("\u00A0\t user@example.com \uFEFF\r\n").value())
                .isEqualTo("user@example.com");
    }

    @Test
    void R_E5_addresses_that_differ_in_case_are_one() {
        EmailAddress typed = EmailAddress.of("John.DOE@Example.COM");
        EmailAddress other = EmailAddress.of("john.doe@example.com");

        assertThat(typed).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(typed.canonical()).isEqualTo("john.doe@example.com");
        assertThat(typed.value()).isEqualTo("John.DOE@Example.COM");
        assertThat(typed).hasToString("John.DOE@Example.COM").isNotEqualTo(EmailAddress.of("john.do@example.com"));
        assertThat(typed.equals((Object) "john.doe@example.com")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "a@bücher.example, a@xn--bcher-kva.example",
        "a@BÜCHER.example, a@xn--bcher-kva.example",
        "a@bu\u0308cher.example, a@xn--bcher-kva.example",
        "a@XN--BCHER-KVA.example, a@xn--bcher-kva.example",
        "a@ｅｘａｍｐｌｅ.org, a@example.org",
        "a@example。org, a@example.org",
        "a@exam\u200B\u00ADple.org, a@example.org",
        "a@例え.テスト, a@xn--r8jz45g.xn--zckzah"
    })
    void R_E5_an_internationalized_domain_has_one_form(String typed, String canonical) {
        assertThat(EmailAddress.of(typed).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "аdmin@example.org",
                "ａdmin@example.org",
                "admin\u200B@example.org",
                "ad\u0131n@example.org",
                "\u212Aate@example.org",
                "admin＠example.org",
                "é@example.org"
            })
    void R_E5_a_local_part_with_a_look_alike_or_any_other_letter_than_ASCII_is_refused(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ada@stra\u00DFe.example", "ada@\u03BB\u03CC\u03B3\u03BF\u03C2.example", "ada@a\u200Db.example"})
    void R_E5_a_domain_of_which_two_standards_make_two_domains_is_refused(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void R_E5_a_domain_of_look_alike_letters_is_another_domain() {
        assertThat(EmailAddress.of("a@еxample.org").canonical()).isEqualTo("a@xn--xample-2of.org");
    }

    @Test
    void an_address_of_254_characters_is_accepted_and_one_of_255_refused() {
        String domain = ("d".repeat(60) + ".").repeat(3) + "org";
        String local = "l".repeat(64);
        String longest = local + "@" + "e".repeat(254 - 65 - 1 - domain.length()) + "." + domain;

        assertThat(longest).hasSize(254);
        assertThat(EmailAddress.parse(longest)).isPresent();
        assertThat(EmailAddress.parse(longest.replace("@e", "@ee"))).isEmpty();
    }

    @Test
    void an_internationalized_domain_is_measured_in_its_ASCII_form() {
        String domain = ("ü".repeat(50) + ".").repeat(3) + "example";

        assertThat(EmailAddress.of("a@" + domain).value().length()).isLessThanOrEqualTo(254);
        assertThat(EmailAddress.parse("l".repeat(64) + "@" + "ü.".repeat(30) + domain))
                .isEmpty();
    }

    @Test
    void a_local_part_of_64_characters_is_accepted_and_one_of_65_refused() {
        assertThat(EmailAddress.parse("l".repeat(64) + "@example.org")).isPresent();
        assertThat(EmailAddress.parse("l".repeat(65) + "@example.org")).isEmpty();
    }

    @Test
    void a_label_of_63_characters_is_accepted_and_one_of_64_refused() {
        assertThat(EmailAddress.parse("a@" + "d".repeat(63) + ".org")).isPresent();
        assertThat(EmailAddress.parse("a@" + "d".repeat(64) + ".org")).isEmpty();
    }

    @Test
    void the_local_part_is_told_in_lower_case() {
        assertThat(EmailAddress.of("John.Doe@Example.com").localPart()).isEqualTo("john.doe");
    }

    @Test
    void of_refuses_what_is_no_address_without_repeating_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmailAddress.of("no address"))
                .withMessage("no e-mail address");
    }

    @Test
    void no_text_makes_parsing_fail_or_the_canonical_form_anything_but_a_fixed_point() {
        for (int i = 0; i < 20_000; i++) {
            String typed = chance("ab.@-\u00FC\uFF0E\u3002\u00DFxn--\u0130\u202E\0\uD83D ", i % 40);

            assertThatCode(() -> EmailAddress.parse(typed)).as(typed).doesNotThrowAnyException();
            EmailAddress.parse(typed)
                    .ifPresent(address -> assertThat(
                                    EmailAddress.of(address.canonical()).canonical())
                            .isEqualTo(address.canonical())
                            .isASCII());
        }
    }

    private static String chance(String alphabet, int length) {
        return "a@"
                + UniqueFixture.random()
                        .ints(length, 0, alphabet.length())
                        .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
                        .collect(Collectors.joining());
    }
}
