package io.tenantry.application.apikey;

import static io.tenantry.application.apikey.KeysFixture.assertRefused;
import static io.tenantry.application.apikey.KeysFixture.valid;
import static io.tenantry.application.machine.MachineFixture.scopes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.Policies;
import io.tenantry.application.PortsFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.UseCases;
import io.tenantry.domain.apikey.ApiKeyFixture;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeySecret;
import io.tenantry.domain.apikey.KeyGuesses;
import io.tenantry.domain.apikey.KeyRefusal;
import io.tenantry.domain.apikey.KnownKey;
import io.tenantry.domain.apikey.KnownKeys;
import io.tenantry.domain.apikey.Scope;
import io.tenantry.domain.apikey.VerifyApiKey;
import io.tenantry.domain.apikey.VerifyApiKey.Valid;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.tenant.TenantStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerifyApiKeyTest {

    private final KeysFixture fixture = new KeysFixture();
    private final TenantryFixture tenantry = fixture.tenantry;
    private final ApiKeySecret secret =
            fixture.issue("reports:*", "members:read").secret();

    /** Tells what is asked of keys. */
    private static final class Recording implements KnownKeys {

        private final KnownKeys behind;
        private final List<String> asked = new ArrayList<>();
        private boolean forgetful;

        Recording(KnownKeys behind) {
            this.behind = behind;
        }

        @Override
        public Optional<KnownKey> remembered(ApiKeyId id) {
            asked.add("remembered");
            return forgetful ? Optional.empty() : behind.remembered(id);
        }

        @Override
        public Optional<KnownKey> find(ApiKeyId id) {
            asked.add("find");
            return behind.find(id);
        }
    }

    private final Recording recording = new Recording(tenantry.ports().apiKeys().known());
    private final UseCases recorded =
            PortsFixture.useCases(tenantry.tenantry(), PortsFixture.with(tenantry.ports(), recording));

    @Test
    void a_good_key_is_told_of_with_its_scopes_its_tenant_and_its_quota() {
        Valid valid = valid(fixture.verify(secret, 3));

        assertThat(valid.key().id()).isEqualTo(secret.key());
        assertThat(valid.scopes()).isEqualTo(scopes("members:read", "reports:*"));
        assertThat(valid.tenant()).isEqualTo(fixture.acme);
        assertThat(valid.used()).isEqualTo(3);
    }

    @Test
    void a_scope_that_is_asked_for_must_be_covered() {
        assertThat(valid(fixture.verify(secret, "reports:read")).key().id()).isEqualTo(secret.key());
        assertThat(valid(fixture.verify(secret, "reports:*")).key().id()).isEqualTo(secret.key());
        assertThat(valid(fixture.verify(secret, "members:read")).key().id()).isEqualTo(secret.key());
        assertRefused(fixture.verify(secret, "members:*"), KeyRefusal.SCOPE_MISSING);
        assertRefused(fixture.verify(secret, "report:read"), KeyRefusal.SCOPE_MISSING);
    }

    @Test
    void R8_3_3_a_key_never_exceeds_its_creators_current_rights() {
        Principal admin = fixture.tenancy.joined(fixture.acme, Role.ADMIN);
        ApiKeySecret theirs = fixture.issue(admin, Optional.empty(), "members:*", "keys:write", "reports:*")
                .secret();
        assertThat(valid(fixture.verify(theirs, "keys:write")).key().id()).isEqualTo(theirs.key());

        fixture.give(admin, Role.MEMBER);

        assertRefused(fixture.verify(theirs, "keys:write"), KeyRefusal.SCOPE_MISSING);
        assertRefused(fixture.verify(theirs, "members:read"), KeyRefusal.SCOPE_MISSING);
        assertThat(valid(fixture.verify(theirs, "reports:read")).scopes()).isEqualTo(scopes("reports:*"));
    }

    @Test
    void R7_4_2_a_key_of_who_is_disabled_or_no_member_any_more_is_revoked() {
        Principal admin = fixture.tenancy.joined(fixture.acme, Role.ADMIN);
        ApiKeySecret theirs =
                fixture.issue(admin, Optional.empty(), "reports:*").secret();

        fixture.disable(admin, true);
        assertRefused(fixture.verify(theirs), KeyRefusal.REVOKED);
        fixture.disable(admin, false);
        assertThat(valid(fixture.verify(theirs)).key().id()).isEqualTo(theirs.key());

        fixture.removeMember(admin);
        assertRefused(fixture.verify(theirs), KeyRefusal.REVOKED);
    }

    @Test
    void R7_4_2_a_key_of_a_suspended_tenant_is_refused_until_it_is_active_again() {
        tenantry.change(fixture.acme, TenantStatus.SUSPENDED);
        assertRefused(fixture.verify(secret), KeyRefusal.TENANT_SUSPENDED);

        tenantry.change(fixture.acme, TenantStatus.ACTIVE);
        assertThat(valid(fixture.verify(secret)).tenant().isActive()).isTrue();
    }

    @Test
    void of_several_reasons_the_first_in_order_is_told() {
        fixture.quota(0);
        ApiKeySecret ending = fixture.issue(
                        fixture.owner, Optional.of(tenantry.now().plusSeconds(1)), "reports:read")
                .secret();
        assertRefused(worst(secret), KeyRefusal.SCOPE_MISSING);
        assertRefused(fixture.verify(secret, 1), KeyRefusal.QUOTA_EXCEEDED);

        fixture.revoke(fixture.owner, secret.key());
        tenantry.pass(Duration.ofSeconds(1));
        tenantry.change(fixture.acme, TenantStatus.SUSPENDED);

        assertRefused(worst(ApiKeyFixture.aSecret()), KeyRefusal.UNKNOWN);
        assertRefused(worst(secret), KeyRefusal.REVOKED);
        assertRefused(worst(ending), KeyRefusal.EXPIRED);
    }

    @Test
    void a_suspended_tenant_comes_before_a_missing_scope() {
        tenantry.change(fixture.acme, TenantStatus.SUSPENDED);

        assertRefused(worst(secret), KeyRefusal.TENANT_SUSPENDED);
    }

    @Test
    void a_wrong_secret_of_a_right_id_is_unknown_whatever_the_key_is() {
        ApiKeySecret guessed = ApiKeyFixture.aSecretOf(fixture.read(secret).key());
        assertRefused(fixture.verify(guessed), KeyRefusal.UNKNOWN);
        assertThat(valid(fixture.verify(secret)).key().id()).isEqualTo(secret.key());
        assertRefused(fixture.verify(guessed), KeyRefusal.UNKNOWN);

        fixture.revoke(fixture.owner, secret.key());

        assertRefused(fixture.verify(guessed), KeyRefusal.UNKNOWN);
    }

    @Test
    void a_malformed_key_is_refused_without_looking_anything_up() {
        String value = secret.value();
        for (int place = 0; place < value.length(); place++) {
            char other = value.charAt(place) == 'x' ? 'y' : 'x';
            verifyRecorded(value.substring(0, place) + other + value.substring(place + 1), KeyRefusal.UNKNOWN);
        }
        verifyRecorded("", KeyRefusal.UNKNOWN);
        verifyRecorded("Bearer " + value, KeyRefusal.UNKNOWN);
        verifyRecorded(value + "\n", KeyRefusal.UNKNOWN);

        assertThat(recording.asked).isEmpty();
    }

    @Test
    void a_key_that_is_remembered_is_never_looked_up() {
        assertThat(valid(verifyRecorded()).used()).isZero();
        assertThat(recording.asked).containsExactly("remembered", "find");
        recording.asked.clear();

        assertThat(valid(verifyRecorded()).used()).isZero();

        assertThat(recording.asked).containsExactly("remembered");
    }

    @Test
    void malformed_keys_cost_their_address_nothing() {
        for (int i = 0; i <= 2 * KeyGuesses.MOST_IN_A_MINUTE; i++) {
            verifyRecorded("malformed", KeyRefusal.UNKNOWN);
        }

        assertThat(valid(fixture.verify(secret)).key().id()).isEqualTo(secret.key());
        assertThat(recording.asked).isEmpty();
    }

    @Test
    void after_many_keys_that_were_none_others_of_the_address_are_looked_up_slowly() {
        ApiKeySecret notSeenYet = fixture.issue("reports:read").secret();
        assertThat(valid(fixture.verify(secret)).key().id()).isEqualTo(secret.key());
        guess();

        assertThatThrownBy(() -> fixture.verify(notSeenYet))
                .isInstanceOfSatisfying(
                        Throttled.class,
                        wait -> assertThat(wait.retryAfter()).isBetween(Duration.ofNanos(1), Duration.ofSeconds(1)));
        assertThat(valid(fixture.verify(secret)).key().id()).isEqualTo(secret.key());
        verifyRecorded("malformed", KeyRefusal.UNKNOWN);

        tenantry.pass(Duration.ofSeconds(1));
        assertThat(valid(fixture.verify(notSeenYet)).key().id()).isEqualTo(notSeenYet.key());
    }

    @Test
    void a_key_that_was_opened_within_the_hour_is_looked_up_whatever_its_address_has_shown() {
        assertThat(valid(verifyRecorded()).key().id()).isEqualTo(secret.key());
        recording.forgetful = true;
        guess();
        assertThat(valid(verifyRecorded()).key().id()).isEqualTo(secret.key());

        tenantry.pass(Duration.ofHours(1));
        guess();

        assertThatThrownBy(this::verifyRecorded).isInstanceOf(Throttled.class);
    }

    @Test
    void a_flood_of_keys_with_right_checksums_costs_no_more_look_ups_than_an_address_has_tries() {
        int refused = 0;
        for (int i = 0; i < 10 * KeyGuesses.MOST_IN_A_MINUTE; i++) {
            try {
                verifyRecorded(ApiKeyFixture.aSecret().value(), KeyRefusal.UNKNOWN);
            } catch (Throttled wait) {
                refused++;
            }
        }

        int lookedUp = KeyGuesses.MOST_IN_A_MINUTE + KeyGuesses.MOST_IN_A_SECOND;
        assertThat(refused).isEqualTo(10 * KeyGuesses.MOST_IN_A_MINUTE - lookedUp);
        assertThat(recording.asked).filteredOn("find"::equals).hasSize(lookedUp);
    }

    @Test
    void another_address_is_not_kept_waiting_and_a_minute_later_nobody_is() {
        guess();
        Device elsewhere = new Device(Optional.of("203.0.113.99"), Optional.empty());
        VerifyApiKey.Command command = new VerifyApiKey.Command(secret.value(), Optional.empty(), 0, elsewhere);
        assertThat(valid(fixture.keys().verifyApiKey().verify(command)).key().id())
                .isEqualTo(secret.key());

        tenantry.pass(Duration.ofMinutes(1));

        assertRefused(fixture.verify(ApiKeyFixture.aSecret()), KeyRefusal.UNKNOWN);
    }

    @Test
    void a_revoked_or_expired_key_is_none_of_the_guesses() {
        fixture.revoke(fixture.owner, secret.key());
        for (int i = 0; i <= KeyGuesses.MOST_IN_A_MINUTE + KeyGuesses.MOST_IN_A_SECOND; i++) {
            assertRefused(fixture.verify(secret), KeyRefusal.REVOKED);
        }

        assertRefused(fixture.verify(ApiKeyFixture.aSecret()), KeyRefusal.UNKNOWN);
    }

    @Test
    void nobody_waits_where_limits_are_switched_off() {
        KeysFixture unlimited = new KeysFixture(Policies.STANDARD.withRateLimits(false));

        for (int i = 0; i <= KeyGuesses.MOST_IN_A_MINUTE + KeyGuesses.MOST_IN_A_SECOND; i++) {
            assertRefused(unlimited.verify(ApiKeyFixture.aSecret()), KeyRefusal.UNKNOWN);
        }
    }

    /** With a scope that it has not, and units that its tenant has not. */
    private VerifyApiKey.Verdict worst(ApiKeySecret key) {
        return KeysFixture.verify(tenantry.useCases(), key.value(), Optional.of(new Scope("no:no")), 1);
    }

    /** As often as the address can. */
    private void guess() {
        for (int i = 0; i < KeyGuesses.MOST_IN_A_MINUTE + KeyGuesses.MOST_IN_A_SECOND; i++) {
            assertRefused(fixture.verify(ApiKeyFixture.aSecret()), KeyRefusal.UNKNOWN);
        }
    }

    private VerifyApiKey.Verdict verifyRecorded() {
        return KeysFixture.verify(recorded, secret.value(), Optional.empty(), 0);
    }

    private void verifyRecorded(String shown, KeyRefusal reason) {
        assertRefused(KeysFixture.verify(recorded, shown, Optional.empty(), 0), reason);
    }
}
