package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.failure.EmailTaken;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionFixture;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.PersonName;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.user.Users} must do. */
public abstract class UsersContract extends PortContract {

    @Test
    void a_user_is_found_by_id_and_by_address_as_stored() {
        User user = storedUser();

        User byId = find(user.id()).orElseThrow();

        assertThat(byId).isEqualTo(user);
        assertThat(byId.email().value()).isEqualTo(user.email().value());
        assertThat(findByEmail(user.email())).contains(user);
    }

    @Test
    void names_in_every_combination_of_parts_come_back_as_they_were() {
        List<PersonName> names = List.of(
                PersonName.NONE,
                PersonName.ofFull("Prince"),
                PersonName.ofFull("Ada  King, Countess"),
                PersonName.of(Optional.of("José"), Optional.empty()),
                PersonName.of(Optional.empty(), Optional.of("山田👩‍💻")),
                PersonName.of(Optional.of("é".repeat(50)), Optional.of("𝒜".repeat(50))));
        for (PersonName name : names) {
            User user = named(UserFixture.aUser(), name);
            doOutside(() -> ports().users().add(user));

            assertThat(find(user.id())).contains(user);
        }
    }

    @Test
    void whether_the_address_must_be_verified_and_was_comes_back_as_it_was() {
        Instant now = TimeFixture.now();
        User base = UserFixture.aUser();
        User user = new User(base.id(), base.email(), base.name(), Optional.of(now), true, false, now, now);
        doOutside(() -> ports().users().add(user));

        assertThat(find(user.id())).contains(user);
    }

    @Test
    void nobody_is_found_who_was_never_stored() {
        assertThat(find(UserFixture.aUser().id())).isEmpty();
        assertThat(findByEmail(UserFixture.anAddress())).isEmpty();
    }

    @Test
    void of_many_that_are_looked_for_those_are_found_who_are_there() {
        User one = storedUser();
        User other = storedUser();
        storedUser();
        UserId nobody = UserFixture.aUser().id();

        assertThat(outside(() -> ports().users().findAll(Set.of(one.id(), other.id(), nobody))))
                .containsExactlyInAnyOrder(one, other);
        assertThat(outside(() -> ports().users().findAll(Set.of()))).isEmpty();
    }

    @Test
    void R_E5_a_user_is_found_by_the_address_in_any_case() {
        User user = storedUser();
        String typed = user.email().value();

        assertThat(findByEmail(EmailAddress.of(typed.toUpperCase(Locale.ROOT)))).contains(user);
        assertThat(findByEmail(EmailAddress.of(typed.toLowerCase(Locale.ROOT)))).contains(user);
    }

    @Test
    void R_E5_a_taken_address_in_another_case_is_refused_and_nothing_stored() {
        User first = storedUser();
        User second = UserFixture.aUserAt(EmailAddress.of(first.email().value().toUpperCase(Locale.ROOT)));

        boolean added = outside(() -> ports().users().add(second));

        assertThat(added).isFalse();
        assertThat(find(second.id())).isEmpty();
        assertThat(findByEmail(first.email())).contains(first);
    }

    @Test
    void after_a_refused_address_the_same_transaction_can_go_on() {
        User first = storedUser();
        User other = UserFixture.aUser();

        boolean added = outside(() -> {
            ports().users().add(UserFixture.aUserAt(first.email()));
            return ports().users().add(other);
        });

        assertThat(added).isTrue();
        assertThat(find(other.id())).contains(other);
    }

    @Test
    void of_twenty_parallel_registrations_of_one_address_exactly_one_is_stored() throws Exception {
        EmailAddress address = UserFixture.anAddress();
        List<User> users = IntStream.range(0, 20)
                .mapToObj(number -> UserFixture.aUserAt(address))
                .toList();

        List<Boolean> added =
                InParallel.run(20, number -> outside(() -> ports().users().add(users.get(number))));

        assertThat(added).containsOnlyOnce(true);
        assertThat(findByEmail(address)).contains(users.get(added.indexOf(true)));
        assertThat(users).filteredOn(user -> find(user.id()).isPresent()).hasSize(1);
    }

    @Test
    void an_address_is_free_again_when_its_registration_was_rolled_back() {
        EmailAddress address = UserFixture.anAddress();
        Rollback.of(() -> doOutside(() -> {
            ports().users().add(UserFixture.aUserAt(address));
            throw new Rollback();
        }));

        assertThat(outside(() -> ports().users().add(UserFixture.aUserAt(address))))
                .isTrue();
    }

    @Test
    void an_update_replaces_the_user_and_nobody_else() {
        User user = storedUser();
        User other = storedUser();
        User changed = named(user, PersonName.ofFull("Grace Hopper")).verified(TimeFixture.now());

        doOutside(() -> ports().users().update(changed));

        assertThat(find(user.id())).contains(changed);
        assertThat(find(other.id())).contains(other);
    }

