package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyFixture;
import io.tenantry.domain.apikey.ApiKeyUse;
import io.tenantry.domain.apikey.KeyUses;
import io.tenantry.domain.apikey.KeyUses.Admission;
import io.tenantry.domain.apikey.KnownKey;
import io.tenantry.domain.apikey.MonthlyUnits;
import io.tenantry.domain.apikey.QuotaUse;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.User;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How every {@link KeyUses} must hold a tenant to its quota, on this node and on others. */
public abstract class QuotasContract extends PortContract {

    private final Instant now = TimeFixture.now();
    private final YearMonth month = MonthlyUnits.monthOf(now);

    /** The same over the same storage, on another node: it has counted nothing yet. */
    protected abstract KeyUses anotherNode();

    @Test
    void a_request_is_admitted_whole_or_not_at_all() {
        KnownKey key = aKey(10);

        assertThat(admit(key, 7)).isEqualTo(new Admission(true, 7));
        assertThat(admit(key, 4)).isEqualTo(new Admission(false, 7));
        assertThat(admit(key, 3)).isEqualTo(new Admission(true, 10));
        assertThat(admit(key, 1)).isEqualTo(new Admission(false, 10));
        assertThat(admit(key, Long.MAX_VALUE)).isEqualTo(new Admission(false, 10));
    }

    @Test
    void a_request_of_no_units_is_always_admitted() {
        KnownKey none = aKey(0);

        assertThat(admit(none, 1)).isEqualTo(new Admission(false, 0));
        assertThat(admit(none, 0)).isEqualTo(new Admission(true, 0));
    }

    @Test
    void a_quota_that_was_lowered_below_what_is_used_lets_nothing_more_pass_but_what_costs_nothing() {
        KnownKey key = aKey(10);
        admit(key, 9);
        KnownKey lowered =
                new KnownKey(key.key(), key.tenant().on(key.tenant().plan(), 5, now), key.role(), key.used());

        assertThat(admit(lowered, 1)).isEqualTo(new Admission(false, 9));
        assertThat(admit(lowered, 0)).isEqualTo(new Admission(true, 9));
        assertThat(admit(key, 1)).isEqualTo(new Admission(true, 10));
    }

    @Test
    void what_was_refused_counts_neither_as_a_request_nor_as_units() {
        KnownKey key = aKey(10);
        admit(key, 6);
        admit(key, 6);
        ports().keyUses().write(now);

        assertThat(use(key).requests()).isEqualTo(1);
        assertThat(admit(key, 4)).isEqualTo(new Admission(true, 10));
    }

    @Test
    void writing_changes_nothing_about_what_is_left() {
        KnownKey key = aKey(10);
        admit(key, 6);
        ports().keyUses().write(now);
        assertThat(admit(key, 1)).isEqualTo(new Admission(true, 7));
        ports().keyUses().write(now);
        ports().keyUses().write(now);

        assertThat(admit(key, 4)).isEqualTo(new Admission(false, 7));
        assertThat(admit(key, 3)).isEqualTo(new Admission(true, 10));
    }

    @Test
    void all_keys_of_a_tenant_share_its_quota_and_no_other_tenants() {
        KnownKey key = aKey(10);
        KnownKey sister = another(key);
        admit(key, 8);

        assertThat(admit(sister, 3)).isEqualTo(new Admission(false, 8));
        assertThat(admit(sister, 2)).isEqualTo(new Admission(true, 10));
        assertThat(admit(aKey(10), 10)).isEqualTo(new Admission(true, 10));
    }

    @Test
    void at_the_turn_of_the_month_in_UTC_the_whole_quota_is_there_again() {
        Instant turn = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        KnownKey key = aKey(10);

        assertThat(admitAt(key, 10, turn.minusNanos(1000))).isEqualTo(new Admission(true, 10));
        assertThat(admitAt(key, 1, turn.minusNanos(1000))).isEqualTo(new Admission(false, 10));
        assertThat(admitAt(key, 10, turn)).isEqualTo(new Admission(true, 10));
        assertThat(admitAt(key, 1, turn)).isEqualTo(new Admission(false, 10));
        ports().keyUses().write(turn);

        assertThat(admitAt(key, 1, turn)).isEqualTo(new Admission(false, 10));
        assertThat(use(key).requests()).isEqualTo(2);
    }

    @Test
    void of_many_threads_of_a_node_together_no_more_is_admitted_than_there_is() throws Exception {
        KnownKey key = aKey(100);

        List<Long> admitted = InParallel.run(
                8,
                number -> Stream.generate(() -> admit(key, 1))
                        .limit(25)
                        .filter(Admission::admitted)
                        .count());

        assertThat(admitted.stream().mapToLong(Long::longValue).sum()).isEqualTo(100);
        assertThat(admit(key, 0).used()).isEqualTo(100);
    }

    @Test
    void a_node_that_has_written_and_heard_knows_what_others_wrote() {
        KnownKey key = aKey(10);
        KeyUses other = anotherNode();
        other.admit(key, false, 1, now);
        admit(key, 6);
        ports().keyUses().write(now);

        other.write(now);

        assertThat(other.admit(key, false, 4, now)).isEqualTo(new Admission(false, 7));
        assertThat(other.admit(key, false, 3, now)).isEqualTo(new Admission(true, 10));
    }

    @Test
    void a_node_that_has_nothing_to_write_hears_of_others_all_the_same() {
        KnownKey key = aKey(10);
        KeyUses other = anotherNode();
        other.admit(key, false, 1, now);
        other.write(now);
        admit(key, 6);
        ports().keyUses().write(now);

        other.write(now);

        assertThat(other.admit(key, false, 0, now)).isEqualTo(new Admission(true, 7));
    }

