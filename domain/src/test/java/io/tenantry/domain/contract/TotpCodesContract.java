package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.mfa.TotpSecret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link io.tenantry.domain.mfa.TotpCodes} must do. */
public abstract class TotpCodesContract extends PortContract {

    /** The one of RFC 6238, appendix B. */
    private static final TotpSecret SECRET = new TotpSecret("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** A step of that appendix, and its code. */
    private static final long STEP = 1_111_111_109 / 30;

    private static final String CODE = "081804";

    /** The last six digits of the eight that are printed there: a code is a remainder, of 10 to the sixth here. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void R_T1_the_codes_of_RFC_6238_are_known(long second, String code) {
        assertThat(step(code, Instant.ofEpochSecond(second), 0)).contains(second / 30);
    }

    @Test
    void R_T2_a_code_is_known_one_step_early_and_one_step_late_and_no_further() {
        Instant begins = Instant.ofEpochSecond(STEP * 30);

        assertThat(step(CODE, begins.minusSeconds(30).minusNanos(1), 0)).isEmpty();
        assertThat(step(CODE, begins.minusSeconds(30), 0)).contains(STEP);
        assertThat(step(CODE, begins, 0)).contains(STEP);
        assertThat(step(CODE, begins.plusSeconds(60).minusNanos(1), 0)).contains(STEP);
        assertThat(step(CODE, begins.plusSeconds(60), 0)).isEmpty();
    }

    @Test
    void R_T2_no_code_of_an_accepted_step_or_an_earlier_one_is_known() {
        Instant now = Instant.ofEpochSecond(STEP * 30);

        assertThat(step(CODE, now, STEP - 1)).contains(STEP);
        assertThat(step(CODE, now, STEP)).isEmpty();
        assertThat(step(CODE, now, STEP + 1)).isEmpty();
        assertThat(step(CODE, now, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void R_T2_after_a_code_was_accepted_that_of_the_next_step_still_is() {
        Instant now = Instant.ofEpochSecond(STEP * 30);

        assertThat(step("050471", now, STEP)).contains(STEP + 1);
    }

    @Test
    void a_code_is_of_one_secret_alone() {
        TotpSecret other = new TotpSecret("12345678901234567891".getBytes(StandardCharsets.US_ASCII));

        assertThat(ports().totpCodes().step(other, CODE, Instant.ofEpochSecond(STEP * 30), 0))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "000000",
                "081 804",
                " 081804",
                "081804 ",
                "081804\n",
                "0081804",
                "81804",
                "07081804",
                "08180\0",
                "081804\0",
                "+81804",
                "-81804",
                "０８１８０４",
                "٠٨١٨٠٤",
                "0x13F8C",
                "\uD83D",
                "\uDE00\uD83D"
            })
    void R_T6_what_is_not_the_code_in_six_ASCII_digits_is_no_code_and_no_error(String typed) {
        assertThat(step(typed, Instant.ofEpochSecond(STEP * 30), 0)).isEmpty();
    }

    @Test
    void R_T6_a_code_of_any_length_is_no_error() {
        assertThat(step(CODE.repeat(100_000), Instant.ofEpochSecond(STEP * 30), 0))
                .isEmpty();
    }

    @Test
    void R_T6_the_digits_are_those_of_ASCII_whatever_the_default_locale() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("ar-EG", "fa-IR-u-nu-arabext", "mr-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(step(CODE, Instant.ofEpochSecond(STEP * 30), 0))
                        .as(tag)
                        .contains(STEP);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void the_first_steps_of_all_are_no_error() {
        assertThat(step("755224", Instant.EPOCH, -1)).contains(0L);
        assertThat(step("287082", Instant.EPOCH, -1)).contains(1L);
    }

    private Optional<Long> step(String code, Instant now, long after) {
        return ports().totpCodes().step(SECRET, code, now, after);
    }
}
