package io.tenantry.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PreferencesTest {

    private static final String FRAME = "{\"a\":\"\"}";

    @Test
    void nobody_has_any_at_first() {
        assertThat(Preferences.NONE.json()).isEqualTo("{}");
    }

    @Test
    void they_have_4_KiB_at_most_counted_in_bytes_of_UTF_8() {
        int room = 4096 - FRAME.length();

        assertThat(holding("x".repeat(room)).json()).hasSize(4096);
        assertThatIllegalArgumentException().isThrownBy(() -> holding("x".repeat(room + 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> holding("é".repeat(room / 2 + 1)));
    }

    private static Preferences holding(String text) {
        return new Preferences("{\"a\":\"" + text + "\"}");
    }
}
