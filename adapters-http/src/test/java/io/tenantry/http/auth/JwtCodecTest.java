package io.tenantry.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.AccessClaims;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.http.auth.TokenForge.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtCodecTest {
    private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"first\"}";

    private final ManualClock clock = new ManualClock();
    private final TokenForge forge = new TokenForge();
    private final JwtCodec codec = codec("https://a.example", "https://a.example");

    @Test
    void what_was_signed_is_read_again() {
        AccessClaims claims = forge.claims(clock.instant());
        assertThat(codec.verify(codec.sign(claims))).isEqualTo(new TokenClaims.OfUser(claims));
    }

    @Test
    void tenant_and_role_go_with_the_token() {
        AccessClaims plain = forge.claims(clock.instant());
        AccessClaims claims = new AccessClaims(
                plain.user(),
                plain.session(),
                Optional.of(new TenantId(UUID.randomUUID())),
                Optional.of(Role.ADMIN),
                plain.issuedAt(),
                plain.expiresAt(),
                plain.id());
        assertThat(codec.verify(codec.sign(claims))).isEqualTo(new TokenClaims.OfUser(claims));
    }

    @Test
    void the_header_is_as_rfc_9068_has_it() {
        assertThat(TokenForge.part(codec.sign(forge.claims(clock.instant())), 0))
                .contains("\"alg\":\"RS256\"", "\"typ\":\"at+jwt\"", "\"kid\":\"first\"");
    }

    @Test
    void a_token_is_made_by_hand_as_the_codec_makes_it() {
        assertThat(codec.verify(forge.sign(HEADER, payload("")))).isNotNull();
    }

    @Test
    void R9_1_1_any_bit_flipped_is_refused() {
        String token = codec.sign(forge.claims(clock.instant()));
        codec.verify(token);
        for (int i = 0; i < token.length(); i++) {
            for (int bit = 0; bit < 7; bit++) {
                char[] altered = token.toCharArray();
                altered[i] = (char) (altered[i] ^ (1 << bit));
                refused(new String(altered));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "nOnE", "NONE", "HS256", "PS256", "ES256", "RS384", "rs256", ""})
    void R9_1_2_another_algorithm_is_refused_whatever_the_token_says(String alg) {
        String header = "{\"alg\":\"%s\",\"typ\":\"at+jwt\",\"kid\":\"first\"}".formatted(alg);
        refused(forge.sign(header, payload("")));
        refused(TokenForge.unsigned(header, payload("")) + ".");
        refused(TokenForge.unsigned(header, payload("")));
    }

    @Test
    void R9_1_2_the_public_key_is_no_secret_to_sign_by() {
        refused(forge.signByPublicKeyAsSecret("{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"first\"}", payload("")));
        refused(forge.signByPublicKeyAsSecret(HEADER, payload("")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../dev/null",
                "' UNION SELECT 'a",
                "|sleep 5",
                "https://evil.example/key",
                "second",
                "",
                "first\\u0000"
            })
    void R9_1_3_an_unknown_key_id_is_refused_and_nothing_else_is_done_with_it(String kid) {
        refused(forge.sign("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(kid), payload("")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"jku\":\"https://evil.example/jwks.json\"",
                "\"jwk\":{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}",
                "\"x5u\":\"https://evil.example/cert\"",
                "\"x5c\":[\"AAAA\"]",
                "\"crit\":[\"exp\"],\"exp\":1",
                "\"crit\":[]",
                "\"b64\":false",
                "\"zip\":\"DEF\"",
                "\"cty\":\"JWT\"",
                "\"x\":1"
            })
    void R9_1_3_any_other_header_is_refused(String header) {
        refused(forge.sign("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"first\"," + header + "}", payload("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "at+JWT", "application/at+jwt", "refresh+jwt", ""})
    void R9_2_2_a_token_of_another_type_is_refused(String typ) {
        refused(forge.sign("{\"alg\":\"RS256\",\"typ\":\"%s\",\"kid\":\"first\"}".formatted(typ), payload("")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"RS256\",\"kid\":\"first\"}",
                "{\"alg\":\"RS256\",\"typ\":\"at+jwt\"}",
                "{\"typ\":\"at+jwt\",\"kid\":\"first\"}",
                "{\"alg\":[\"RS256\"],\"typ\":\"at+jwt\",\"kid\":\"first\"}",
                "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":1}",
                "[]",
                "{}",
                "nonsense",
                ""
            })
    void a_header_that_lacks_something_is_refused(String header) {
        refused(forge.sign(header, payload("")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1767225600\"",
                "1767229200.5",
                "1.7672292e9",
                "-1",
                "1e400",
                "99999999999999999999999999",
                "9223372036854775807",
                "null",
                "true",
                "[]",
                "{}"
            })
    void R9_2_1_a_time_of_end_that_is_no_whole_number_is_refused_and_never_a_fault(String exp) {
        refused(forge.sign(HEADER, payload("").replace("\"exp\":1767229200", "\"exp\":" + exp)));
    }

    @Test
    void R9_2_1_a_token_without_an_end_is_refused() {
        refused(forge.sign(HEADER, payload("").replace("\"exp\":1767229200,", "")));
    }

    @Test
    void R9_2_1_a_token_ends_at_its_time_though_its_signature_is_remembered() {
        String token = codec.sign(forge.claims(clock.instant()));
        clock.advance(Duration.ofHours(1).minusSeconds(1));
        assertThat(codec.verify(token)).isNotNull();
        clock.advance(Duration.ofSeconds(1));
        refused(token);
    }

    @ParameterizedTest
    @CsvSource({"60,true", "61,false"})
    void R9_2_1_a_token_of_the_future_counts_within_a_minute(long seconds, boolean counts) {
        long notBefore = clock.instant().getEpochSecond() + seconds;
        String token = forge.sign(HEADER, payload(",\"nbf\":" + notBefore));
        if (counts) {
            assertThat(codec.verify(token)).isNotNull();
        } else {
            refused(token);
            clock.advance(Duration.ofSeconds(1));
            assertThat(codec.verify(token)).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "1.5", "null", "[]"})
    void R9_2_1_a_beginning_that_is_no_whole_number_is_refused(String nbf) {
        refused(forge.sign(HEADER, payload(",\"nbf\":" + nbf)));
    }

    @Test
    void R9_2_3_another_installations_token_is_refused_though_the_key_is_the_same() {
        AccessClaims claims = forge.claims(clock.instant());
        refused(codec("https://b.example", "https://a.example").sign(claims));
        refused(codec("https://a.example", "https://b.example").sign(claims));
    }

    @Test
    void R9_2_4_a_list_of_audiences_is_refused() {
        refused(forge.sign(
                HEADER, payload("").replace("\"aud\":\"https://a.example\"", "\"aud\":[\"https://a.example\",\"x\"]")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sub", "sid", "iat", "jti"})
    void a_claim_that_is_missing_or_of_another_type_is_refused(String claim) {
        refused(forge.sign(HEADER, payload("").replace("\"" + claim + "\":", "\"x\":")));
        refused(forge.sign(HEADER, payload("").replaceFirst("\"" + claim + "\":[^,}]+", "\"" + claim + "\":{}")));
        refused(forge.sign(HEADER, payload("").replaceFirst("\"" + claim + "\":[^,}]+", "\"" + claim + "\":\"x\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {",\"role\":\"king\"", ",\"role\":1", ",\"tid\":\"x\"", ",\"tid\":null", ",\"tid\":[]"})
    void a_tenant_or_role_that_is_none_is_refused(String claim) {
        refused(forge.sign(HEADER, payload(claim)));
    }

    @Test
    void RDUP_a_member_that_stands_twice_is_refused() {
        refused(forge.sign("{\"alg\":\"none\",\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"first\"}", payload("")));
        refused(forge.sign(HEADER, payload(",\"sub\":\"0199c1de-7a60-7c3e-9d55-0f6f0c1a2b3c\"")));
        refused(forge.sign(HEADER, payload(",\"x\":{\"a\":1,\"a\":2}")));
    }

    @Test
    void R8725_2_4_no_other_spelling_of_a_token_is_taken() {
        String token = codec.sign(forge.claims(clock.instant()));
        codec.verify(token);
        for (String spelling : List.of(
                token + "=",
                token + "==",
                token + " ",
                " " + token,
                token + "?",
                token + "####",
                token + ".",
                "." + token,
                token.replace(".", "=."),
                token.replace(".", ". "),
                token.replace(".", "\n."),
                token.replace('-', '+').replace('_', '/') + "!")) {
            refused(spelling);
        }
        refused(TokenForge.withUnusedBits(token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "e30.e30.", "e30.e30.e30", "\u0000", "ä.ö.ü"})
    void what_is_no_token_is_refused(String text) {
        refused(text);
    }

    @Test
    void a_token_over_8_KiB_is_refused_unread() {
        refused(forge.sign(HEADER, payload(",\"x\":\"" + "x".repeat(8192) + "\"")));
    }

    @Test
    void another_keys_signature_under_our_key_id_is_refused() {
        refused(new TokenForge().sign(HEADER, payload("")));
    }

    private JwtCodec codec(String issuer, String audience) {
        return new JwtCodec(issuer, audience, new SigningKeyring(() -> List.of(forge.key()), clock), clock);
    }

    private void refused(String token) {
        assertThatExceptionOfType(Unauthenticated.class).as("token %s", token).isThrownBy(() -> codec.verify(token));
    }

    private static String payload(String more) {
        return TokenForge.payload(more);
    }
}
