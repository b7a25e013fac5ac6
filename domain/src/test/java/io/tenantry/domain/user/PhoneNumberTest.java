package io.tenantry.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"110", "+49 (0)30 123456-78", "030/1234.567", "12345678901234567890"})
    void a_phone_number_is_kept_as_it_was_typed(String typed) {
        assertThat(PhoneNumber.parse(typed)).contains(new PhoneNumber(typed));
    }

    @Test
    void it_is_trimmed() {
        assertThat(PhoneNumber.parse("\u00A0 110\t")).contains(new PhoneNumber("110"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "11",
                "+()",
                "123456789012345678901",
                "0800-FLOWERS",
                "１２３４",
                "123\n456",
                "123\u0000456",
                "110;ext=7"
            })
    void anything_else_is_none(String typed) {
        assertThat(PhoneNumber.parse(typed)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new PhoneNumber(typed));
    }
}
