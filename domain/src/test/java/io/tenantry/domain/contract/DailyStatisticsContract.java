package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.admin.DailyStatistics;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyFixture;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionFixture;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.tenant.NewTenant;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.admin.Directory} must do about days. */
public abstract class DailyStatisticsContract extends PortContract {

    private static final Duration A_MOMENT = Duration.ofNanos(1_000);

    /** One to come, of which no other test knows. */
    private final LocalDate day =
            LocalDate.of(2100, 1, 1).plusDays(UniqueFixture.random().nextInt(300_000) * 3L);

    private final Instant begins = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    private final Instant ends = begins.plus(Duration.ofDays(1));

    @Test
    void what_came_on_a_day_of_UTC_is_counted_from_its_first_moment_to_its_last() {
        for (Instant at : List.of(begins, ends.minus(A_MOMENT))) {
            tenant(at);
            signIn(user(at), at);
        }

        assertThat(daily(day, day)).containsExactly(new DailyStatistics(day, 2, 2, Optional.of(2L), 0, 0));
    }

    @Test
    void what_came_a_moment_before_the_first_day_or_after_the_last_is_left_out() {
        for (Instant at : List.of(begins.minus(A_MOMENT), ends)) {
            Tenant tenant = tenant(at);
            User user = user(at);
            signIn(user, at);
            use(key(tenant, user), 1, at);
        }

        assertThat(daily(day, day)).isEmpty();
    }

    @Test
    void days_come_the_oldest_first_and_those_on_which_nothing_came_are_left_out() {
        LocalDate dayAfterNext = day.plusDays(2);
        user(ends.plus(Duration.ofDays(1)));
        tenant(begins);

        assertThat(daily(day, dayAfterNext))
                .containsExactly(
                        new DailyStatistics(day, 1, 0, Optional.of(0L), 0, 0),
                        new DailyStatistics(dayAfterNext, 0, 1, Optional.of(0L), 0, 0));
    }

    @Test
    void what_all_keys_of_all_tenants_were_used_for_is_added_up() {
        for (int i = 0; i < 2; i++) {
            ApiKey key = key(storedTenant(), storedUser());
            use(key, 5, begins);
            use(key, 0, ends.minus(A_MOMENT));
        }

        assertThat(daily(day, day)).containsExactly(new DailyStatistics(day, 0, 0, Optional.of(0L), 4, 10));
    }

    @Test
    void a_session_counts_on_the_day_on_which_it_began_although_it_has_ended() {
        SessionId session = signIn(storedUser(), begins);
        doOutside(() -> ports().sessions().end(session, ends));

        assertThat(daily(day, day.plusDays(1))).containsExactly(new DailyStatistics(day, 0, 0, Optional.of(1L), 0, 0));
    }

    private List<DailyStatistics> daily(LocalDate from, LocalDate to) {
        return across(() -> ports().directory().daily(from, to));
    }

    private Tenant tenant(Instant at) {
        NewTenant base = TenantFixture.aNewTenant();
        TenantId id = TenantId.next(at, UniqueFixture.random());
        NewTenant wanted = new NewTenant(id, base.name(), base.slug(), base.contactEmail(), at);
        return outside(() -> ports().tenants().add(wanted)).orElseThrow();
    }

    private User user(Instant at) {
        User base = UserFixture.aUser();
        User user = new User(base.id(), base.email(), base.name(), Optional.empty(), false, false, at, at);
        doOutside(() -> ports().users().add(user));
        return user;
    }

    private SessionId signIn(User user, Instant at) {
        Session session = SessionFixture.openedAt(at, user.id(), SessionKind.ROTATING);
        doOutside(() -> ports().sessions().open(session));
        return session.id();
    }

    private ApiKey key(Tenant tenant, User user) {
        ApiKey key = ApiKeyFixture.of(tenant.id(), user.id());
        doIn(tenant.id(), () -> ports().apiKeys().add(key));
        return key;
    }

    private void use(ApiKey key, long units, Instant at) {
        ports().keyUses().admit(ports().knownKeys().find(key.id()).orElseThrow(), false, units, at);
        ports().keyUses().write(at);
    }
}
