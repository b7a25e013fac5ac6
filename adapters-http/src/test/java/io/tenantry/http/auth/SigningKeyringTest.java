package io.tenantry.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.failure.Unavailable;
import io.tenantry.domain.session.SigningKey;
import io.tenantry.http.auth.TokenForge.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningKeyringTest {
    private final ManualClock clock = new ManualClock();
    private final List<SigningKey> stored = new ArrayList<>(List.of(key("first")));
    private int reads;
    private RuntimeException failure;
    private final SigningKeyring keyring = new SigningKeyring(
            () -> {
                reads++;
                if (failure != null) {
                    throw failure;
                }
                return stored;
            },
            clock);

    @Test
    void keys_are_read_once_in_thirty_seconds() {
        for (int second = 0; second <= 30; second++) {
            keyring.find("first");
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(reads).isEqualTo(1);
        keyring.find("first");
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void a_flood_of_unknown_key_ids_reads_once_in_a_second_at_most() {
        for (int i = 0; i < 1000; i++) {
            assertThat(keyring.find("unknown" + i)).isEmpty();
        }
        assertThat(reads).isEqualTo(1);
        clock.advance(Duration.ofMillis(1001));
        for (int i = 0; i < 1000; i++) {
            assertThat(keyring.find("unknown" + i)).isEmpty();
        }
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void a_new_key_of_another_node_is_found_within_a_second_or_so() {
        keyring.find("first");
        stored.add(0, key("second"));
        clock.advance(Duration.ofMillis(1001));
        assertThat(keyring.find("second")).isPresent();
        assertThat(keyring.newest().id()).isEqualTo("second");
    }

    @Test
    void a_key_that_is_to_come_verifies_and_signs_only_when_its_time_has_come() {
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        SigningKey any = key("second");
        stored.add(0, new SigningKey(any.id(), any.pair(), any.createdAt(), tomorrow));
        assertThat(keyring.find("second")).isPresent();
        assertThat(keyring.newest().id()).isEqualTo("first");
        clock.advance(Duration.ofDays(1));
        assertThat(keyring.newest().id()).isEqualTo("second");
        assertThat(keyring.all()).extracting(SigningKey::id).containsExactly("second", "first");
    }

    @Test
    void a_key_that_was_removed_verifies_nothing_after_thirty_seconds() {
        keyring.find("first");
        stored.clear();
        clock.advance(Duration.ofSeconds(31));
        assertThat(keyring.find("first")).isEmpty();
    }

    @Test
    void R16_5_2_a_read_that_fails_leaves_the_known_keys_in_use_and_is_repeated_a_second_later() {
        keyring.find("first");
        failure = new IllegalStateException("the database is gone");
        clock.advance(Duration.ofSeconds(31));
        for (int i = 0; i < 1000; i++) {
            assertThat(keyring.find("first")).isPresent();
            assertThat(keyring.find("unknown" + i)).isEmpty();
            assertThat(keyring.newest().id()).isEqualTo("first");
        }
        assertThat(reads).isEqualTo(2);
        clock.advance(Duration.ofMillis(1001));
        keyring.find("first");
        assertThat(reads).isEqualTo(3);
    }

    @Test
    void after_a_failure_the_keys_are_those_of_the_next_read_that_succeeds() {
        keyring.find("first");
        failure = new IllegalStateException("the database is gone");
        clock.advance(Duration.ofSeconds(31));
        keyring.all();
        failure = null;
        stored.set(0, key("second"));
        clock.advance(Duration.ofMillis(1001));
        assertThat(keyring.find("first")).isEmpty();
        assertThat(keyring.newest().id()).isEqualTo("second");
    }

    @Test
    void R16_5_2_without_any_keys_a_failure_is_told_and_for_a_second_nobody_tries_again() {
        failure = new IllegalStateException("the database is gone");
        assertThatThrownBy(keyring::all).isSameAs(failure);
        for (int i = 0; i < 1000; i++) {
            assertThatThrownBy(() -> keyring.find("first")).isInstanceOf(Unavailable.class);
        }
        assertThat(reads).isEqualTo(1);
        failure = null;
        clock.advance(Duration.ofMillis(1001));
        assertThat(keyring.find("first")).isPresent();
    }

    @Test
    void who_finds_no_key_to_sign_by_is_told_that_the_service_is_unavailable() {
        stored.clear();
        assertThatThrownBy(keyring::newest).isInstanceOf(Unavailable.class);
    }

    private SigningKey key(String id) {
        return new SigningKey(id, TokenForge.newPair(), clock.instant());
    }
}
