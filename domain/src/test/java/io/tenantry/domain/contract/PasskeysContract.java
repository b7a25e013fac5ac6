package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.mfa.Factors;
import io.tenantry.domain.passkey.CredentialId;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.PasskeyFixture;
import io.tenantry.domain.passkey.PasskeyId;
import io.tenantry.domain.passkey.PublicKeyCredential;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.passkey.Passkeys} must do. */
public abstract class PasskeysContract extends PortContract {

    private final Instant now = TimeFixture.now();

    @Test
    void a_users_passkeys_come_back_equal_the_oldest_first() {
        UserId user = storedUser().id();
        Passkey newer = added(PasskeyFixture.addedAt(now.plusSeconds(1), user));
        Passkey older = added(PasskeyFixture.addedAt(now, user));
        added(PasskeyFixture.of(storedUser().id()));

        assertThat(of(user)).containsExactly(older, newer);
        assertThat(of(storedUser().id())).isEmpty();
    }

    @Test
    void a_passkey_is_found_by_its_credential_whatever_it_is_made_of() {
        Passkey plain = PasskeyFixture.of(storedUser().id());
        Passkey longest = with(
                PasskeyFixture.of(plain.user()),
                new PublicKeyCredential(longId(), "-_Aa".repeat(300), 0xFFFF_FFFFL, Set.of()));

        assertThat(held(plain.credential().id())).isEmpty();
        assertThat(held(added(plain).credential().id())).contains(plain);
        assertThat(held(added(longest).credential().id())).contains(longest);
    }

    @Test
    void a_name_may_have_a_hundred_code_points() {
        Passkey passkey = PasskeyFixture.of(storedUser().id()).renamed("👩".repeat(Passkey.MAX_NAME_LENGTH));

        assertThat(of(added(passkey).user())).containsExactly(passkey);
    }

    @Test
    void credentials_that_differ_in_case_alone_are_two() {
        UserId user = storedUser().id();
        CredentialId lower = new CredentialId(longId().base64url().toLowerCase(Locale.ROOT));
        CredentialId upper = new CredentialId(lower.base64url().toUpperCase(Locale.ROOT));
        Passkey one = added(with(PasskeyFixture.of(user), new PublicKeyCredential(lower, "AA", 0, Set.of())));

        assertThat(held(upper)).isEmpty();
        assertThat(held(lower)).contains(one);
    }

    @Test
    void a_credential_that_is_known_is_not_added_again_neither_to_its_user_nor_to_another() {
        Passkey known = added(PasskeyFixture.of(storedUser().id()));
        for (UserId user : List.of(known.user(), storedUser().id())) {
            Passkey again = with(PasskeyFixture.of(user), known.credential());

            assertThat(add(again)).isFalse();
        }
        assertThat(held(known.credential().id())).contains(known);
    }

    @Test
    void R_E10_of_twenty_that_add_one_credential_in_parallel_exactly_one_succeeds() throws Exception {
        UserId user = storedUser().id();
        PublicKeyCredential credential = PasskeyFixture.aCredential();

        List<Boolean> added = InParallel.run(20, number -> add(with(PasskeyFixture.of(user), credential)));

        assertThat(added).containsOnlyOnce(true);
        assertThat(of(user)).hasSize(1);
    }

    @Test
    void what_was_changed_of_a_passkey_is_kept_and_no_other_is_touched() {
        UserId user = storedUser().id();
        Passkey other = added(PasskeyFixture.addedAt(now.minusSeconds(1), user));
        Passkey changed =
                added(PasskeyFixture.addedAt(now, user)).renamed("the blue one").used(8, now);

        doOutside(() -> ports().passkeys().update(changed));

        assertThat(of(user)).containsExactly(other, changed);
    }

    @Test
    void a_passkey_that_is_not_there_is_not_added_by_an_update() {
        Passkey passkey = PasskeyFixture.of(storedUser().id());

        doOutside(() -> ports().passkeys().update(passkey));

        assertThat(of(passkey.user())).isEmpty();
    }

    @Test
    void R_E10_of_twenty_that_show_one_signature_in_parallel_exactly_one_succeeds() throws Exception {
        Passkey passkey = added(PasskeyFixture.of(storedUser().id()));
        long shown = passkey.credential().signatureCount() + 1;

        List<Boolean> accepted = InParallel.run(
                20, number -> outside(() -> accept(passkey.credential().id(), shown)));

        assertThat(accepted).containsOnlyOnce(true);
    }

    @Test
    void a_passkey_is_removed_by_its_user_alone_and_once() {
        Passkey passkey = added(PasskeyFixture.of(storedUser().id()));
        Passkey other = added(PasskeyFixture.of(passkey.user()));

        assertThat(remove(storedUser().id(), passkey.id())).isFalse();
        assertThat(remove(passkey.user(), passkey.id())).isTrue();
        assertThat(remove(passkey.user(), passkey.id())).isFalse();
        assertThat(of(passkey.user())).containsExactly(other);
    }

    @Test
    void R_E2_those_added_before_a_moment_are_removed_and_no_others() {
        UserId user = storedUser().id();
        added(PasskeyFixture.addedAt(now.minusSeconds(1), user));
        Passkey stays = added(PasskeyFixture.addedAt(now, user));
        Passkey anothers =
                added(PasskeyFixture.addedAt(now.minusSeconds(1), storedUser().id()));

        removeOlder(user, now);

        assertThat(of(user)).containsExactly(stays);
        assertThat(of(anothers.user())).containsExactly(anothers);
    }

    @Test
    void how_many_there_are_is_seen_in_the_users_identity_within_a_second() {
        User user = storedUser();
        factorsBecome(user, Factors.NONE);
        Passkey one = added(PasskeyFixture.of(user.id()));
        factorsBecome(user, new Factors(false, 0, 1));
        added(PasskeyFixture.of(user.id()));
        factorsBecome(user, new Factors(false, 0, 2));

        remove(user.id(), one.id());
        factorsBecome(user, new Factors(false, 0, 1));

        removeOlder(user.id(), Instant.MAX);
        factorsBecome(user, Factors.NONE);
    }

    private boolean accept(CredentialId credential, long count) {
        Passkey held = ports().passkeys().hold(credential).orElseThrow();
        if (held.credential().signatureCount() >= count) {
            return false;
        }
        ports().passkeys().update(held.used(count, now));
        return true;
    }

    /** As long as one may be: 1023 bytes. */
    private static CredentialId longId() {
        return new CredentialId(PasskeyFixture.aCredential().id().base64url() + "A".repeat(1364 - 43));
    }

    private static Passkey with(Passkey passkey, PublicKeyCredential credential) {
        return new Passkey(
                passkey.id(), passkey.user(), passkey.name(), credential, passkey.createdAt(), passkey.lastUsedAt());
    }

    private Passkey added(Passkey passkey) {
        assertThat(add(passkey)).isTrue();
        return passkey;
    }

    private boolean add(Passkey passkey) {
        return outside(() -> ports().passkeys().add(passkey));
    }

    private List<Passkey> of(UserId user) {
        return outside(() -> ports().passkeys().of(user));
    }

    private Optional<Passkey> held(CredentialId credential) {
        return outside(() -> ports().passkeys().hold(credential));
    }

    private boolean remove(UserId user, PasskeyId passkey) {
        return outside(() -> ports().passkeys().remove(user, passkey));
    }

    private void removeOlder(UserId user, Instant before) {
        doOutside(() -> ports().passkeys().removeOlder(user, before));
    }

    private void factorsBecome(User user, Factors wanted) {
        Soon.become(() -> ports().identities().of(user.id()).orElseThrow().factors(), wanted);
    }
}
