package io.tenantry.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.text.PlainText;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceTest {

    @Test
    void what_a_browser_calls_itself_is_kept() {
        assertThat(userAgent("Mozilla/5.0 (Grüße 😀)")).isEqualTo("Mozilla/5.0 (Grüße 😀)");
    }

    @Test
    void R16_4_1_no_control_character_or_line_separator_is_kept() {
        assertThat(userAgent("a\r\nb\u001Bc\0d\u2028e\u2029f\u0085g\uD83Dh")).isEqualTo("a  b c d e f g h");
    }

    @Test
    void R16_4_1_at_most_400_characters_are_kept_and_no_pair_is_cut_in_two() {
        assertThat(userAgent("a".repeat(400))).hasSize(400);
        assertThat(userAgent("a".repeat(10_000))).hasSize(400);
        String cut = userAgent("a".repeat(399) + "😀😀");

        assertThat(cut.length()).isLessThanOrEqualTo(400);
        assertThat(PlainText.hasUnpairedSurrogate(cut)).isFalse();
    }

    @Test
    void an_unknown_device_has_neither_address_nor_name() {
        assertThat(Device.UNKNOWN).isEqualTo(new Device(Optional.empty(), Optional.empty()));
    }

    private static String userAgent(String text) {
        return new Device(Optional.of("192.0.2.1"), Optional.of(text))
                .userAgent()
                .orElseThrow();
    }
}
