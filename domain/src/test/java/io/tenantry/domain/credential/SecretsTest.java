package io.tenantry.domain.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.mail.Mail;
import io.tenantry.domain.mail.MailFixture;
import io.tenantry.domain.session.RefreshToken;
import io.tenantry.domain.session.RotationSalt;
import io.tenantry.domain.session.SessionFixture;
import io.tenantry.domain.session.SigningKey;
import io.tenantry.domain.session.SigningKeyFixture;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void R16_2_5_no_secret_shows_itself_as_text() {
        RotationSalt salt = SessionFixture.aSalt();
        RefreshToken refresh = SessionFixture.aRefreshToken();
        SecretToken secret = OneTimeTokenFixture.aSecret();

        assertThat(new Password("correct horse")).hasToString("Password[redacted]");
        assertThat(secret).hasToString("SecretToken[redacted]");
        assertThat(secret.digest()).hasToString("TokenDigest[redacted]");
        assertThat(refresh).hasToString("RefreshToken[redacted]");
        assertThat(salt).hasToString("RotationSalt[redacted]");
    }

    @Test
    void R16_2_5_no_record_shows_the_secret_in_it() {
        Mail mail = MailFixture.aMail();
        SigningKey key = SigningKeyFixture.aKey();

        assertThat(mail.toString()).doesNotContain(mail.token().orElseThrow().value());
        assertThat(key).hasToString("SigningKey[" + key.id() + "]");
    }

    @Test
    void R7_2_3_a_secret_token_is_base64url_of_256_random_bits() {
        SecretToken token = SecretToken.generate(UniqueFixture.random());

        assertThat(token.value()).matches("[A-Za-z0-9_-]{43}");
        assertThat(Base64.getUrlDecoder().decode(token.value())).hasSize(32);
        assertThat(Stream.generate(() ->
                                SecretToken.generate(UniqueFixture.random()).value())
                        .limit(1_000))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_digest_is_the_SHA_256_of_the_token() {
        assertThat(HexFormat.of().formatHex(TokenDigest.of("abc").bytes()))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(new SecretToken("abc").digest()).isEqualTo(TokenDigest.of("abc"));
        assertThat(new RefreshToken("abc").digest()).isEqualTo(TokenDigest.of("abc"));
    }

    @Test
    void digests_are_equal_when_their_bytes_are() {
        TokenDigest digest = TokenDigest.of("abc");

        assertThat(new TokenDigest(digest.bytes())).isEqualTo(digest).hasSameHashCodeAs(digest);
        assertThat(digest).isNotEqualTo(TokenDigest.of("abd"));
        assertThat(digest.equals((Object) "abc")).isFalse();
    }

    @Test
    void a_digest_has_32_bytes_that_nobody_can_change_from_outside() {
        byte[] bytes = new byte[32];
        TokenDigest digest = new TokenDigest(bytes);
        bytes[0] = 1;
        digest.bytes()[1] = 1;

        assertThat(digest.bytes()).containsOnly(0);
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenDigest(new byte[31]));
    }

    @Test
    void a_salt_has_32_random_bytes_that_nobody_can_change_from_outside() {
        RotationSalt salt = SessionFixture.aSalt();
        byte[] before = salt.bytes();

        salt.bytes()[0]++;

        assertThat(salt.bytes()).isEqualTo(before).hasSize(32);
        assertThat(new RotationSalt(before)).isEqualTo(salt).hasSameHashCodeAs(salt);
        assertThat(salt).isNotEqualTo(SessionFixture.aSalt());
    }
}
