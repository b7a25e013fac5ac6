package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.RefreshGrant;
import io.tenantry.domain.session.RotationSalt;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionFixture;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.session.SessionKind;
import io.tenantry.domain.session.TokenPolicy;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.session.Sessions} must do. */
public abstract class SessionsContract extends PortContract {

    private static final Duration DAYS_91 = Duration.ofDays(91);

    private final Instant now = TimeFixture.now();

    @Test
    void a_session_of_every_kind_comes_back_with_its_token_as_it_was() {
        User user = storedUser();
        for (SessionKind kind : SessionKind.values()) {
            Session session = opened(SessionFixture.openedAt(now, user.id(), kind));
            TokenDigest token = issued(session, Optional.empty());

            assertThat(hold(token)).contains(new RefreshGrant(token, session, Optional.empty(), Optional.empty()));
        }
    }

    @Test
    void a_remembered_session_of_an_unknown_device_comes_back_as_it_was() {
        SessionId id = SessionId.next(now, UniqueFixture.random());
        Session session = opened(
                TokenPolicy.STANDARD.open(id, storedUser().id(), SessionKind.FIXED, true, false, Device.UNKNOWN, now));

        assertThat(hold(issued(session, Optional.empty())))
                .map(RefreshGrant::session)
                .contains(session);
    }

    @Test
    void the_tenant_lives_in_the_token_so_that_two_of_one_session_may_differ() {
        Session session = opened(SessionFixture.rotating(storedUser().id()));
        Tenant tenant = storedTenant();

        TokenDigest withTenant = issued(session, Optional.of(tenant.id()));
        TokenDigest without = issued(session, Optional.empty());

        assertThat(hold(withTenant)).map(RefreshGrant::tenant).contains(Optional.of(tenant.id()));
        assertThat(hold(without)).map(RefreshGrant::tenant).contains(Optional.empty());
    }

    @Test
    void a_token_that_was_never_issued_is_not_found() {
        assertThat(hold(SessionFixture.aRefreshToken().digest())).isEmpty();
    }

    @Test
    void a_session_whose_opening_was_rolled_back_never_was() {
        Session session = SessionFixture.rotating(storedUser().id());
        TokenDigest token = SessionFixture.aRefreshToken().digest();
        Rollback.of(() -> doOutside(() -> {
            ports().sessions().open(session);
            ports().sessions().issue(token, session.id(), Optional.empty(), now);
            throw new Rollback();
        }));

        assertThat(hold(token)).isEmpty();
        assertThat(end(session, now)).isFalse();
    }

    @Test
    void a_spent_token_shows_when_and_with_which_salt() {
        Session session = opened(SessionFixture.rotating(storedUser().id()));
        TokenDigest token = issued(session, Optional.empty());
        TokenDigest other = issued(session, Optional.empty());
        RotationSalt salt = SessionFixture.aSalt();

        spend(token, salt, now);

        assertThat(spent(token)).contains(new RefreshGrant.Spent(now, Optional.of(salt)));
        assertThat(spent(other)).isEmpty();
    }

    @Test
    void a_salt_is_kept_for_half_a_minute_and_erased_by_a_later_spending_after_more_than_one() {
        Session session = opened(SessionFixture.rotating(storedUser().id()));
        TokenDigest first = issued(session, Optional.empty());
        RotationSalt salt = SessionFixture.aSalt();
        spend(first, salt, now);

        spend(issued(session, Optional.empty()), SessionFixture.aSalt(), now.plusSeconds(30));
        assertThat(spent(first)).contains(new RefreshGrant.Spent(now, Optional.of(salt)));

        spend(issued(session, Optional.empty()), SessionFixture.aSalt(), now.plusSeconds(61));
        assertThat(spent(first)).contains(new RefreshGrant.Spent(now, Optional.empty()));
    }

    @Test
    void R9700_race_of_twenty_that_hold_and_spend_one_token_each_sees_what_the_one_before_did() throws Exception {
        Session session = opened(SessionFixture.rotating(storedUser().id()));
        TokenDigest token = issued(session, Optional.empty());

        List<Boolean> first = InParallel.run(20, number -> spendIfUnspent(token));

        assertThat(first).containsOnlyOnce(true);
    }

    @Test
    void whoever_shows_a_token_that_another_holds_waits_and_then_sees_it_spent() throws Exception {
        Session session = opened(SessionFixture.rotating(storedUser().id()));
        TokenDigest token = issued(session, Optional.empty());
        RotationSalt salt = SessionFixture.aSalt();

        Optional<RefreshGrant.Spent> seen = InParallel.secondWaits(
                midst -> doOutside(() -> {
                    ports().sessions().hold(token);
                    midst.run();
                    ports().sessions().spend(token, salt, now);
                }),
                () -> spent(token));

        assertThat(seen).contains(new RefreshGrant.Spent(now, Optional.of(salt)));
    }

