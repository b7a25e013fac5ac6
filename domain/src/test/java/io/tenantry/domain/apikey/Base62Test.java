package io.tenantry.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.id.UniqueFixture;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Base62Test {

    @ParameterizedTest
    @CsvSource({"0, 1, 0", "61, 1, z", "62, 2, 10", "0, 3, 000", "3843, 2, zz", "4294967295, 6, 4gfFC3"})
    void the_digits_are_those_of_ASCII_the_highest_first(long number, int length, String text) {
        assertThat(Base62.encode(number, length)).isEqualTo(text);
    }

    @Test
    void what_does_not_fit_is_refused() {
        assertThatThrownBy(() -> Base62.encode(62, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Base62.encode(new byte[] {62}, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Base62.decode("48", 1)).isEmpty();
        assertThat(Base62.decode("7n42DGM5Tflk9n8mt7Fhc8", 16)).isEmpty();
    }

    @Test
    void bytes_come_back_as_they_were_also_with_zeros_and_high_bits_in_front() {
        for (int i = 0; i < 1000; i++) {
            byte[] bytes = new byte[16];
            UniqueFixture.random().nextBytes(bytes);
            Arrays.fill(bytes, 0, i % 17, (byte) (i % 2 == 0 ? 0 : -1));

            assertThat(Base62.decode(Base62.encode(bytes, 22), 16))
                    .hasValueSatisfying(decoded -> assertThat(decoded).isEqualTo(bytes));
        }
    }

    @Test
    void any_other_character_is_none_of_the_digits_wherever_it_stands() {
        for (char other : "-_ \0é٠".toCharArray()) {
            for (int place = 0; place < 22; place++) {
                String text = "0".repeat(place) + other + "0".repeat(21 - place);

                assertThat(Base62.decode(text, 16)).as(text).isEmpty();
            }
        }
    }
}
