package io.tenantry.application.apikey;

import static io.tenantry.application.apikey.KeysFixture.assertRefused;
import static io.tenantry.application.apikey.KeysFixture.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.TenantryFixture;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeySecret;
import io.tenantry.domain.apikey.IssueApiKey.Issued;
import io.tenantry.domain.apikey.KeyRefusal;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.failure.ApiKeyNotActive;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.tenant.Tenant;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Keys rotated, renamed, revoked, and run out. */
class RotateApiKeyTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final KeysFixture fixture = new KeysFixture();
    private final TenantryFixture tenantry = fixture.tenantry;

    @Test
    void in_the_overlap_both_secrets_work_and_after_its_end_the_new_one_alone() {
        ApiKeySecret old = fixture.issue("reports:read").secret();

        Issued rotated = fixture.rotate(fixture.owner, old.key(), HOUR);

        assertThat(rotated.secret().key()).isEqualTo(old.key());
        assertThat(rotated.key().key().previousSecretExpiresAt(tenantry.now()))
                .contains(tenantry.now().plus(HOUR));
        assertThat(valid(fixture.verify(old)).key().id()).isEqualTo(old.key());
        assertThat(valid(fixture.verify(rotated.secret())).key().id()).isEqualTo(old.key());

        tenantry.pass(HOUR.minusMillis(1));
        assertThat(valid(fixture.verify(old)).key().id()).isEqualTo(old.key());

        tenantry.pass(Duration.ofMillis(1));
        assertRefused(fixture.verify(old), KeyRefusal.UNKNOWN);
        assertThat(valid(fixture.verify(rotated.secret())).key().id()).isEqualTo(old.key());
    }

    @Test
    void without_an_overlap_the_old_secret_is_unknown_at_once() {
        ApiKeySecret old = fixture.issue().secret();
        fixture.verify(old);

        ApiKeySecret next =
                fixture.rotate(fixture.owner, old.key(), Duration.ZERO).secret();

        assertRefused(fixture.verify(old), KeyRefusal.UNKNOWN);
        assertThat(valid(fixture.verify(next)).key().id()).isEqualTo(old.key());
    }

    @Test
    void a_second_rotation_ends_the_overlap_of_the_first() {
        ApiKeySecret first = fixture.issue().secret();
        ApiKeySecret second = fixture.rotate(fixture.owner, first.key(), HOUR).secret();
        ApiKeySecret third = fixture.rotate(fixture.owner, first.key(), HOUR).secret();

        assertRefused(fixture.verify(first), KeyRefusal.UNKNOWN);
        assertThat(valid(fixture.verify(second)).key().id()).isEqualTo(first.key());
        assertThat(valid(fixture.verify(third)).key().id()).isEqualTo(first.key());
    }

    @Test
    void it_is_told_how_often_the_old_secret_was_still_used_since() {
        ApiKeySecret old = fixture.issue().secret();
        fixture.verify(old);
        ApiKeySecret next = fixture.rotate(fixture.owner, old.key(), HOUR).secret();
        for (int i = 0; i < 3; i++) {
            fixture.verify(old);
        }
        fixture.verify(next);
        fixture.write();

        assertThat(fixture.read(old).use().previousSecretRequests()).isEqualTo(3);
        assertThat(fixture.read(old).use().requests()).isEqualTo(5);

        fixture.rotate(fixture.owner, old.key(), HOUR);
        assertThat(fixture.read(old).use().previousSecretRequests()).isZero();
    }

    @Test
    void a_key_expires_at_the_instant_and_a_rotation_does_not_lengthen_its_life() {
        ApiKeySecret old = fixture.issue(
                        fixture.owner, Optional.of(tenantry.now().plus(HOUR)), "reports:read")
                .secret();
        ApiKeySecret next =
                fixture.rotate(fixture.owner, old.key(), Duration.ofDays(7)).secret();
        tenantry.pass(HOUR.minusMillis(1));
        assertThat(valid(fixture.verify(next)).key().id()).isEqualTo(old.key());

        tenantry.pass(Duration.ofMillis(1));

        assertRefused(fixture.verify(next), KeyRefusal.EXPIRED);
        assertRefused(fixture.verify(old), KeyRefusal.EXPIRED);
    }

    @Test
    void R7_4_1_a_revoked_key_is_refused_at_once_by_either_secret() {
        ApiKeySecret old = fixture.issue().secret();
        ApiKeySecret next = fixture.rotate(fixture.owner, old.key(), HOUR).secret();
        fixture.verify(next);

        fixture.revoke(fixture.owner, old.key());

        assertRefused(fixture.verify(next), KeyRefusal.REVOKED);
        assertRefused(fixture.verify(old), KeyRefusal.REVOKED);
    }

    @Test
    void a_key_that_is_revoked_once_more_stays_as_it_is_and_it_is_noted_once() {
        ApiKeySecret secret = fixture.issue().secret();
        fixture.revoke(fixture.owner, secret.key());
        var revoked = fixture.read(secret).key();
        tenantry.pass(Duration.ofSeconds(1));

        fixture.revoke(fixture.owner, secret.key());

        assertThat(fixture.read(secret).key()).isEqualTo(revoked);
        assertThat(fixture.tenancy.audited(AuditAction.API_KEY_REVOKED)).hasSize(1);
    }

    @Test
    void a_revoked_and_an_expired_key_are_neither_rotated_nor_renamed() {
        ApiKeyId revoked = fixture.issue().secret().key();
        fixture.revoke(fixture.owner, revoked);
        ApiKeyId expired = fixture.issue(
                        fixture.owner, Optional.of(tenantry.now().plusSeconds(1)))
                .secret()
                .key();
        tenantry.pass(Duration.ofSeconds(1));

        for (ApiKeyId key : new ApiKeyId[] {revoked, expired}) {
            assertThatThrownBy(() -> fixture.rotate(fixture.owner, key, HOUR)).isInstanceOf(ApiKeyNotActive.class);
            assertThatThrownBy(() -> fixture.rename(fixture.owner, key, "Other"))
                    .isInstanceOf(ApiKeyNotActive.class);
        }
        fixture.revoke(fixture.owner, expired);
        assertThat(fixture.read(fixture.owner, expired).key().isRevoked()).isTrue();
    }

    @Test
    void a_key_is_renamed_and_nothing_else_of_it_changes() {
        ApiKeySecret secret = fixture.issue("reports:read").secret();
        var before = fixture.read(secret);

        var renamed = fixture.rename(fixture.owner, secret.key(), "  Billing ");

        assertThat(renamed.key().name().value()).isEqualTo("Billing");
        assertThat(renamed.key()).isEqualTo(before.key().named(renamed.key().name()));
        assertThat(fixture.read(secret)).isEqualTo(renamed);
    }

    @Test
    void what_was_done_is_noted_and_what_changed_nothing_is_not() {
        ApiKeySecret secret = fixture.issue().secret();
        fixture.rename(fixture.owner, secret.key(), "Gateway");
        assertThat(fixture.tenancy.audited(AuditAction.API_KEY_RENAMED)).isEmpty();

        fixture.rename(fixture.owner, secret.key(), "Other");
        fixture.rotate(fixture.owner, secret.key(), HOUR);
        fixture.revoke(fixture.owner, secret.key());

        assertThat(fixture.tenancy.audited(AuditAction.API_KEY_RENAMED))
                .extracting(AuditEvent::data)
                .containsExactly(Map.of());
        assertThat(fixture.tenancy.audited(AuditAction.API_KEY_ROTATED))
                .extracting(AuditEvent::data)
                .containsExactly(Map.of("overlapSeconds", "3600"));
        assertThat(fixture.tenancy.audited(AuditAction.API_KEY_REVOKED)).hasSize(1);
    }

    @Test
    void a_key_that_is_not_there_or_of_another_tenant_is_not_found() {
        Tenant other = fixture.tenancy.company("Other");
        ApiKeyId foreign = fixture.issue(fixture.tenancy.ownerOf(other), other, "Theirs", Optional.empty())
                .secret()
                .key();
        for (ApiKeyId key : new ApiKeyId[] {ApiKeyId.next(tenantry.now(), UniqueFixture.random()), foreign}) {
            assertThatThrownBy(() -> fixture.read(fixture.owner, key)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> fixture.rename(fixture.owner, key, "Mine")).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> fixture.rotate(fixture.owner, key, HOUR)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> fixture.revoke(fixture.owner, key)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> fixture.usage(key, Optional.empty(), Optional.empty()))
                    .isInstanceOf(NotFound.class);
        }
    }
}