    @Test
    void whoever_shows_another_token_of_a_session_that_is_held_waits_too() throws Exception {
        Session session = opened(SessionFixture.rotating(storedUser().id()));
        TokenDigest one = issued(session, Optional.empty());
        TokenDigest other = issued(session, Optional.empty());

        Optional<RefreshGrant> seen = InParallel.secondWaits(
                midst -> doOutside(() -> {
                    ports().sessions().hold(one);
                    midst.run();
                    ports().sessions().end(session.id(), now);
                }),
                () -> hold(other));

        assertThat(seen).flatMap(grant -> grant.session().endedAt()).contains(now);
    }

    @Test
    void whoever_ends_a_session_that_is_held_waits() throws Exception {
        Session session = opened(SessionFixture.rotating(storedUser().id()));
        TokenDigest token = issued(session, Optional.empty());

        boolean ended = InParallel.secondWaits(
                midst -> doOutside(() -> {
                    ports().sessions().hold(token);
                    midst.run();
                    ports().sessions().used(session.id(), now);
                }),
                () -> end(session, now.plusSeconds(1)));

        assertThat(ended).isTrue();
        assertThat(endedAt(token)).contains(now.plusSeconds(1));
    }

    @Test
    void use_of_a_session_is_noted_for_it_alone() {
        User user = storedUser();
        Session session = opened(SessionFixture.openedAt(now, user.id(), SessionKind.ROTATING));
        Session other = opened(SessionFixture.openedAt(now, user.id(), SessionKind.ROTATING));
        TokenDigest token = issued(session, Optional.empty());
        TokenDigest othersToken = issued(other, Optional.empty());
        Instant later = now.plusSeconds(60);

        doOutside(() -> {
            ports().sessions().hold(token);
            ports().sessions().used(session.id(), later);
        });

        assertThat(hold(token)).map(RefreshGrant::session).contains(session.usedAt(later));
        assertThat(hold(othersToken)).map(RefreshGrant::session).contains(other);
    }

    @Test
    void a_session_ends_once_and_keeps_the_moment() {
        Session session = opened(SessionFixture.rotating(storedUser().id()));
        TokenDigest token = issued(session, Optional.empty());

        assertThat(end(session, now)).isTrue();
        assertThat(end(session, now.plusSeconds(1))).isFalse();

        assertThat(endedAt(token)).contains(now);
    }

    @Test
    void of_twenty_that_end_one_session_in_parallel_exactly_one_ends_it() throws Exception {
        Session session = opened(SessionFixture.rotating(storedUser().id()));

        List<Boolean> ended = InParallel.run(20, number -> end(session, now));

        assertThat(ended).containsOnlyOnce(true);
    }

    @Test
    void a_session_that_never_was_cannot_be_ended() {
        assertThat(end(SessionFixture.rotating(storedUser().id()), now)).isFalse();
    }

    @Test
    void all_sessions_of_a_user_end_and_nobody_elses() {
        User user = storedUser();
        TokenDigest first = issued(opened(SessionFixture.rotating(user.id())), Optional.empty());
        TokenDigest second = issued(opened(SessionFixture.rotating(user.id())), Optional.empty());
        TokenDigest anothers =
                issued(opened(SessionFixture.rotating(storedUser().id())), Optional.empty());

        doOutside(() -> ports().sessions().endAll(user.id(), Optional.empty(), now));

        assertThat(endedAt(first)).contains(now);
        assertThat(endedAt(second)).contains(now);
        assertThat(endedAt(anothers)).isEmpty();
    }

    @Test
    void when_all_sessions_of_a_user_end_one_may_be_spared_and_what_had_ended_keeps_its_moment() {
        User user = storedUser();
        Session spared = opened(SessionFixture.rotating(user.id()));
        Session over = opened(SessionFixture.rotating(user.id()));
        TokenDigest sparedToken = issued(spared, Optional.empty());
        TokenDigest overToken = issued(over, Optional.empty());
        TokenDigest third = issued(opened(SessionFixture.rotating(user.id())), Optional.empty());
        end(over, now);

        doOutside(() -> ports().sessions().endAll(user.id(), Optional.of(spared.id()), now.plusSeconds(9)));

        assertThat(endedAt(sparedToken)).isEmpty();
        assertThat(endedAt(overToken)).contains(now);
        assertThat(endedAt(third)).contains(now.plusSeconds(9));
    }

