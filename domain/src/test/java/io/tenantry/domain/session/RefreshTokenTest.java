package io.tenantry.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.id.UniqueFixture;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefreshTokenTest {

    @Test
    void the_token_of_a_rotating_session_is_base64url_of_256_bits() {
        assertThat(RefreshToken.rotating(UniqueFixture.random()).value()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void R7_2_3_the_token_of_a_fixed_session_is_a_random_UUID_of_version_4() {
        UUID token = UUID.fromString(RefreshToken.fixed(UniqueFixture.random()).value());

        assertThat(token.version()).isEqualTo(4);
        assertThat(token.variant()).isEqualTo(2);
        assertThat(Stream.generate(
                                () -> RefreshToken.fixed(UniqueFixture.random()).value())
                        .limit(1_000))
                .doesNotHaveDuplicates();
    }

    @Test
    void one_token_and_one_salt_give_one_successor() {
        RefreshToken token = SessionFixture.aRefreshToken();
        RotationSalt salt = SessionFixture.aSalt();

        RefreshToken successor = token.successor(salt);

        assertThat(successor.value()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(token.value());
        assertThat(new RefreshToken(token.value()).successor(salt).value()).isEqualTo(successor.value());
    }

    @Test
    void another_token_or_another_salt_gives_another_successor() {
        RefreshToken token = SessionFixture.aRefreshToken();
        RotationSalt salt = SessionFixture.aSalt();
        String successor = token.successor(salt).value();

        assertThat(token.successor(SessionFixture.aSalt()).value()).isNotEqualTo(successor);
        assertThat(SessionFixture.aRefreshToken().successor(salt).value()).isNotEqualTo(successor);
    }

    @Test
    void the_successor_is_the_HMAC_SHA_256_of_the_salt_under_the_token() {
        // RFC 4231, test case 2.
        RotationSalt data = new RotationSalt("what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII));

        assertThat(new RefreshToken("Jefe").successor(data).value())
                .isEqualTo("W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM");
    }
}
