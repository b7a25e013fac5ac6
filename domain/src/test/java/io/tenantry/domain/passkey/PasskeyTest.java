package io.tenantry.domain.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.user.UserFixture;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PasskeyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Passkey passkey = new Passkey(
            PasskeyId.next(NOW, UniqueFixture.random()),
            UserFixture.aUser().id(),
            "Telephone",
            new PublicKeyCredential(new CredentialId("AAAA"), "key", 4, Set.of("internal")),
            NOW,
            Optional.empty());

    @Test
    void another_name_changes_nothing_else() {
        Passkey renamed = passkey.renamed("Laptop");

        assertThat(renamed.name()).isEqualTo("Laptop");
        assertThat(renamed.renamed("Telephone")).isEqualTo(passkey);
    }

    @Test
    void use_is_noted_with_the_new_count() {
        Passkey used = passkey.used(5, NOW.plusSeconds(1));

        assertThat(used.lastUsedAt()).contains(NOW.plusSeconds(1));
        assertThat(used.credential()).isEqualTo(passkey.credential().signed(5));
        assertThat(used.credential().signatureCount()).isEqualTo(5);
        assertThat(used.id()).isEqualTo(passkey.id());
        assertThat(used.createdAt()).isEqualTo(NOW);
    }

    @Test
    void a_count_that_does_not_grow_is_a_copys() {
        assertThat(passkey.credential().acceptsCount(5)).isTrue();
        assertThat(passkey.credential().acceptsCount(4)).isFalse();
        assertThat(passkey.credential().acceptsCount(3)).isFalse();
        assertThat(passkey.credential().acceptsCount(0)).isFalse();
    }

    @Test
    void an_authenticator_that_does_not_count_stays_at_nought() {
        PublicKeyCredential uncounted = passkey.credential().signed(0);

        assertThat(uncounted.acceptsCount(0)).isTrue();
        assertThat(uncounted.acceptsCount(1)).isTrue();
    }

    @Test
    void a_name_has_1_to_100_code_points_that_can_be_shown() {
        assertThat(Passkey.problemWithName(" Laptop ")).isEmpty();
        assertThat(Passkey.problemWithName("\uD83D\uDD11".repeat(100))).isEmpty();
        assertThat(Passkey.problemWithName("x".repeat(101))).contains(FieldProblem.TOO_LONG);
        assertThat(Passkey.problemWithName(" \t")).contains(FieldProblem.REQUIRED);
        assertThat(Passkey.problemWithName("a\0b")).contains(FieldProblem.ILLEGAL_CHARACTER);
    }

    @Test
    void nobody_can_change_the_transports_from_outside() {
        Set<String> transports = new HashSet<>(Set.of("usb"));
        PublicKeyCredential credential = new PublicKeyCredential(new CredentialId("AAAA"), "key", 0, transports);
        transports.add("nfc");

        assertThat(credential.transports()).containsExactly("usb");
    }
}
