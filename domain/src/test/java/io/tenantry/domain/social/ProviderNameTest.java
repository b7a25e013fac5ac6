package io.tenantry.domain.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"google", "github", "0", "my-idp-2"})
    void a_name_is_of_small_letters_digits_and_hyphens(String name) {
        assertThat(new ProviderName(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "Google", "a b", "a/b", "..", "a\n", "\u00e9"})
    void anything_else_is_none(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ProviderName(name));
    }

    @Test
    void it_has_forty_characters_at_most() {
        assertThat(new ProviderName("a".repeat(40)).value()).hasSize(40);
        assertThatIllegalArgumentException().isThrownBy(() -> new ProviderName("a".repeat(41)));
    }
}
