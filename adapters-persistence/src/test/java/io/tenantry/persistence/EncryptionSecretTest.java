package io.tenantry.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncryptionSecretTest {

    @Test
    void thirty_two_bytes_in_base64_are_a_secret_and_never_shown() {
        String base64 = Base64.getEncoder().encodeToString(new byte[32]);

        assertThat(EncryptionSecret.ofBase64(base64 + "\n").toString())
                .isEqualTo("EncryptionSecret[redacted]")
                .doesNotContain(base64);
    }

    @Test
    void anything_else_is_refused_without_being_repeated() {
        for (String other : List.of(
                "",
                "geheim!",
                "AAAA",
                Base64.getEncoder().encodeToString(new byte[31]),
                Base64.getEncoder().encodeToString(new byte[33]))) {
            assertThatThrownBy(() -> EncryptionSecret.ofBase64(other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the secret must be 32 bytes in base64")
                    .hasNoCause();
        }
    }

    @Test
    void without_a_secret_nothing_is_opened() {
        assertThatThrownBy(() -> PostgresPersistence.on(ConnectionPools.direct("postgres://127.0.0.1:1/none"))
                        .open())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("secret");
    }
}
