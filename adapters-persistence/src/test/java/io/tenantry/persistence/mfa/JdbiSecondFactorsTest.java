package io.tenantry.persistence.mfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SealedPassword;
import io.tenantry.domain.mfa.MfaChallenge;
import io.tenantry.domain.mfa.MfaChallengeFixture;
import io.tenantry.domain.mfa.TotpEnrolment;
import io.tenantry.domain.mfa.TotpFixture;
import io.tenantry.domain.passkey.CeremonyFixture;
import io.tenantry.domain.passkey.PasskeyFixture;
import io.tenantry.domain.session.Session;
import io.tenantry.domain.session.SessionFixture;
import io.tenantry.domain.social.AuthorizationFixture;
import io.tenantry.domain.social.LinkedIdentityFixture;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.PersistenceForTests;
import io.tenantry.persistence.Poll;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.PostgresPersistence;
import io.tenantry.persistence.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What PostgreSQL adds to the contracts: locks that are in nobody's way, secrets bound to their rows, and what goes with a user. */
class JdbiSecondFactorsTest {

    private static final PostgresForTests.Database DATABASE = PostgresForTests.migrated();

    private static final List<String> TABLES = List.of(
            "totp",
            "recovery_code",
            "mfa_challenge",
            "passkey",
            "ceremony",
            "linked_identity",
            "provider_authorization");

    private static PersistenceForTests persistence;
    private static PostgresPersistence ports;

    @BeforeAll
    static void open() {
        persistence = PersistenceForTests.on(DATABASE, 4);
        ports = persistence.ports();
    }

    @AfterAll
    static void close() {
        persistence.close();
    }

    @Test
    void a_session_can_be_opened_while_the_factors_of_its_user_are_held() {
        UserId user = storedUser().id();
        Session session = SessionFixture.rotating(user);

        run(() -> {
            ports.secondFactors().hold(user);
            CompletableFuture.runAsync(() -> run(() -> ports.sessions().open(session)))
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        });

        assertThat(ports.identities().session(session.id())).contains(session);
    }

    @Test
    void a_user_is_removed_while_a_change_of_factors_ends_sessions_and_neither_is_killed_as_a_deadlock() {
        User user = storedUser();
        Session session = SessionFixture.rotating(user.id());
        run(() -> ports.sessions().open(session));

        removedInTheMidst(
                user,
                () -> ports.secondFactors().hold(user.id()),
                () -> ports.sessions().endAll(user.id(), Optional.empty(), session.createdAt()));
    }

    @Test
    void a_user_is_removed_while_a_sign_in_shows_its_second_factor_and_neither_is_killed_as_a_deadlock() {
        User user = storedUser();
        SealedPassword password = ports.credentials().seal(new Password("correct horse battery"));
        MfaChallenge challenge = MfaChallengeFixture.of(user.id());
        run(() -> {
            ports.credentials().store(user.id(), password);
            ports.mfaChallenges().open(challenge);
        });

        removedInTheMidst(
                user,
                () -> ports.mfaChallenges().hold(challenge.digest()),
                () -> ports.credentials().hold(user.id()));
    }

    /** Removes the user when a transaction that has locked something is about to lock more. */
    private static void removedInTheMidst(User user, Runnable first, Runnable then) {
        CompletableFuture<Void> removal = ports.transactions().outsideTenants(() -> {
            first.run();
            CompletableFuture<Void> waiting =
                    CompletableFuture.runAsync(() -> run(() -> ports.users().remove(user)));
            Poll.until(JdbiSecondFactorsTest::somebodyWaitsForALock);
            then.run();
            return waiting;
        });

        removal.orTimeout(20, TimeUnit.SECONDS).join();
        assertThat(ports.identities().of(user.id())).isEmpty();
    }

    @Test
    void a_secret_that_was_moved_to_another_users_row_does_not_open() throws SQLException {
        UserId owner = storedUser().id();
        UserId other = storedUser().id();
        TotpEnrolment enrolment = TotpFixture.confirmed(owner);
        run(() -> {
            ports.secondFactors().store(enrolment);
            ports.secondFactors().store(TotpFixture.confirmed(other));
        });

        Sql.query(
                DATABASE.superuser(),
                "update tenantry.totp set sealed_secret = (select sealed_secret from tenantry.totp where user_id = '"
                        + owner + "') where user_id = '" + other + "'");

        run(() -> assertThat(ports.secondFactors().totp(owner)).contains(enrolment));
        assertThatThrownBy(() -> run(() -> ports.secondFactors().totp(other)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(other.toString());
    }

    @Test
    void R_E9_all_of_it_goes_with_its_user_and_nothing_of_anothers() throws SQLException {
        User leaves = storedUser();
        User stays = storedUser();
        storeOneOfEach(leaves.id());
        storeOneOfEach(stays.id());
        assertThat(rowsOf(leaves.id())).doesNotContain("0");

        run(() -> ports.users().remove(leaves));

        assertThat(rowsOf(leaves.id())).containsOnly("0");
        assertThat(rowsOf(stays.id())).doesNotContain("0");
    }

    private static boolean somebodyWaitsForALock() {
        try {
            return !Sql.query(
                            DATABASE.superuser(),
                            "select pid from pg_stat_activity where datname = current_database()"
                                    + " and wait_event_type = 'Lock'")
                    .isEmpty();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private static void storeOneOfEach(UserId user) {
        run(() -> {
            ports.secondFactors().store(TotpFixture.confirmed(user));
            ports.secondFactors()
                    .replaceRecoveryCodes(
                            user,
                            TotpFixture.recoveryCodes(),
                            TotpFixture.begun(user).createdAt());
            ports.mfaChallenges().open(MfaChallengeFixture.of(user));
            ports.passkeys().passkeys().add(PasskeyFixture.of(user));
            ports.passkeys().ceremonies().open(CeremonyFixture.registration(user));
            ports.social().linkedIdentities().add(LinkedIdentityFixture.of(user));
            ports.social().authorizations().open(AuthorizationFixture.toLink(user));
        });
    }

    private static List<String> rowsOf(UserId user) throws SQLException {
        String counts = TABLES.stream()
                .map(table -> "select count(*) from tenantry." + table + " where user_id = '" + user + "'")
                .reduce((some, more) -> some + " union all " + more)
                .orElseThrow();
        return Sql.query(DATABASE.superuser(), counts);
    }

    private static User storedUser() {
        User user = UserFixture.aUser();
        run(() -> ports.users().add(user));
        return user;
    }

    private static void run(Runnable work) {
        ports.transactions().outsideTenants(() -> {
            work.run();
            return true;
        });
    }
}
