package io.tenantry.persistence.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class EncryptionTest {

    private static final byte[] SECRET = "what nobody may read".getBytes(StandardCharsets.UTF_8);

    private final SecretKey first = key(1);
    private final SecretKey second = key(2);
    private final Encryption encryption = new Encryption(first, List.of());

    @Test
    void what_was_sealed_opens_in_its_own_row() {
        assertThat(encryption.open(encryption.seal(SECRET, "row 1"), "row 1")).isEqualTo(SECRET);
    }

    @Test
    void what_was_sealed_for_one_row_does_not_open_in_another() {
        byte[] sealed = encryption.seal(SECRET, "row 1");

        assertThatThrownBy(() -> encryption.open(sealed, "row 2")).isInstanceOf(Encryption.DoesNotOpen.class);
    }

    @Test
    void one_secret_sealed_twice_does_not_look_alike_and_shows_nothing_of_it() {
        byte[] sealed = encryption.seal(SECRET, "row 1");

        assertThat(sealed).isNotEqualTo(encryption.seal(SECRET, "row 1"));
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("nobody");
    }

    @Test
    void a_change_of_any_byte_is_noticed() {
        byte[] sealed = encryption.seal(SECRET, "row 1");

        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> encryption.open(altered, "row 1")).isInstanceOf(Encryption.DoesNotOpen.class);
        }
    }

    @Test
    void what_is_cut_short_does_not_open() {
        byte[] sealed = encryption.seal(SECRET, "row 1");

        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> encryption.open(cut, "row 1")).isInstanceOf(Encryption.DoesNotOpen.class);
        }
    }

    @Test
    void a_previous_key_opens_what_it_sealed_and_the_current_one_seals() {
        byte[] old = encryption.seal(SECRET, "row 1");
        Encryption rotated = new Encryption(second, List.of(first));

        assertThat(rotated.open(old, "row 1")).isEqualTo(SECRET);
        byte[] anew = rotated.seal(SECRET, "row 1");
        assertThat(new Encryption(second, List.of()).open(anew, "row 1")).isEqualTo(SECRET);
        assertThatThrownBy(() -> encryption.open(anew, "row 1"))
                .isInstanceOf(Encryption.DoesNotOpen.class)
                .hasMessageContaining("row 1");
    }

    private static SecretKey key(int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return new SecretKeySpec(bytes, "AES");
    }
}
