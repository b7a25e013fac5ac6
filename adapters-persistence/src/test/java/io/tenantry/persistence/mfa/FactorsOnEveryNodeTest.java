package io.tenantry.persistence.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.mfa.Factors;
import io.tenantry.domain.mfa.TotpFixture;
import io.tenantry.domain.passkey.Passkey;
import io.tenantry.domain.passkey.PasskeyFixture;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserFixture;
import io.tenantry.domain.user.UserId;
import io.tenantry.persistence.PersistenceForTests;
import io.tenantry.persistence.Poll;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.PostgresPersistence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes on one database: what is done to a user's factors on one is known on the other. */
class FactorsOnEveryNodeTest {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private static PersistenceForTests here;
    private static PersistenceForTests elsewhere;

    @BeforeAll
    static void open() {
        PostgresForTests.Database database = PostgresForTests.migrated();
        here = PersistenceForTests.on(database, 4);
        elsewhere = PersistenceForTests.on(database, 4);
    }

    @AfterAll
    static void close() {
        here.close();
        elsewhere.close();
    }

    @Test
    void R7_4_3_a_generator_set_up_or_removed_elsewhere_is_seen_here_within_a_second() {
        UserId user = seenUser();

        elsewhere(ports -> ports.secondFactors().store(TotpFixture.confirmed(user)));
        seenHere(user, new Factors(true, 0, 0));

        elsewhere(ports -> ports.secondFactors().removeTotp(user));
        seenHere(user, Factors.NONE);
    }

    @Test
    void R6_5_1_recovery_codes_given_or_spent_elsewhere_are_seen_here_within_a_second() {
        UserId user = seenUser();
        List<TokenDigest> codes = TotpFixture.recoveryCodes();

        elsewhere(ports -> ports.secondFactors().replaceRecoveryCodes(user, codes, TimeFixture.now()));
        seenHere(user, new Factors(false, 10, 0));

        elsewhere(ports -> ports.secondFactors().spendRecoveryCode(user, codes.get(0)));
        seenHere(user, new Factors(false, 9, 0));

        elsewhere(ports -> ports.secondFactors().removeOlder(user, Instant.MAX));
        seenHere(user, Factors.NONE);
    }

    @Test
    void R7_4_3_passkeys_added_or_removed_elsewhere_are_seen_here_within_a_second() {
        UserId user = seenUser();
        Passkey passkey = PasskeyFixture.of(user);

        elsewhere(ports -> ports.passkeys().passkeys().add(passkey));
        seenHere(user, new Factors(false, 0, 1));

        elsewhere(ports -> ports.passkeys().passkeys().remove(user, passkey.id()));
        seenHere(user, Factors.NONE);

        elsewhere(ports -> ports.passkeys().passkeys().add(passkey));
        seenHere(user, new Factors(false, 0, 1));

        elsewhere(ports -> ports.passkeys().passkeys().removeOlder(user, Instant.MAX));
        seenHere(user, Factors.NONE);
    }

    /** One who was asked for here, and is remembered. */
    private static UserId seenUser() {
        User user = UserFixture.aUser();
        run(here, ports -> ports.users().add(user));
        assertThat(factorsHere(user.id())).isEqualTo(Factors.NONE);
        return user.id();
    }

    private static void seenHere(UserId user, Factors wanted) {
        Poll.until(() -> factorsHere(user).equals(wanted), A_SECOND);
    }

    private static Factors factorsHere(UserId user) {
        return here.ports().identities().of(user).orElseThrow().factors();
    }

    private static void elsewhere(Consumer<PostgresPersistence> work) {
        run(elsewhere, work);
    }

    private static void run(PersistenceForTests node, Consumer<PostgresPersistence> work) {
        node.ports().transactions().outsideTenants(() -> {
            work.accept(node.ports());
            return true;
        });
    }
}
