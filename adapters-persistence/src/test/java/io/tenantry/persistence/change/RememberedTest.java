package io.tenantry.persistence.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.apikey.ApiKeyFixture;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.Poll;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private static final int MOST = 100;
    private static final int ROUNDS = 300_000;

    private final Remembered<ApiKeyId, String> remembered = new Remembered<>(MOST);
    private final ApiKeyId key = aKey();
    private final UserId user = UserFixture.aUser().id();
    private final TenantId tenant = TenantFixture.aTenant().id();

    @Test
    void what_was_remembered_is_there_until_one_of_what_it_hangs_on_changes() {
        for (Change change : List.of(Change.of(key), Change.of(user), Change.of(tenant))) {
            remember(remembered.forgettings());
            assertThat(remembered.get(key)).contains("as it was");

            remembered.forget(change);

            assertThat(remembered.get(key)).as(change.toString()).isEmpty();
        }
    }

    @Test
    void what_changes_elsewhere_leaves_it_alone() {
        remember(remembered.forgettings());

        remembered.forget(Change.of(aKey()));
        remembered.forget(Change.of(UserFixture.aUser().id()));
        remembered.forget(Change.ofToken(UUID.randomUUID()));

        assertThat(remembered.get(key)).contains("as it was");
    }

    @Test
    void what_was_read_before_a_change_is_not_put_after_it_and_what_is_read_again_is() {
        long readAt = remembered.forgettings();
        remembered.forget(Change.of(user));

        remember(readAt);
        assertThat(remembered.get(key)).isEmpty();

        remember(remembered.forgettings());
        assertThat(remembered.get(key)).isPresent();
    }

    @Test
    void what_changes_elsewhere_while_it_is_read_keeps_nothing_from_being_remembered() {
        long readAt = remembered.forgettings();
        remembered.forget(Change.of(aKey()));

        remember(readAt);

        assertThat(remembered.get(key)).contains("as it was");
    }

    @Test
    void what_was_read_before_all_was_forgotten_is_not_remembered() {
        long readAt = remembered.forgettings();
        remembered.forgetAll();

        remember(readAt);

        assertThat(remembered.get(key)).isEmpty();
        assertThat(remembered.size()).isZero();
    }

    @Test
    void when_more_changes_than_can_be_kept_in_mind_all_is_forgotten_and_no_change_is_lost() {
        long readAt = remembered.forgettings();
        remember(readAt);
        remembered.forget(Change.of(user));

        for (int i = 0; i < Remembered.CHANGES; i++) {
            remembered.forget(Change.ofToken(UUID.randomUUID()));
        }

        assertThat(remembered.changes()).isLessThan(Remembered.CHANGES);
        remember(readAt);
        assertThat(remembered.get(key)).isEmpty();
        remember(remembered.forgettings());
        assertThat(remembered.get(key)).isPresent();
    }

    /** What was read between the two is as old as before the later one. */
    @Test
    void of_two_changes_at_once_the_later_counts_whichever_is_noted_first() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        CompletableFuture<Void> elsewhere = CompletableFuture.runAsync(() -> changeUser(together));

        long stale = changeUser(together);
        elsewhere.get(1, TimeUnit.MINUTES);

        assertThat(stale).isZero();
    }

    @Test
    void all_can_be_forgotten() {
        remember(remembered.forgettings());

        remembered.forgetAll();

        assertThat(remembered.get(key)).isEmpty();
        assertThat(remembered.size()).isZero();
    }

    @Test
    void no_more_is_remembered_than_was_allowed() {
        for (int i = 0; i < 3 * MOST; i++) {
            ApiKeyId other = aKey();
            remembered.remember(other, "another", remembered.forgettings(), other.value());
        }

        assertThat(remembered.size()).isLessThanOrEqualTo(MOST);
    }

    /** One reads a version and puts it, the other raises it and tells of it: what is found after that is not older. */
    @Test
    void what_is_found_is_never_older_than_a_change_that_was_told_of_however_the_two_meet() throws Exception {
        Remembered<ApiKeyId, Long> versions = new Remembered<>(MOST);
        AtomicLong stored = new AtomicLong();
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                long readAt = versions.forgettings();
                versions.remember(key, stored.get(), readAt, user.value());
            }
        });
        long stale = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long told = stored.incrementAndGet();
            versions.forget(Change.of(user));
            stale += versions.get(key).filter(seen -> seen < told).isPresent() ? 1 : 0;
        }
        Poll.until(() -> versions.get(key).isPresent());
        over.set(true);
        reading.get(1, TimeUnit.MINUTES);

        assertThat(stale).isZero();
        assertThat(versions.get(key)).as("the last one that was read").contains((long) ROUNDS);
    }

    /** Each time beside the other: how often what was read between the two changes is found after both. */
    private long changeUser(CyclicBarrier together) {
        long stale = 0;
        for (int i = 0; i < 3_000; i++) {
            await(together);
            remembered.forget(Change.of(user));
            await(together);
            remember(remembered.forgettings() - 1);
            stale += remembered.get(key).isPresent() ? 1 : 0;
        }
        return stale;
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new IllegalStateException(alone);
        }
    }

    private void remember(long readAt) {
        remembered.remember(key, "as it was", readAt, key.value(), user.value(), tenant.value());
    }

    private static ApiKeyId aKey() {
        return ApiKeyFixture.aSecret().key();
    }
}