    @Test
    void sessions_of_a_user_come_the_latest_used_first_ended_ones_too_and_nobody_elses() {
        User user = storedUser();
        Session first = opened(SessionFixture.openedAt(now.minusSeconds(3), user.id(), SessionKind.ROTATING));
        Session second = opened(SessionFixture.openedAt(now.minusSeconds(2), user.id(), SessionKind.FIXED));
        Session third = opened(SessionFixture.openedAt(now.minusSeconds(1), user.id(), SessionKind.ACCESS_ONLY));
        opened(SessionFixture.rotating(storedUser().id()));
        use(first, now);
        end(second, now);

        assertThat(of(user)).containsExactly(first.usedAt(now), third, second.endedAt(now));
        assertThat(of(storedUser())).isEmpty();
    }

    @Test
    void a_session_of_two_factors_comes_back_as_it_was_and_one_may_become_such() {
        User user = storedUser();
        Session both =
                SessionFixture.openedAt(now, user.id(), SessionKind.ROTATING).withSecondFactor();
        Session one = SessionFixture.openedAt(now.minusSeconds(1), user.id(), SessionKind.ROTATING);
        Session other = SessionFixture.openedAt(now.minusSeconds(2), user.id(), SessionKind.ROTATING);
        List.of(both, one, other).forEach(this::opened);

        doOutside(() -> ports().sessions().secondFactorShown(one.id()));

        assertThat(of(user)).containsExactly(both, one.withSecondFactor(), other);
        assertThat(hold(issued(one, Optional.empty())))
                .map(RefreshGrant::session)
                .contains(one.withSecondFactor());
    }

    @Test
    void sessions_that_were_over_long_enough_are_removed_with_their_tokens_and_no_others() {
        User user = storedUser();
        Instant before = Instant.parse("1980-01-01T00:00:00Z");
        Session ended = opened(SessionFixture.openedAt(before.minusSeconds(9), user.id(), SessionKind.ROTATING));
        end(ended, before.minusSeconds(1));
        Session unused = opened(idleSince(user, before.minusSeconds(1)));
        Session expired = opened(SessionFixture.openedAt(before.minus(DAYS_91), user.id(), SessionKind.ROTATING));
        use(expired, before);
        Session justEnded = opened(SessionFixture.openedAt(before.minusSeconds(9), user.id(), SessionKind.ROTATING));
        end(justEnded, before);
        Session justUnused = opened(idleSince(user, before));
        TokenDigest gone = issued(ended, Optional.empty());
        TokenDigest kept = issued(justEnded, Optional.empty());

        assertThat(removeOver(before, 2)).isEqualTo(2);
        assertThat(removeOver(before, 9)).isEqualTo(1);
        assertThat(removeOver(before, 9)).isZero();

        assertThat(of(user))
                .extracting(Session::id)
                .containsExactlyInAnyOrder(justEnded.id(), justUnused.id())
                .doesNotContain(unused.id(), expired.id());
        assertThat(hold(gone)).isEmpty();
        assertThat(hold(kept)).isPresent();
        removeOver(before.plusSeconds(1), 9);
    }

    /** One that is over at {@code end} because it was not used. */
    private Session idleSince(User user, Instant end) {
        return SessionFixture.openedAt(end.minus(TokenPolicy.STANDARD.idle()), user.id(), SessionKind.ROTATING);
    }

    private List<Session> of(User user) {
        return outside(() -> ports().sessions().of(user.id()));
    }

    private int removeOver(Instant before, int limit) {
        return outside(() -> ports().sessions().removeOver(before, limit));
    }

    private void use(Session session, Instant at) {
        TokenDigest token = issued(session, Optional.empty());
        doOutside(() -> {
            ports().sessions().hold(token);
            ports().sessions().used(session.id(), at);
        });
    }

    private Session opened(Session session) {
        doOutside(() -> ports().sessions().open(session));
        return session;
    }

    private TokenDigest issued(Session session, Optional<TenantId> tenant) {
        TokenDigest token = SessionFixture.aRefreshToken().digest();
        doOutside(() -> ports().sessions().issue(token, session.id(), tenant, now));
        return token;
    }

    private Optional<RefreshGrant> hold(TokenDigest token) {
        return outside(() -> ports().sessions().hold(token));
    }

    private Optional<RefreshGrant.Spent> spent(TokenDigest token) {
        return hold(token).flatMap(RefreshGrant::spent);
    }

    private Optional<Instant> endedAt(TokenDigest token) {
        return hold(token).orElseThrow().session().endedAt();
    }

    private void spend(TokenDigest token, RotationSalt salt, Instant at) {
        doOutside(() -> {
            ports().sessions().hold(token);
            ports().sessions().spend(token, salt, at);
        });
    }

    private boolean spendIfUnspent(TokenDigest token) {
        return outside(() -> {
            boolean unspent =
                    ports().sessions().hold(token).orElseThrow().spent().isEmpty();
            if (unspent) {
                ports().sessions().spend(token, SessionFixture.aSalt(), now);
            }
            return unspent;
        });
    }

    private boolean end(Session session, Instant at) {
        return outside(() -> ports().sessions().end(session.id(), at));
    }
}