    @Test
    void a_node_that_sees_a_tenant_for_the_first_time_begins_with_what_was_known_of_it() {
        KnownKey key = aKey(10);
        KnownKey read = new KnownKey(key.key(), key.tenant(), key.role(), new MonthlyUnits(month, 6));
        KnownKey old = new KnownKey(key.key(), key.tenant(), key.role(), new MonthlyUnits(month.minusMonths(1), 6));

        assertThat(anotherNode().admit(read, false, 5, now)).isEqualTo(new Admission(false, 6));
        assertThat(anotherNode().admit(old, false, 5, now)).isEqualTo(new Admission(true, 5));
    }

    @Test
    void nodes_that_write_the_same_keys_at_once_lose_nothing() throws Exception {
        KnownKey first = aKey(1000);
        List<KnownKey> keys = Stream.concat(
                        Stream.of(first), Stream.generate(() -> another(first)).limit(9))
                .toList();
        List<KeyUses> nodes = List.of(ports().keyUses(), anotherNode(), anotherNode());

        InParallel.run(nodes.size(), number -> {
            for (int round = 0; round < 5; round++) {
                keys.forEach(key -> nodes.get(number).admit(key, false, 1, now));
                nodes.get(number).write(now);
            }
            return number;
        });
        nodes.forEach(node -> node.write(now));

        assertThat(keys).extracting(key -> use(key).requests()).containsOnly(15L);
        for (KeyUses node : nodes) {
            node.write(now);
            assertThat(node.admit(first, false, 0, now).used()).isEqualTo(150);
        }
    }

    @Test
    void a_tenant_that_has_used_80_or_100_percent_is_told_of_at_every_writing() {
        KnownKey key = aKey(11);
        admit(key, 8);
        assertThat(told(key)).isEmpty();

        admit(key, 1);
        assertThat(told(key)).contains(new QuotaUse(key.tenant().id(), month, 80, 9));
        assertThat(told(key)).contains(new QuotaUse(key.tenant().id(), month, 80, 9));

        admit(key, 2);
        assertThat(told(key)).contains(new QuotaUse(key.tenant().id(), month, 100, 11));
        assertThat(told(key)).contains(new QuotaUse(key.tenant().id(), month, 100, 11));
    }

    @Test
    void a_tenant_that_was_refused_is_told_of_as_having_used_all_once_80_percent_are() {
        KnownKey key = aKey(10);
        admit(key, 8);
        admit(key, 3);

        assertThat(told(key)).contains(new QuotaUse(key.tenant().id(), month, 100, 8));
        assertThat(told(key)).contains(new QuotaUse(key.tenant().id(), month, 80, 8));
    }

    @Test
    void whoever_asks_for_far_too_much_takes_no_warning_away() {
        KnownKey key = aKey(10);
        admit(key, 7);
        admit(key, 1_000_000_000);
        assertThat(told(key)).isEmpty();

        admit(key, 1);

        assertThat(told(key)).contains(new QuotaUse(key.tenant().id(), month, 80, 8));
    }

    @Test
    void a_tenant_without_a_quota_is_told_of_only_when_it_was_refused() {
        KnownKey key = aKey(0);
        admit(key, 0);
        assertThat(told(key)).isEmpty();

        admit(key, 1);

        assertThat(told(key)).contains(new QuotaUse(key.tenant().id(), month, 100, 0));
    }

    @Test
    void what_was_used_just_before_the_turn_of_the_month_is_told_of_by_its_month() {
        Instant turn = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        KnownKey key = aKey(10);
        admitAt(key, 9, turn.minusNanos(1000));

        assertThat(toldAt(key, turn)).contains(new QuotaUse(key.tenant().id(), month, 80, 9));
    }

    /** What is told of the key's tenant, whatever of others. */
    private Optional<QuotaUse> told(KnownKey key) {
        return toldAt(key, now);
    }

    private Optional<QuotaUse> toldAt(KnownKey key, Instant at) {
        return ports().keyUses().write(at).stream()
                .filter(use -> use.tenant().equals(key.tenant().id()))
                .findFirst();
    }

    private Admission admit(KnownKey key, long units) {
        return admitAt(key, units, now);
    }

    private Admission admitAt(KnownKey key, long units, Instant at) {
        return ports().keyUses().admit(key, false, units, at);
    }

    private KnownKey aKey(long quota) {
        Tenant tenant = storedTenant();
        User owner = storedUser();
        storedOwner(tenant, owner);
        Tenant limited = tenant.on(tenant.plan(), quota, now);
        doOutside(() -> ports().tenants().update(limited));
        return known(ApiKeyFixture.of(tenant.id(), owner.id()), limited);
    }

    private KnownKey another(KnownKey key) {
        return known(ApiKeyFixture.of(key.tenant().id(), key.key().createdBy()), key.tenant());
    }

    private KnownKey known(ApiKey key, Tenant tenant) {
        doIn(key.tenant(), () -> ports().apiKeys().add(key));
        return new KnownKey(key, tenant, Optional.of(Role.OWNER), new MonthlyUnits(month, 0));
    }

    private ApiKeyUse use(KnownKey key) {
        TenantId tenant = key.tenant().id();
        return in(tenant, () -> ports().apiKeys().find(tenant, key.key().id()))
                .orElseThrow()
                .use();
    }
}
