package io.tenantry.domain.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FactorsTest {

    @Test
    void a_code_generator_or_a_passkey_is_a_second_factor() {
        assertThat(new Factors(true, 0, 0).any()).isTrue();
        assertThat(new Factors(false, 0, 1).any()).isTrue();
        assertThat(new Factors(true, 10, 20).any()).isTrue();
    }

    @Test
    void recovery_codes_alone_are_none() {
        assertThat(new Factors(false, 10, 0).any()).isFalse();
        assertThat(Factors.NONE.any()).isFalse();
    }

    @Test
    void every_method_has_a_word_of_its_own() {
        assertThat(Stream.of(MfaMethod.values()).map(MfaMethod::word))
                .containsExactly("totp", "passkey", "recovery_code");
    }
}
