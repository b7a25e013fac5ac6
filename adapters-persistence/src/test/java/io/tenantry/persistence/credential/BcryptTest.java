package io.tenantry.persistence.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.tenantry.domain.credential.Password;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BcryptTest {

    private final Bcrypt bcrypt = new Bcrypt(4);

    @Test
    void R_B1_two_passwords_that_differ_after_bcrypts_72_bytes_are_two() {
        String start = "a".repeat(72);

        assertThat(matches(start + "X", start + "X")).isTrue();
        assertThat(matches(start + "Y", start + "X")).isFalse();
        assertThat(matches(start, start + "X")).isFalse();
    }

    @Test
    void R_B1_what_is_hashed_of_a_long_password_is_printable_and_71_bytes_long() {
        byte[] derived = new LongPasswords().derive("😀".repeat(256).getBytes(StandardCharsets.UTF_8));

        assertThat(new String(derived, StandardCharsets.US_ASCII)).matches("[A-Za-z0-9+/]{71}");
    }

    @Test
    void R_B1_a_password_of_71_bytes_is_hashed_as_it_is_and_one_of_72_is_not() {
        byte[] longest = "a".repeat(71).getBytes(StandardCharsets.UTF_8);
        byte[] longer = "a".repeat(72).getBytes(StandardCharsets.UTF_8);

        assertThat(new LongPasswords().derive(longest)).isEqualTo(longest);
        assertThat(new LongPasswords().derive(longer)).hasSize(71).isNotEqualTo(longest);
    }

    @Test
    void R_B2_a_long_password_for_nobody_costs_a_hash_and_throws_nothing() {
        assertThat(bcrypt.matches(new Password("a".repeat(10_000)), Optional.empty()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 9, 10, 12, 16})
    void R6_3_8_nobody_costs_as_much_as_anybody(int cost) {
        assertThat(new Bcrypt(cost).costForNobody()).hasValue(cost);
    }

    @Test
    void R_B2_nobody_cannot_be_signed_in_by_the_password_of_nobodys_hash() {
        assertThat(bcrypt.matches(new Password("nobody has this password"), Optional.empty()))
                .isFalse();
    }

    @Test
    void R_B3_a_NUL_matches_nothing_and_cannot_be_hashed() {
        String stored = bcrypt.hash(new Password("ab"));

        assertThat(bcrypt.matches(new Password("ab\0ab"), Optional.of(stored))).isFalse();
        assertThatThrownBy(() -> bcrypt.hash(new Password("ab\0ab"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void R_B4_thirty_six_letters_of_two_bytes_work_and_one_more_is_another_password() {
        assertThat(matches("é".repeat(36), "é".repeat(36))).isTrue();
        assertThat(matches("é".repeat(36) + "X", "é".repeat(36))).isFalse();
    }

    @Test
    void R_B4_a_malformed_hash_is_nobodys() {
        for (String malformed : List.of(
                "",
                "x",
                "plain",
                "$2b$",
                "$2b$04$short",
                "$2b$99$" + "a".repeat(53),
                "$2b$xx$" + "a".repeat(53),
                "$9z$04$" + "a".repeat(53),
                "$2b$04$" + "é".repeat(53),
                "$2b$04$" + "a".repeat(500))) {
            assertThat(bcrypt.matches(new Password("plain"), Optional.of(malformed)))
                    .as(malformed)
                    .isFalse();
        }
    }

    @Test
    void R_B5_a_hash_of_a_cost_over_16_is_not_evaluated() {
        String hash = bcrypt.hash(new Password("ab"));

        for (int cost = 17; cost <= 31; cost++) {
            String costly = hash.replaceFirst("\\$04\\$", "\\$" + cost + "\\$");
            assertThat(bcrypt.matches(new Password("ab"), Optional.of(costly))).isFalse();
        }
    }

    @Test
    void R_B5_a_hash_of_another_cost_is_outdated() {
        String cheaper = bcrypt.hash(new Password("ab"));

        assertThat(bcrypt.isOutdated(cheaper)).isFalse();
        assertThat(new Bcrypt(5).isOutdated(cheaper)).isTrue();
        assertThat(new Bcrypt(5).matches(new Password("ab"), Optional.of(cheaper)))
                .isTrue();
    }

    @Test
    void hashes_are_of_version_2b_with_the_cost_that_was_set_and_no_two_are_alike() {
        String hash = new Bcrypt(5).hash(new Password("ab"));

        assertThat(hash).startsWith("$2b$05$").hasSize(60).isNotEqualTo(new Bcrypt(5).hash(new Password("ab")));
    }

    @Test
    void hashes_that_other_programs_made_as_2a_and_2y_are_understood() {
        for (BCrypt.Version version : List.of(BCrypt.Version.VERSION_2A, BCrypt.Version.VERSION_2Y)) {
            String foreign = BCrypt.with(version).hashToString(4, "ab".toCharArray());

            assertThat(bcrypt.matches(new Password("ab"), Optional.of(foreign))).isTrue();
            assertThat(bcrypt.matches(new Password("abc"), Optional.of(foreign)))
                    .isFalse();
        }
    }

    @Test
    void a_cost_that_is_not_4_to_16_is_refused() {
        for (int cost : List.of(-1, 0, 3, 17, 31)) {
            assertThatThrownBy(() -> new Bcrypt(cost)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private boolean matches(String typed, String stored) {
        return bcrypt.matches(new Password(typed), Optional.of(bcrypt.hash(new Password(stored))));
    }
}
