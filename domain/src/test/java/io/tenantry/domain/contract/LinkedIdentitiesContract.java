package io.tenantry.domain.contract;

import static io.tenantry.domain.social.LinkedIdentityFixture.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.social.LinkedIdentity;
import io.tenantry.domain.social.LinkedIdentityFixture;
import io.tenantry.domain.social.LinkedIdentityId;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.social.LinkedIdentities} must do. */
public abstract class LinkedIdentitiesContract extends PortContract {

    private final Instant now = TimeFixture.now();

    @Test
    void a_users_accounts_come_back_equal_the_oldest_first() {
        UserId user = storedUser().id();
        LinkedIdentity newer = added(LinkedIdentityFixture.linkedAt(now.plusSeconds(1), user));
        LinkedIdentity older = added(withoutEmail(LinkedIdentityFixture.linkedAt(now, user)));
        added(LinkedIdentityFixture.of(storedUser().id()));

        assertThat(of(user)).containsExactly(older, newer);
        assertThat(of(storedUser().id())).isEmpty();
    }

    @Test
    void R6_8_1_an_account_is_found_by_issuer_and_subject_exactly_as_they_are() {
        String subject = UniqueFixture.word();
        LinkedIdentity identity = added(linked(ISSUER, subject));

        assertThat(find(ISSUER, subject)).contains(identity);
        for (String other : List.of(subject.toUpperCase(Locale.ROOT), subject + " ", " " + subject, "")) {
            assertThat(find(ISSUER, other)).as(other).isEmpty();
        }
        for (String other : List.of(ISSUER + "/", ISSUER.toUpperCase(Locale.ROOT), "", subject)) {
            assertThat(find(other, subject)).as(other).isEmpty();
        }
    }

    @Test
    void R6_8_1_one_subject_at_two_issuers_is_two_persons() {
        String subject = UniqueFixture.word();
        LinkedIdentity here = added(linked(ISSUER, subject));
        LinkedIdentity there = added(linked(ISSUER + "/other", subject));

        assertThat(find(ISSUER, subject)).contains(here);
        assertThat(find(ISSUER + "/other", subject)).contains(there);
    }

    @Test
    void a_subject_may_have_255_characters() {
        LinkedIdentity identity = added(linked(ISSUER, UniqueFixture.word() + "x".repeat(243)));

        assertThat(find(ISSUER, identity.subject())).contains(identity);
    }

    @Test
    void an_account_that_is_linked_is_not_linked_again_neither_to_its_user_nor_to_another() {
        LinkedIdentity linked = added(LinkedIdentityFixture.of(storedUser().id()));
        for (UserId user : List.of(linked.user(), storedUser().id())) {
            assertThat(add(LinkedIdentityFixture.of(user, linked.issuer(), linked.subject(), now)))
                    .isFalse();
            assertThat(find(linked.issuer(), linked.subject())).contains(linked);
        }
        assertThat(of(linked.user())).containsExactly(linked);
    }

    @Test
    void R_E10_of_twenty_that_link_one_account_in_parallel_exactly_one_succeeds() throws Exception {
        String subject = UniqueFixture.word();
        List<UserId> users = List.of(storedUser().id(), storedUser().id());

        List<Boolean> linked = InParallel.run(
                20, number -> add(LinkedIdentityFixture.of(users.get(number % 2), ISSUER, subject, now)));

        assertThat(linked).containsOnlyOnce(true);
    }

    @Test
    void the_last_use_is_kept_of_the_one_that_was_used() {
        UserId user = storedUser().id();
        LinkedIdentity other = added(LinkedIdentityFixture.linkedAt(now.minusSeconds(1), user));
        LinkedIdentity identity = added(LinkedIdentityFixture.linkedAt(now, user));

        doOutside(() -> ports().linkedIdentities().used(identity.id(), now));

        assertThat(of(user)).containsExactly(other, identity.used(now));
    }

    @Test
    void an_account_is_unlinked_by_its_user_alone_and_once_and_may_be_linked_again() {
        LinkedIdentity identity = added(LinkedIdentityFixture.of(storedUser().id()));
        LinkedIdentity other = added(LinkedIdentityFixture.of(identity.user()));

        assertThat(remove(storedUser().id(), identity.id())).isFalse();
        assertThat(remove(identity.user(), identity.id())).isTrue();
        assertThat(remove(identity.user(), identity.id())).isFalse();

        assertThat(find(identity.issuer(), identity.subject())).isEmpty();
        assertThat(of(identity.user())).containsExactly(other);
        assertThat(add(identity)).isTrue();
    }

    @Test
    void R_E2_those_linked_before_a_moment_are_removed_and_no_others() {
        UserId user = storedUser().id();
        added(LinkedIdentityFixture.linkedAt(now.minusSeconds(1), user));
        LinkedIdentity stays = added(LinkedIdentityFixture.linkedAt(now, user));
        LinkedIdentity anothers = added(
                LinkedIdentityFixture.linkedAt(now.minusSeconds(1), storedUser().id()));

        removeOlder(user, now);
        assertThat(of(user)).containsExactly(stays);
        removeOlder(user, Instant.MAX);

        assertThat(of(user)).isEmpty();
        assertThat(of(anothers.user())).containsExactly(anothers);
    }

    private LinkedIdentity linked(String issuer, String subject) {
        return LinkedIdentityFixture.of(storedUser().id(), issuer, subject, now);
    }

    private static LinkedIdentity withoutEmail(LinkedIdentity identity) {
        return new LinkedIdentity(
                identity.id(),
                identity.user(),
                identity.provider(),
                identity.issuer(),
                identity.subject(),
                Optional.empty(),
                identity.linkedAt(),
                identity.lastUsedAt());
    }

    private LinkedIdentity added(LinkedIdentity identity) {
        assertThat(add(identity)).isTrue();
        return identity;
    }

    private boolean add(LinkedIdentity identity) {
        return outside(() -> ports().linkedIdentities().add(identity));
    }

    private Optional<LinkedIdentity> find(String issuer, String subject) {
        return outside(() -> ports().linkedIdentities().find(issuer, subject));
    }

    private List<LinkedIdentity> of(UserId user) {
        return outside(() -> ports().linkedIdentities().of(user));
    }

    private boolean remove(UserId user, LinkedIdentityId identity) {
        return outside(() -> ports().linkedIdentities().remove(user, identity));
    }

    private void removeOlder(UserId user, Instant before) {
        doOutside(() -> ports().linkedIdentities().removeOlder(user, before));
    }
}
