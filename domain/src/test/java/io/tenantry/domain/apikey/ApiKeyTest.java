package io.tenantry.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.KeyPrincipal;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final KeyPrincipal.Proof PROOF = new KeyPrincipal.Proof(Instant.EPOCH, false, false);

    private final Instant now = TimeFixture.now();
    private final Tenant tenant = TenantFixture.aTenant();
    private final UserId by = UserFixture.aUser().id();
    private final ApiKeySecret first = ApiKeyFixture.aSecret();
    private final ApiKeySecret second = ApiKeySecret.generate(first.key(), UniqueFixture.random());
    private final ApiKeySecret third = ApiKeySecret.generate(first.key(), UniqueFixture.random());

    @Test
    void a_new_key_is_opened_by_its_secret_alone() {
        ApiKey key = key(Optional.empty());

        assertThat(key.isOpenedBy(first.digest(), now)).isTrue();
        assertThat(key.isOpenedByPrevious(first.digest(), now)).isFalse();
        assertThat(key.isOpenedBy(second.digest(), now)).isFalse();
        assertThat(key.current().lastFour()).isEqualTo(first.lastFour());
        assertThat(key.isActive(now)).isTrue();
    }

    @Test
    void in_the_overlap_both_secrets_open_it_and_from_its_end_on_the_new_one_alone() {
        ApiKey key = key(Optional.empty()).rotated(second, HOUR, now);

        assertThat(key.isOpenedBy(first.digest(), now.plus(HOUR).minusNanos(1))).isTrue();
        assertThat(key.isOpenedByPrevious(first.digest(), now)).isTrue();
        assertThat(key.isOpenedBy(first.digest(), now.plus(HOUR))).isFalse();
        assertThat(key.isOpenedByPrevious(first.digest(), now.plus(HOUR))).isFalse();
        assertThat(key.isOpenedBy(second.digest(), now)).isTrue();
        assertThat(key.isOpenedByPrevious(second.digest(), now)).isFalse();
        assertThat(key.isOpenedBy(second.digest(), now.plus(HOUR))).isTrue();
        assertThat(key.previousSecretExpiresAt(now)).contains(now.plus(HOUR));
        assertThat(key.previousSecretExpiresAt(now.plus(HOUR))).isEmpty();
    }

    @Test
    void without_an_overlap_the_old_secret_is_over_at_once() {
        ApiKey key = key(Optional.empty()).rotated(second, Duration.ZERO, now);

        assertThat(key.isOpenedBy(first.digest(), now)).isFalse();
        assertThat(key.previous()).isEmpty();
    }

    @Test
    void the_secret_before_the_one_before_is_over_at_once() {
        ApiKey key = key(Optional.empty()).rotated(second, HOUR, now).rotated(third, HOUR, now);

        assertThat(key.isOpenedBy(first.digest(), now)).isFalse();
        assertThat(key.isOpenedBy(second.digest(), now)).isTrue();
        assertThat(key.isOpenedBy(third.digest(), now)).isTrue();
    }

    @Test
    void an_overlap_is_seven_days_at_most_and_never_negative() {
        assertThatCode(() -> rotation(ApiKey.LONGEST_OVERLAP)).doesNotThrowAnyException();
        assertThatThrownBy(() -> rotation(ApiKey.LONGEST_OVERLAP.plusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rotation(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_expires_at_the_instant() {
        ApiKey key = key(Optional.of(now));

        assertThat(key.isActive(now.minusNanos(1))).isTrue();
        assertThat(key.isActive(now)).isFalse();
        assertThat(key(Optional.empty()).isExpired(Instant.MAX)).isFalse();
    }

    @Test
    void a_key_that_is_revoked_once_more_was_revoked_the_first_time() {
        ApiKey revoked = key(Optional.empty()).revoked(now);

        assertThat(revoked.isActive(now)).isFalse();
        assertThat(revoked.revoked(now.plusSeconds(1)).revokedAt()).contains(now);
    }

    @Test
    void who_has_not_the_right_secret_learns_nothing_else_about_a_key() {
        KnownKey known = known(key(Optional.of(now)).revoked(now), tenant, Optional.empty());

        assertThat(known.refusal(second.digest(), now)).contains(KeyRefusal.UNKNOWN);
        assertThat(known.refusal(first.digest(), now)).contains(KeyRefusal.REVOKED);
    }

    @Test
    void of_several_reasons_revoked_comes_before_expired_and_that_before_the_tenants() {
        Tenant suspended = tenant.withStatus(TenantStatus.SUSPENDED, now);
        ApiKey key = key(Optional.of(now));

        assertThat(refusal(known(key.revoked(now), suspended, Optional.of(Role.OWNER))))
                .contains(KeyRefusal.REVOKED);
        assertThat(refusal(known(key, suspended, Optional.empty()))).contains(KeyRefusal.REVOKED);
        assertThat(refusal(known(key, suspended, Optional.of(Role.OWNER)))).contains(KeyRefusal.EXPIRED);
        assertThat(refusal(known(key(Optional.empty()), suspended, Optional.of(Role.OWNER))))
                .contains(KeyRefusal.TENANT_SUSPENDED);
        assertThat(refusal(known(key(Optional.empty()), tenant.closed(now), Optional.of(Role.OWNER))))
                .contains(KeyRefusal.TENANT_SUSPENDED);
        assertThat(refusal(known(key(Optional.empty()), tenant, Optional.of(Role.MEMBER))))
                .isEmpty();
    }

    @Test
    void the_words_of_reasons_are_stable() {
        assertThat(KeyRefusal.values())
                .extracting(KeyRefusal::word)
                .containsExactly(
                        "unknown", "revoked", "expired", "tenant_suspended", "scope_missing", "quota_exceeded");
    }

    @Test
    void R8_3_3_what_a_key_gives_is_within_the_role_of_who_answers_for_it() {
        ApiKey key = key(Optional.empty());

        assertThat(known(key, tenant, Optional.of(Role.ADMIN)).scopes()).isEqualTo(key.scopes());
        assertThat(known(key, tenant, Optional.of(Role.MEMBER)).scopes()).isEqualTo(ApiKeyFixture.scopes("reports:*"));
        assertThat(known(key, tenant, Optional.empty()).scopes()).isEqualTo(Scopes.NONE);
    }

    @Test
    void units_of_another_month_are_none_of_this_one() {
        MonthlyUnits december = new MonthlyUnits(YearMonth.of(2026, 12), 7);

        assertThat(december.at(Instant.parse("2026-12-31T23:59:59.999999999Z"))).isEqualTo(7);
        assertThat(december.at(Instant.parse("2027-01-01T00:00:00Z"))).isZero();
        assertThat(december.at(Instant.parse("2026-11-30T23:59:59Z"))).isZero();
    }

    @Test
    void a_key_that_calls_is_no_operator_and_reaches_its_tenant_alone() {
        KeyPrincipal caller = new KeyPrincipal(first.key(), by, tenant.id(), ApiKeyFixture.scopes("members:*"), PROOF);

        assertThat(caller.operator()).isFalse();
        assertThat(caller.reaches(tenant.id())).isTrue();
        assertThat(caller.reaches(TenantFixture.aTenant().id())).isFalse();
    }

    private Optional<KeyRefusal> refusal(KnownKey known) {
        return known.refusal(first.digest(), now);
    }

    private RotateApiKey.Command rotation(Duration overlap) {
        KeyPrincipal caller = new KeyPrincipal(first.key(), by, tenant.id(), Scopes.NONE, PROOF);
        return new RotateApiKey.Command(caller, tenant.id(), first.key(), overlap, Device.UNKNOWN);
    }

    private static KnownKey known(ApiKey key, Tenant tenant, Optional<Role> role) {
        return new KnownKey(key, tenant, role, new MonthlyUnits(YearMonth.of(2026, 1), 0));
    }

    private ApiKey key(Optional<Instant> end) {
        return ApiKey.issued(
                first,
                tenant.id(),
                new ApiKeyName("Gateway"),
                ApiKeyFixture.scopes("keys:read", "reports:*"),
                by,
                now.minus(HOUR),
                end);
    }
}
