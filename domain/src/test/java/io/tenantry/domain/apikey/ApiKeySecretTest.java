package io.tenantry.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.session.Device;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeySecretTest {

    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final ApiKeySecret secret = ApiKeyFixture.aSecret();

    @Test
    void a_key_is_its_sign_a_public_id_of_22_digits_43_of_secret_and_6_of_checksum() {
        assertThat(secret.value()).matches("tk_[0-9A-Za-z]{22}_[0-9A-Za-z]{43}[0-9A-Za-z]{6}");
        assertThat(secret.value()).startsWith(secret.key().prefix() + "_").hasSize(75);
        assertThat(secret.value()).endsWith(secret.lastFour());
        assertThat(secret.lastFour()).hasSize(4);
    }

    @Test
    void the_checksum_is_the_CRC_32_of_all_before_it() {
        String unchecked = secret.value().substring(0, 69);

        assertThat(secret.value()).isEqualTo(unchecked + checksum(unchecked));
    }

    /** A form that is handed out is promised for as long as somebody has it. */
    @Test
    void a_key_that_was_once_handed_out_is_known_for_ever() {
        String handedOut = checked("tk_0000000000000000000001_0000000000000000000000000000000000000000000");

        assertThat(ApiKeySecret.parse(handedOut)).map(ApiKeySecret::key).contains(new ApiKeyId(new UUID(0, 1)));
        assertThat(ApiKeySecret.parse(checked("tk_7n42DGM5Tflk9n8mt7Fhc7_" + "z".repeat(43))))
                .map(ApiKeySecret::key)
                .contains(new ApiKeyId(new UUID(-1, -1)));
    }

    @Test
    void ten_thousand_keys_are_each_known_by_its_own_id_and_no_two_are_alike() {
        Set<String> values = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ApiKeySecret one = ApiKeyFixture.aSecret();
            values.add(one.value());

            Optional<ApiKeySecret> parsed = ApiKeySecret.parse(one.value());

            assertThat(parsed).map(ApiKeySecret::key).contains(one.key());
            assertThat(parsed).map(ApiKeySecret::digest).contains(one.digest());
        }
        assertThat(values).hasSize(10_000);
    }

    @Test
    void a_key_with_any_single_character_changed_is_none() {
        String value = secret.value();
        for (int place = 0; place < value.length(); place++) {
            for (char other : (BASE62 + "-_. \n\0é").toCharArray()) {
                String changed = value.substring(0, place) + other + value.substring(place + 1);

                assertThat(ApiKeySecret.parse(changed).isPresent()).as(changed).isEqualTo(other == value.charAt(place));
            }
        }
    }

    @Test
    void a_key_with_two_neighbours_swapped_or_cut_anywhere_is_none() {
        String value = secret.value();
        for (int place = 0; place < value.length() - 1; place++) {
            char here = value.charAt(place);
            char next = value.charAt(place + 1);
            String swapped = value.substring(0, place) + next + here + value.substring(place + 2);

            assertThat(ApiKeySecret.parse(swapped).isPresent()).as(swapped).isEqualTo(here == next);
            assertThat(ApiKeySecret.parse(value.substring(0, place))).isEmpty();
            assertThat(ApiKeySecret.parse(value.substring(0, place) + value.substring(place + 1)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "tk_", "tk__", "TK_", "Bearer tk_", "sk_0000000000000000000000_", "\0", "\uD83D"})
    void what_has_not_the_form_is_none(String shown) {
        assertThat(ApiKeySecret.parse(shown)).isEmpty();
        assertThat(ApiKeySecret.parse(shown + secret.value())).isEmpty();
        assertThat(ApiKeySecret.parse(secret.value() + shown)).isEmpty();
    }

    @Test
    void a_public_id_of_more_than_128_bits_is_none_though_its_checksum_is_right() {
        assertThat(ApiKeySecret.parse(checked("tk_7n42DGM5Tflk9n8mt7Fhc8_" + "0".repeat(43))))
                .isEmpty();
        assertThat(ApiKeySecret.parse(checked("tk_" + "z".repeat(22) + "_" + "0".repeat(43))))
                .isEmpty();
    }

    @Test
    void however_long_it_is_it_is_looked_at_and_refused() {
        assertThat(ApiKeySecret.parse(secret.value().repeat(100_000))).isEmpty();
        assertThat(ApiKeySecret.parse("tk_" + "A".repeat(10_000_000))).isEmpty();
    }

    @Test
    void what_begins_with_the_sign_is_meant_to_be_a_key() {
        assertThat(ApiKeySecret.looksLikeOne(secret.value())).isTrue();
        assertThat(ApiKeySecret.looksLikeOne("tk_anything")).isTrue();
        assertThat(ApiKeySecret.looksLikeOne("eyJhbGciOiJSUzI1NiJ9.e30.x")).isFalse();
    }

    @Test
    void R16_2_5_what_is_kept_is_the_SHA_256_of_the_whole_and_nothing_shows_the_secret() {
        assertThat(secret.digest()).isEqualTo(TokenDigest.of(secret.value()));
        String hidden = secret.value().substring(26);

        assertThat(secret.toString()).doesNotContain(hidden).doesNotContain(hidden.substring(0, 8));
        assertThat(new VerifyApiKey.Command(secret.value(), Optional.empty(), 0, Device.UNKNOWN).toString())
                .doesNotContain(hidden);
    }

    @Test
    void every_secret_of_a_key_begins_alike_and_is_otherwise_its_own() {
        ApiKeySecret other = ApiKeySecret.generate(secret.key(), UniqueFixture.random());

        assertThat(other.value()).startsWith(secret.key().prefix()).isNotEqualTo(secret.value());
        assertThat(other.digest()).isNotEqualTo(secret.digest());
    }

    private static String checked(String unchecked) {
        return unchecked + checksum(unchecked);
    }

    /** In six digits of base 62, the highest first. */
    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        StringBuilder digits = new StringBuilder();
        for (long rest = crc.getValue(); digits.length() < 6; rest /= 62) {
            digits.insert(0, BASE62.charAt((int) (rest % 62)));
        }
        return digits.toString();
    }
}
