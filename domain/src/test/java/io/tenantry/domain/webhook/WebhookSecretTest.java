package io.tenantry.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tenantry.domain.id.UniqueFixture;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {

    private final WebhookSecret secret = WebhookSecret.generate(UniqueFixture.random());

    @Test
    void it_is_shown_as_256_bits_in_base64_after_a_prefix_that_scanners_know() {
        assertThat(secret.value()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(Base64.getDecoder().decode(secret.value().substring(6))).isEqualTo(secret.bytes());
        assertThat(secret).isNotEqualTo(WebhookSecret.generate(UniqueFixture.random()));
        assertThat(secret)
                .isEqualTo(new WebhookSecret(secret.bytes()))
                .hasSameHashCodeAs(new WebhookSecret(secret.bytes()));
    }

    @Test
    void R16_2_5_nothing_shows_it_unless_it_is_asked_for_by_name() {
        assertThat(secret).hasToString("WebhookSecret[redacted]");
    }

    @Test
    void it_signs_as_the_reference_libraries_of_standard_webhooks_do() {
        WebhookSecret known = new WebhookSecret(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        String signature = known.sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1_614_265_330,
                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));

        assertThat(known.value()).isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void too_short_or_too_long_a_secret_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WebhookSecret(new byte[23]));
        assertThatIllegalArgumentException().isThrownBy(() -> new WebhookSecret(new byte[65]));
    }
}
