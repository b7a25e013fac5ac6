package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyFixture;
import io.tenantry.domain.apikey.ApiKeyName;
import io.tenantry.domain.apikey.ApiKeyUse;
import io.tenantry.domain.apikey.DailyUse;
import io.tenantry.domain.apikey.KnownKey;
import io.tenantry.domain.apikey.MonthlyUnits;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link io.tenantry.domain.apikey.KeyUses} must write down, and {@link io.tenantry.domain.apikey.ApiKeys} tell of it. For
 * quotas see {@link QuotasContract}.
 */
public abstract class KeyUsesContract extends PortContract {

    /** So long ago that no other test's days are removed. */
    private static final Instant ANCIENT = Instant.parse("1980-01-01T00:00:00Z");

    private static final long NO_LIMIT = 1_000_000;

    private final Instant now = TimeFixture.now();
    private final LocalDate today = day(now);

    @Test
    void what_was_admitted_is_told_of_once_it_was_written() {
        KnownKey key = aKey();
        admit(key, 3, now);
        admit(key, 0, now.plusSeconds(2));
        admit(key, 4, now.plusSeconds(1));

        assertThat(use(key)).isEqualTo(ApiKeyUse.NONE);
        write(now);

        assertThat(use(key)).isEqualTo(new ApiKeyUse(Optional.of(now.plusSeconds(2)), 3, 0));
        assertThat(listed(key)).isEqualTo(use(key));
    }

    @Test
    void what_was_written_is_not_written_again_and_what_comes_is_added() {
        KnownKey key = aKey();
        admit(key, 3, now);
        write(now);
        write(now);
        assertThat(use(key).requests()).isEqualTo(1);

        admit(key, 4, now);
        write(now);

        assertThat(use(key).requests()).isEqualTo(2);
        assertThat(usage(key, today.minusDays(1), today.plusDays(1)).stream().mapToLong(DailyUse::units))
                .containsExactly(7L);
    }

    @Test
    void last_used_does_not_go_back_when_another_node_writes_later_what_was_earlier() {
        KnownKey key = aKey();
        admit(key, 1, now.plusSeconds(5));
        write(now);
        admit(key, 1, now);
        write(now);

        assertThat(use(key).lastUsedAt()).contains(now.plusSeconds(5));
    }

    @Test
    void days_are_those_of_UTC_the_first_first_and_those_without_use_are_left_out() {
        KnownKey key = aKey();
        LocalDate first = today.plusDays(10);
        Instant midnight = first.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        admit(key, 5, midnight.plus(Duration.ofDays(2)));
        admit(key, 1, midnight.minusNanos(1000));
        admit(key, 2, midnight);
        admit(key, 2, midnight);
        write(now);

        assertThat(usage(key, first, first.plusDays(3)))
                .containsExactly(
                        new DailyUse(first, 1, 1),
                        new DailyUse(first.plusDays(1), 2, 4),
                        new DailyUse(first.plusDays(3), 1, 5));
        assertThat(usage(key, first.plusDays(1), first.plusDays(2)))
                .containsExactly(new DailyUse(first.plusDays(1), 2, 4));
    }

    @Test
    void requests_by_the_secret_before_are_told_apart_and_a_rotation_begins_their_count_anew() {
        KnownKey key = aKey();
        admitPrevious(key);
        admitPrevious(key);
        admit(key, 1, now);
        write(now);
        assertThat(use(key)).isEqualTo(new ApiKeyUse(Optional.of(now), 3, 2));

        update(key.key().named(new ApiKeyName("Renamed")));
        assertThat(use(key).previousSecretRequests()).isEqualTo(2);

        update(rotated(key.key()));
        assertThat(use(key)).isEqualTo(new ApiKeyUse(Optional.of(now), 3, 0));
    }

    @Test
    void what_was_counted_before_a_rotation_and_is_written_after_it_is_not_of_the_secret_before() {
        KnownKey key = aKey();
        admitPrevious(key);
        update(rotated(key.key()));
        write(now);

        assertThat(use(key)).isEqualTo(new ApiKeyUse(Optional.of(now), 1, 0));
    }

    @Test
    void another_keys_use_is_its_own() {
        KnownKey key = aKey();
        KnownKey other = another(key);
        admit(key, 1, now);
        write(now);

        assertThat(use(other)).isEqualTo(ApiKeyUse.NONE);
        assertThat(usage(other, today, today)).isEmpty();
    }

    @Test
    void RMT_use_is_told_of_in_its_tenants_scope_alone() {
        KnownKey key = aKey();
        admit(key, 1, now);
        write(now);
        TenantId tenant = key.tenant().id();
        TenantId other = storedTenant().id();

        assertThat(usage(key, today, today)).hasSize(1);
        assertThat(in(other, () -> ports().apiKeys().usage(tenant, key.key().id(), today, today)))
                .isEmpty();
        assertThat(across(() -> ports().apiKeys().usage(other, key.key().id(), today, today)))
                .isEmpty();
    }

