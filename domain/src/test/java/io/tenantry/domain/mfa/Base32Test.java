package io.tenantry.domain.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Base32Test {

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "f, MY",
        "fo, MZXQ",
        "foo, MZXW6",
        "foob, MZXW6YQ",
        "fooba, MZXW6YTB",
        "foobar, MZXW6YTBOI",
    })
    void the_vectors_of_RFC_4648_hold_without_their_padding(String text, String base32) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
    }

    @ParameterizedTest
    @CsvSource({"0, AA", "-1, 74", "-128, QA"})
    void a_byte_counts_as_eight_bits_without_a_sign(byte value, String base32) {
        assertThat(Base32.encode(new byte[] {value})).isEqualTo(base32);
    }

    @Test
    void many_bytes_overflow_nothing() {
        byte[] ones = new byte[20];
        Arrays.fill(ones, (byte) 0xFF);

        assertThat(Base32.encode(ones)).isEqualTo("7".repeat(32));
    }
}
