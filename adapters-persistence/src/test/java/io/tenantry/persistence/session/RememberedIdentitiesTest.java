package io.tenantry.persistence.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.membership.MembershipFixture;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.mfa.Factors;
import io.tenantry.domain.session.Identity;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionFixture;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantFixture;
import io.tenantry.domain.user.Profile;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.persistence.change.Change;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RememberedIdentitiesTest {

    /** Enough for some hundred of the rare meetings that are sought. */
    private static final int ROUNDS = 300_000;

    private final RememberedIdentities remembered = new RememberedIdentities();
    private final User user = UserFixture.aUser();
    private final Tenant tenant = TenantFixture.aTenant();
    private final Session session = SessionFixture.rotating(user.id());
    private final Identity identity = new Identity(
            user,
            Profile.UNSAID,
            Factors.NONE,
            List.of(new TenantMembership(tenant, MembershipFixture.owner(tenant.id(), user.id()))));
    private final User otherUser = UserFixture.aUser();
    private final Session otherSession = SessionFixture.rotating(otherUser.id());
    private final Identity otherIdentity = new Identity(otherUser, Profile.UNSAID, Factors.NONE, List.of());

    @BeforeEach
    void remember() {
        long readAt = remembered.forgettings();
        remembered.remember(session, readAt);
        remembered.remember(identity, readAt);
        remembered.remember(otherSession, readAt);
        remembered.remember(otherIdentity, readAt);
    }

    @Test
    void what_was_remembered_is_there() {
        assertThat(remembered.session(session.id())).contains(session);
        assertThat(remembered.identity(user.id())).contains(identity);
        assertThat(remembered.session(otherSession.id())).contains(otherSession);
        assertThat(remembered.identity(otherUser.id())).contains(otherIdentity);
    }

    @Test
    void a_changed_session_is_forgotten_alone() {
        remembered.forget(Change.of(session.id()));

        assertThat(remembered.session(session.id())).isEmpty();
        assertThat(remembered.identity(user.id())).isPresent();
        assertThat(remembered.session(otherSession.id())).isPresent();
    }

    @Test
    void a_changed_user_is_forgotten_with_all_their_sessions() {
        remembered.forget(Change.of(user.id()));

        assertThat(remembered.session(session.id())).isEmpty();
        assertThat(remembered.identity(user.id())).isEmpty();
        assertThat(remembered.session(otherSession.id())).isPresent();
        assertThat(remembered.identity(otherUser.id())).isPresent();
    }

    @Test
    void a_changed_tenant_is_forgotten_with_all_who_are_in_it() {
        remembered.forget(Change.of(tenant.id()));

        assertThat(remembered.identity(user.id())).isEmpty();
        assertThat(remembered.identity(otherUser.id())).isPresent();
    }

    @Test
    void all_can_be_forgotten() {
        remembered.forgetAll();

        assertThat(remembered.session(session.id())).isEmpty();
        assertThat(remembered.identity(user.id())).isEmpty();
        assertThat(remembered.session(otherSession.id())).isEmpty();
        assertThat(remembered.identity(otherUser.id())).isEmpty();
    }

    @Test
    void what_was_read_before_anything_was_forgotten_is_not_put_afterwards() {
        long readAt = remembered.forgettings();
        remembered.forget(Change.of(session.id()));

        remembered.remember(session, readAt);
        assertThat(remembered.session(session.id())).isEmpty();

        remembered.remember(session, remembered.forgettings());
        assertThat(remembered.session(session.id())).contains(session);
    }

    @Test
    void no_session_is_put_behind_the_forgetting_of_its_user_that_is_under_way() throws Exception {
        assertThat(staleAfterRacing(readAt -> remembered.remember(session, readAt), Change.of(user.id())))
                .isZero();
    }

    @Test
    void no_identity_is_put_behind_the_forgetting_of_its_tenant_that_is_under_way() throws Exception {
        assertThat(staleAfterRacing(readAt -> remembered.remember(identity, readAt), Change.of(tenant.id())))
                .isZero();
    }

    @Test
    void no_more_is_remembered_than_ten_thousand_of_each() {
        for (int i = 0; i < 10_500; i++) {
            remembered.remember(SessionFixture.rotating(user.id()), remembered.forgettings());
        }

        assertThat(remembered.sessionsRemembered()).isLessThanOrEqualTo(10_000);
    }

    /** In how many rounds something was put that had been read before the forgetting, and is still there after it. */
    private int staleAfterRacing(LongConsumer remember, Change change) throws Exception {
        remembered.forgetAll();
        AtomicInteger round = new AtomicInteger();
        AtomicInteger put = new AtomicInteger();
        AtomicLong readAt = new AtomicLong();
        CompletableFuture<Void> putting = CompletableFuture.runAsync(() -> {
            for (int i = 1; i <= ROUNDS; i++) {
                await(round, i);
                remember.accept(readAt.get());
                put.set(i);
            }
        });
        int stale = 0;
        for (int i = 1; i <= ROUNDS; i++) {
            readAt.set(remembered.forgettings());
            round.set(i);
            remembered.forget(change);
            await(put, i);
            stale += isAnythingOfTheUserThere() ? 1 : 0;
            remembered.forgetAll();
        }
        putting.get(1, TimeUnit.MINUTES);
        return stale;
    }

    private boolean isAnythingOfTheUserThere() {
        return remembered.session(session.id()).isPresent()
                || remembered.identity(user.id()).isPresent();
    }

    /** Spins, for the two must meet within nanoseconds; gives way where there is but one processor for both. */
    private static void await(AtomicInteger counter, int value) {
        for (int turns = 1; counter.get() < value; turns++) {
            if (turns % 1_000 == 0) {
                LockSupport.parkNanos(1);
            } else {
                Thread.onSpinWait();
            }
        }
    }
}
