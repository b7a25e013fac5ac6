package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.MembershipFixture;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.mfa.Factors;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.session.Identity;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionFixture;
import io.tenantry.domain.session.SessionId;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.Avatar;
import io.tenantry.domain.user.Profile;
import io.tenantry.domain.user.ProfileFixture;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.session.Identities} must do. Each test asks first, so that there is something to forget. */
public abstract class IdentitiesContract extends PortContract {

    private final Instant now = TimeFixture.now();

    @Test
    void a_user_comes_with_their_memberships_the_oldest_first() {
        User user = storedUser();
        Tenant newest = storedTenant();
        Tenant oldest = storedTenant();
        Membership inNewest = stored(joined(newest, user, 2));
        Membership inOldest = stored(joined(oldest, user, 1));
        List<TenantMembership> memberships =
                List.of(new TenantMembership(oldest, inOldest), new TenantMembership(newest, inNewest));

        becomes(user.id(), new Identity(user, Profile.UNSAID, Factors.NONE, memberships));
    }

    @Test
    void a_user_or_session_that_never_was_is_not_found() {
        UserId nobody = UserFixture.aUser().id();

        assertThat(ports().identities().of(nobody)).isEmpty();
        assertThat(ports().identities().session(SessionFixture.rotating(nobody).id()))
                .isEmpty();
    }

    @Test
    void a_session_is_found_as_it_was_opened() {
        Session session = openedSession();

        sessionBecomes(session.id(), Optional.of(session));
    }

    @Test
    void what_was_asked_for_before_it_was_stored_is_found_within_a_second() {
        User user = UserFixture.aUser();
        Session session = SessionFixture.rotating(user.id());
        assertThat(ports().identities().of(user.id())).isEmpty();
        assertThat(ports().identities().session(session.id())).isEmpty();

        doOutside(() -> {
            ports().users().add(user);
            ports().sessions().open(session);
        });

        becomes(user.id(), new Identity(user, Profile.UNSAID, Factors.NONE, List.of()));
        sessionBecomes(session.id(), Optional.of(session));
    }

    @Test
    void an_updated_user_is_seen_within_a_second() {
        User user = storedUser();
        becomes(user.id(), new Identity(user, Profile.UNSAID, Factors.NONE, List.of()));
        User verified = user.verified(now);

        doOutside(() -> ports().users().update(verified));

        becomes(user.id(), new Identity(verified, Profile.UNSAID, Factors.NONE, List.of()));
    }

    @Test
    void what_a_user_says_of_themselves_is_seen_within_a_second() {
        User user = storedUser();
        becomes(user.id(), new Identity(user, Profile.UNSAID, Factors.NONE, List.of()));

        doOutside(() -> ports().profiles().store(user.id(), ProfileFixture.aProfile()));

        becomes(user.id(), new Identity(user, ProfileFixture.aProfile(), Factors.NONE, List.of()));
    }

    @Test
    void a_picture_is_seen_by_its_tag_within_a_second_and_seen_gone() {
        User user = storedUser();
        Tenant tenant = storedTenant();
        Membership membership = storedOwner(tenant, user);
        becomes(user.id(), identity(user, tenant, membership));
        for (Avatar avatar : List.of(ProfileFixture.anAvatar(1), ProfileFixture.anAvatar(2))) {
            doOutside(() -> ports().profiles().storeAvatar(user.id(), avatar));

            avatarBecomes(user.id(), Optional.of(avatar.tag()));
        }

        doOutside(() -> ports().profiles().removeAvatar(user.id()));

        becomes(user.id(), identity(user, tenant, membership));
    }

    @Test
    void who_is_appointed_operator_is_seen_as_one_within_a_second() {
        User user = storedUser();
        becomes(user.id(), new Identity(user, Profile.UNSAID, Factors.NONE, List.of()));
        for (User changed : List.of(user.appointed(true, now), user.appointed(false, now))) {
            doOutside(() -> ports().users().update(changed));

            becomes(user.id(), new Identity(changed, Profile.UNSAID, Factors.NONE, List.of()));
        }
    }

    @Test
    void a_second_factor_that_was_shown_in_a_session_is_seen_within_a_second() {
        Session session = openedSession();
        sessionBecomes(session.id(), Optional.of(session));

        doOutside(() -> ports().sessions().secondFactorShown(session.id()));

        sessionBecomes(session.id(), Optional.of(session.withSecondFactor()));
    }

