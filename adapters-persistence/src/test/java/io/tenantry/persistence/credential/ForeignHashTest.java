package io.tenantry.persistence.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.credential.Password;
import io.tenantry.domain.failure.Overloaded;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignHashTest {

    private static final String SALT_AND_HASH = "$c2l4dGVlbiBieXRlIHNhbA$HkGpKWFRtZ9OhADCtpA7WsyA6kBieCQLVckh8S8RNts";

    static Set<String> kinds() {
        return ForeignHashFixture.HASHES.keySet();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_password_matches_what_another_program_made_of_it_and_no_other_does(String kind) {
        ForeignHash hash = stored(ForeignHashFixture.HASHES.get(kind)).orElseThrow();

        assertThat(hash.matches(ForeignHashFixture.PASSWORD)).isTrue();
        assertThat(hash.matches(new Password(ForeignHashFixture.PASSWORD.value() + " ")))
                .isFalse();
        assertThat(hash.matches(new Password(""))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void it_shows_nothing_of_itself(String kind) {
        assertThat(stored(ForeignHashFixture.HASHES.get(kind)).orElseThrow().toString())
                .doesNotContain("$");
    }

    @ParameterizedTest
    @CsvSource({
        "71, $2b$04$abcdefghijklmnopqrstuuMCu.k1vM/ywQwiONaEn3oEMlZoCVBd6",
        "72, $2b$04$abcdefghijklmnopqrstuuBzzIgyKkz7xMWYSzkIjUSnxEQFQ0WNe",
        "73, $2b$04$abcdefghijklmnopqrstuuBzzIgyKkz7xMWYSzkIjUSnxEQFQ0WNe"
    })
    void R_B1_bcrypt_of_others_is_of_the_first_72_bytes(int length, String hash) {
        assertThat(stored(hash).orElseThrow().matches(new Password("a".repeat(length))))
                .isTrue();
        assertThat(stored(hash).orElseThrow().matches(new Password("a".repeat(70))))
                .isFalse();
    }

    @Test
    void bcrypt_of_others_is_not_taken_for_one_of_ours_and_ours_not_for_one_of_others() {
        Bcrypt ours = new Bcrypt(4);
        String foreign = ImportedHash.toStore(ForeignHashFixture.HASHES.get("bcrypt 2b"));

        assertThat(ours.matches(ForeignHashFixture.PASSWORD, Optional.of(foreign)))
                .isFalse();
        assertThat(ForeignHash.ofStored(ours.hash(ForeignHashFixture.PASSWORD))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "$1$salt$hash",
                "$2x$04$abcdefghijklmnopqrstuuMCu.k1vM/ywQwiONaEn3oEMlZoCVBd6",
                "$2b$03$abcdefghijklmnopqrstuuMCu.k1vM/ywQwiONaEn3oEMlZoCVBd6",
                "$2b$15$abcdefghijklmnopqrstuuMCu.k1vM/ywQwiONaEn3oEMlZoCVBd6",
                "$2b$31$abcdefghijklmnopqrstuuMCu.k1vM/ywQwiONaEn3oEMlZoCVBd6",
                "$2b$04$abcdefghijklmnopqrstuuMCu.k1vM/ywQwiONaEn3oEMlZoCVBd",
                "$2b$04$abcdefghijklmnopqrstuuMCu.k1vM/ywQwiONaEn3oEMlZoCVBd6 ",
                "bcrypt$plain",
                "bcrypt_sha256$",
                "pbkdf2_sha256$0$salt$khRO49ewWyqdZNffxRO5BuL+lIIeDWvNWYkIjP18/RE=",
                "pbkdf2_sha256$1500001$salt$khRO49ewWyqdZNffxRO5BuL+lIIeDWvNWYkIjP18/RE=",
                "pbkdf2_sha256$999999999999$salt$khRO49ewWyqdZNffxRO5BuL+lIIeDWvNWYkIjP18/RE=",
                "pbkdf2_sha256$1000$$khRO49ewWyqdZNffxRO5BuL+lIIeDWvNWYkIjP18/RE=",
                "pbkdf2_sha256$1000$salt$Qvfo3XslnADLQTPOpHxxKnOe4bU=",
                "pbkdf2_sha256$1000$salt$A",
                "pbkdf2_md5$1000$salt$Qvfo3XslnADLQTPOpHxxKnOe4bU=",
                "argon2$plain",
                "$argon2x$v=19$m=64,t=2,p=4" + SALT_AND_HASH,
                "$argon2id$v=18$m=64,t=2,p=4" + SALT_AND_HASH,
                "$argon2id$v=19$m=262145,t=1,p=1" + SALT_AND_HASH,
                "$argon2id$v=19$m=131072,t=3,p=1" + SALT_AND_HASH,
                "$argon2id$v=19$m=64,t=999999999,p=4" + SALT_AND_HASH,
                "$argon2id$v=19$m=1024,t=2,p=65" + SALT_AND_HASH,
                "$argon2id$v=19$m=31,t=2,p=4" + SALT_AND_HASH,
                "$argon2id$v=19$m=64,t=2,p=4$short$HkGpKWFRtZ9OhADCtpA7WsyA6kBieCQLVckh8S8RNts",
                "$argon2id$v=19$m=64,t=2,p=4$c2l4dGVlbiBieXRlIHNhb$HkGpKWFRtZ9OhADCtpA7WsyA6kBieCQLVckh8S8RNts",
                "$argon2id$v=19$m=64,t=2,p=4,data=x" + SALT_AND_HASH
            })
    void R_B5_what_is_malformed_or_too_costly_is_refused_and_never_evaluated(String hash) {
        assertThatThrownBy(() -> ImportedHash.toStore(hash))
                .isInstanceOf(UnusableHash.class)
                .hasMessageNotContaining("$")
                .hasMessageStartingWith("the ");
        assertThat(ForeignHash.ofStored(hash)).isEmpty();
    }

    @Test
    void an_endless_hash_is_refused() {
        assertThatThrownBy(() -> ImportedHash.toStore("$2b$04$" + "a".repeat(1_000_000)))
                .isInstanceOf(UnusableHash.class)
                .hasMessage("the hash is too long");
    }

    @Test
    void R_B6_what_argon2_takes_of_the_heap_is_bounded() {
        Argon2Memory memory = new Argon2Memory(100, Duration.ZERO);

        assertThatThrownBy(() -> memory.use(101, () -> 1)).isInstanceOf(Overloaded.class);
        assertThatThrownBy(() -> memory.use(60, () -> memory.use(60, () -> 1))).isInstanceOf(Overloaded.class);
        assertThat(memory.use(60, () -> memory.use(40, () -> 1))).isOne();
        assertThat(memory.use(100, () -> 2)).isEqualTo(2);
    }

    private static Optional<ForeignHash> stored(String hash) {
        return ForeignHash.ofStored(ImportedHash.toStore(hash));
    }
}
