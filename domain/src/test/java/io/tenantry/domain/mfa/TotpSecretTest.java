package io.tenantry.domain.mfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tenantry.domain.id.UniqueFixture;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TotpSecretTest {

    @Test
    void R_T3_a_new_secret_has_160_random_bits() {
        TotpSecret secret = TotpSecret.generate(UniqueFixture.random());

        assertThat(secret.bytes()).hasSize(20);
        assertThat(Stream.generate(() -> TotpSecret.generate(UniqueFixture.random()))
                        .limit(1_000))
                .doesNotHaveDuplicates();
    }

    @Test
    void R_T3_fewer_than_128_bits_are_no_secret() {
        assertThat(new TotpSecret(new byte[16]).bytes()).hasSize(16);
        assertThatIllegalArgumentException().isThrownBy(() -> new TotpSecret(new byte[15]));
    }

    @Test
    void the_secret_is_shown_as_32_letters_and_digits_that_can_be_typed() {
        byte[] ofRfc6238 = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

        assertThat(new TotpSecret(ofRfc6238).base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @Test
    void R16_2_5_the_secret_does_not_show_itself_as_text() {
        assertThat(TotpSecret.generate(UniqueFixture.random())).hasToString("TotpSecret[redacted]");
    }

    @Test
    void nobody_can_change_a_secret_from_outside() {
        byte[] bytes = new byte[20];
        TotpSecret secret = new TotpSecret(bytes);
        bytes[0] = 1;
        secret.bytes()[1] = 1;

        assertThat(secret.bytes()).containsOnly(0);
    }

    @Test
    void secrets_are_equal_when_their_bytes_are() {
        TotpSecret secret = TotpSecret.generate(UniqueFixture.random());

        assertThat(new TotpSecret(secret.bytes())).isEqualTo(secret).hasSameHashCodeAs(secret);
        assertThat(secret).isNotEqualTo(TotpSecret.generate(UniqueFixture.random()));
        assertThat(secret.equals((Object) secret.base32())).isFalse();
    }
}