    @Test
    void R7_4_2_a_user_who_was_removed_and_their_sessions_are_gone_within_a_second() {
        User user = storedUser();
        Session session = opened(SessionFixture.rotating(user.id()));
        becomes(user.id(), new Identity(user, Profile.UNSAID, Factors.NONE, List.of()));
        sessionBecomes(session.id(), Optional.of(session));

        across(() -> {
            ports().users().remove(user);
            return true;
        });

        Soon.become(() -> ports().identities().of(user.id()), Optional.empty());
        sessionBecomes(session.id(), Optional.empty());
    }

    @Test
    void R7_4_2_a_suspended_tenant_is_seen_within_a_second_and_its_return_too() {
        User user = storedUser();
        Tenant tenant = storedTenant();
        Membership membership = storedOwner(tenant, user);
        becomes(user.id(), identity(user, tenant, membership));
        for (TenantStatus status : List.of(TenantStatus.SUSPENDED, TenantStatus.ACTIVE)) {
            Tenant changed = tenant.withStatus(status, now);

            doOutside(() -> ports().tenants().update(changed));

            becomes(user.id(), identity(user, changed, membership));
        }
    }

    @Test
    void a_new_membership_is_seen_within_a_second() {
        User user = storedUser();
        becomes(user.id(), new Identity(user, Profile.UNSAID, Factors.NONE, List.of()));
        Tenant tenant = storedTenant();

        Membership membership = storedOwner(tenant, user);

        becomes(user.id(), identity(user, tenant, membership));
    }

    @Test
    void R7_4_1_an_ended_session_is_seen_within_a_second() {
        Session session = openedSession();
        sessionBecomes(session.id(), Optional.of(session));

        doOutside(() -> ports().sessions().end(session.id(), now));

        endedBecomes(session.id(), Optional.of(now));
    }

    @Test
    void R7_4_3_all_sessions_of_a_user_are_seen_ended_within_a_second_but_for_the_one_spared() {
        User user = storedUser();
        Session spared = opened(SessionFixture.rotating(user.id()));
        Session other = opened(SessionFixture.rotating(user.id()));
        sessionBecomes(spared.id(), Optional.of(spared));
        sessionBecomes(other.id(), Optional.of(other));

        doOutside(() -> ports().sessions().endAll(user.id(), Optional.of(spared.id()), now));

        endedBecomes(other.id(), Optional.of(now));
        endedBecomes(spared.id(), Optional.empty());
    }

    @Test
    void what_was_rolled_back_is_not_seen() {
        Session session = openedSession();
        sessionBecomes(session.id(), Optional.of(session));

        Rollback.of(() -> doOutside(() -> {
            ports().sessions().end(session.id(), now);
            throw new Rollback();
        }));

        assertThat(ports().identities().session(session.id())).contains(session);
    }

    @Test
    void RMT_nobody_is_given_anothers_memberships() {
        User one = storedUser();
        User other = storedUser();
        Tenant tenant = storedTenant();
        Membership membership = storedOwner(tenant, one);

        becomes(one.id(), identity(one, tenant, membership));
        becomes(other.id(), new Identity(other, Profile.UNSAID, Factors.NONE, List.of()));
    }

    private Session openedSession() {
        return opened(SessionFixture.rotating(storedUser().id()));
    }

    private Session opened(Session session) {
        doOutside(() -> ports().sessions().open(session));
        return session;
    }

    private Membership joined(Tenant tenant, User user, int second) {
        return MembershipFixture.joined(tenant.id(), user.id(), Role.MEMBER, now.plusSeconds(second));
    }

    private static Identity identity(User user, Tenant tenant, Membership membership) {
        return new Identity(user, Profile.UNSAID, Factors.NONE, List.of(new TenantMembership(tenant, membership)));
    }

    private void becomes(UserId user, Identity wanted) {
        Soon.become(() -> ports().identities().of(user), Optional.of(wanted));
    }

    private void avatarBecomes(UserId user, Optional<String> wanted) {
        Soon.become(() -> ports().identities().of(user).orElseThrow().profile().avatar(), wanted);
    }

    private void sessionBecomes(SessionId session, Optional<Session> wanted) {
        Soon.become(() -> ports().identities().session(session), wanted);
    }

    private void endedBecomes(SessionId session, Optional<Instant> wanted) {
        Soon.become(() -> ports().identities().session(session).orElseThrow().endedAt(), wanted);
    }
}