    @Test
    void of_what_is_counted_by_many_threads_while_it_is_written_nothing_is_lost() throws Exception {
        KnownKey key = aKey();

        InParallel.run(8, number -> {
            for (int i = 0; i < 50; i++) {
                admit(key, 2, now);
            }
            return number == 0 ? write(now) : List.of();
        });
        write(now);

        assertThat(use(key).requests()).isEqualTo(400);
        assertThat(usage(key, today, today)).containsExactly(new DailyUse(today, 400, 800));
    }

    @Test
    void what_a_removed_tenant_used_keeps_nobody_elses_from_being_written() {
        KnownKey gone = aKey();
        KnownKey kept = aKey();
        admit(gone, 1, now);
        admit(kept, 1, now);
        doOutside(() -> ports().tenants().update(gone.tenant().closed(now)));
        doIn(gone.tenant().id(), () -> ports().tenants().remove(gone.tenant().id()));

        write(now);
        write(now);

        assertThat(use(kept).requests()).isEqualTo(1);
    }

    @Test
    void many_keys_of_many_tenants_are_written_together() {
        List<KnownKey> keys = Stream.generate(this::aKey).limit(12).toList();
        keys.forEach(key -> admit(key, 2, now));

        write(now);

        assertThat(keys).extracting(key -> use(key).requests()).containsOnly(1L);
    }

    @Test
    void old_days_are_removed_so_many_at_once_and_what_was_used_altogether_stays() {
        KnownKey key = aKey();
        admit(key, 1, ANCIENT);
        admit(key, 1, ANCIENT.plus(Duration.ofDays(1)));
        admit(key, 1, ANCIENT.plus(Duration.ofDays(2)));
        write(now);
        LocalDate third = day(ANCIENT).plusDays(2);

        assertThat(removeUsage(third, 1)).isEqualTo(1);
        assertThat(removeUsage(third, 9)).isEqualTo(1);
        assertThat(removeUsage(third, 9)).isZero();

        assertThat(usage(key, day(ANCIENT), today)).containsExactly(new DailyUse(third, 1, 1));
        assertThat(use(key).requests()).isEqualTo(3);
    }

    private int removeUsage(LocalDate before, int limit) {
        return across(() -> ports().apiKeys().removeUsage(before, limit));
    }

    private void admit(KnownKey key, long units, Instant at) {
        assertThat(ports().keyUses().admit(key, false, units, at).admitted()).isTrue();
    }

    private void admitPrevious(KnownKey key) {
        assertThat(ports().keyUses().admit(key, true, 0, now).admitted()).isTrue();
    }

    private List<?> write(Instant at) {
        return ports().keyUses().write(at);
    }

    private KnownKey aKey() {
        Tenant tenant = storedTenant();
        User owner = storedUser();
        storedOwner(tenant, owner);
        Tenant large = tenant.on(tenant.plan(), NO_LIMIT, now);
        doOutside(() -> ports().tenants().update(large));
        return known(ApiKeyFixture.of(tenant.id(), owner.id()), large);
    }

    private KnownKey another(KnownKey key) {
        return known(ApiKeyFixture.of(key.tenant().id(), key.key().createdBy()), key.tenant());
    }

    private KnownKey known(ApiKey key, Tenant tenant) {
        doIn(key.tenant(), () -> ports().apiKeys().add(key));
        return new KnownKey(key, tenant, Optional.of(Role.OWNER), new MonthlyUnits(MonthlyUnits.monthOf(now), 0));
    }

    private ApiKey rotated(ApiKey key) {
        return key.rotated(ApiKeyFixture.aSecretOf(key), Duration.ofHours(1), now.plusSeconds(1));
    }

    private void update(ApiKey key) {
        doIn(key.tenant(), () -> ports().apiKeys().update(key));
    }

    private ApiKeyUse use(KnownKey key) {
        TenantId tenant = key.tenant().id();
        return in(tenant, () -> ports().apiKeys().find(tenant, key.key().id()))
                .orElseThrow()
                .use();
    }

    private ApiKeyUse listed(KnownKey key) {
        TenantId tenant = key.tenant().id();
        return in(tenant, () -> ports().apiKeys().page(tenant, PageRequest.FIRST))
                .items()
                .get(0)
                .use();
    }

    private List<DailyUse> usage(KnownKey key, LocalDate from, LocalDate to) {
        TenantId tenant = key.tenant().id();
        return in(tenant, () -> ports().apiKeys().usage(tenant, key.key().id(), from, to));
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