    @Test
    void an_updated_address_is_the_one_by_which_the_user_is_found() {
        User user = storedUser();
        EmailAddress address = UserFixture.anAddress();
        User moved = new User(
                user.id(), address, user.name(), Optional.empty(), false, false, user.createdAt(), TimeFixture.now());

        doOutside(() -> ports().users().update(moved));

        assertThat(findByEmail(address)).contains(moved);
        assertThat(findByEmail(user.email())).isEmpty();
    }

    @Test
    void a_percent_sign_or_underscore_in_an_address_is_no_pattern() {
        storedUser();
        String word = UniqueFixture.word();
        User user = UserFixture.aUserAt(EmailAddress.of("x" + word + "@example.org"));
        doOutside(() -> ports().users().add(user));

        assertThat(findByEmail(EmailAddress.of("_" + word + "@example.org"))).isEmpty();
        assertThat(findByEmail(EmailAddress.of("%@example.org"))).isEmpty();
    }

    @Test
    void whether_they_operate_the_installation_comes_back_as_it_was() {
        User user = UserFixture.aUser().appointed(true, TimeFixture.now());
        doOutside(() -> ports().users().add(user));
        assertThat(find(user.id())).contains(user);
        User dismissed = user.appointed(false, TimeFixture.now());

        doOutside(() -> ports().users().update(dismissed));

        assertThat(find(user.id())).contains(dismissed);
    }

    @Test
    void an_update_to_anothers_address_is_refused_and_nothing_is_changed() {
        User user = storedUser();
        User other = storedUser();
        EmailAddress taken = EmailAddress.of(other.email().value().toUpperCase(Locale.ROOT));

        assertThatThrownBy(() -> doOutside(() -> ports().users().update(user.withEmail(taken, TimeFixture.now()))))
                .isInstanceOf(EmailTaken.class);

        assertThat(find(user.id())).contains(user);
        assertThat(findByEmail(taken)).contains(other);
    }

    @Test
    void R_E10_of_parallel_updates_to_one_address_exactly_one_succeeds() throws Exception {
        EmailAddress wanted = UserFixture.anAddress();
        List<User> users = Stream.generate(this::storedUser).limit(8).toList();

        List<Boolean> moved = InParallel.run(8, number -> moves(users.get(number), wanted));

        assertThat(moved).containsOnlyOnce(true);
        assertThat(findByEmail(wanted))
                .map(User::id)
                .contains(users.get(moved.indexOf(true)).id());
    }

    private boolean moves(User user, EmailAddress to) {
        try {
            doOutside(() -> ports().users().update(user.withEmail(to, TimeFixture.now())));
            return true;
        } catch (EmailTaken refused) {
            return false;
        }
    }

    @Test
    void with_a_user_goes_all_that_is_theirs_and_nothing_of_anybody_else() {
        Account gone = Account.stored(this);
        Account stays = Account.stored(this);
        assertThat(gone.traces(this)).containsExactlyElementsOf(Account.WHOLE);

        remove(gone.user());

        assertThat(gone.traces(this)).isEmpty();
        assertThat(stays.traces(this)).containsExactlyElementsOf(Account.WHOLE);
    }

    @Test
    void R_E9_who_registers_the_address_of_a_removed_user_inherits_nothing() {
        Account gone = Account.stored(this);
        remove(gone.user());
        User next = UserFixture.aUserAt(gone.user().email());

        assertThat(outside(() -> ports().users().add(next))).isTrue();

        assertThat(findByEmail(gone.user().email())).contains(next);
        assertThat(new Account(next, gone.session(), gone.refresh(), gone.oneTime(), gone.mail()).traces(this))
                .containsExactly("user");
    }

    @Test
    void a_user_whose_removal_was_rolled_back_is_there_with_all_that_is_theirs() {
        Account account = Account.stored(this);
        Rollback.of(() -> across(() -> {
            ports().users().remove(account.user());
            throw new Rollback();
        }));

        assertThat(account.traces(this)).containsExactlyElementsOf(Account.WHOLE);
    }

    @Test
    void whoever_removes_a_user_waits_for_a_sign_in_under_way_and_takes_its_session_along() throws Exception {
        User user = Account.stored(this).user();
        Session session = SessionFixture.rotating(user.id());

        InParallel.secondWaits(
                midst -> doOutside(() -> {
                    ports().credentials().hold(user.id());
                    midst.run();
                    ports().sessions().open(session);
                }),
                () -> {
                    remove(user);
                    return user;
                });

        assertThat(find(user.id())).isEmpty();
        assertThat(outside(() -> ports().sessions().of(user.id()))).isEmpty();
    }

    private void remove(User user) {
        across(() -> {
            ports().users().remove(user);
            return true;
        });
    }

    private Optional<User> find(UserId id) {
        return outside(() -> ports().users().find(id));
    }

    private Optional<User> findByEmail(EmailAddress address) {
        return outside(() -> ports().users().findByEmail(address));
    }

    private static User named(User user, PersonName name) {
        return new User(
                user.id(),
                user.email(),
                name,
                user.emailVerifiedAt(),
                user.verifyBeforeSignIn(),
                user.operator(),
                user.createdAt(),
                user.updatedAt());
    }
}
