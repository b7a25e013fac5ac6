package io.tenantry.persistence.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.credential.CredentialVersion;
import io.tenantry.domain.credential.OneTimeToken;
import io.tenantry.domain.credential.OneTimeTokenFixture;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.SealedPassword;
import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.credential.TokenPurpose;
import io.tenantry.domain.user.User;
import io.tenantry.persistence.PersistenceForTests;
import io.tenantry.persistence.PostgresForTests;
import io.tenantry.persistence.PostgresPersistence;
import io.tenantry.persistence.Registration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The ports in the order in which a password is reset, by several at once. */
class PasswordResetTest {

    private static final int AT_ONCE = 12;

    @Test
    void R_E10_of_parallel_resets_by_one_token_one_succeeds_and_no_two_wait_for_one_another() throws Exception {
        try (PersistenceForTests persistence = PersistenceForTests.on(PostgresForTests.migrated(), AT_ONCE)) {
            PostgresPersistence ports = persistence.ports();
            User user = Registration.by(ports).owner();
            for (int round = 0; round < 10; round++) {
                TokenDigest token = issue(ports, user);

                List<Boolean> done = inParallel(() -> reset(ports, user, token));

                assertThat(done).containsOnlyOnce(true);
            }
            assertThat(ports.transactions()
                            .outsideTenants(() -> ports.credentials().hold(user.id())))
                    .isEqualTo(new CredentialVersion(11));
        }
    }

    private static TokenDigest issue(PostgresPersistence ports, User user) {
        OneTimeToken token = OneTimeTokenFixture.aToken(TokenPurpose.RESET_PASSWORD, user);
        return ports.transactions().outsideTenants(() -> {
            ports.credentials().hold(user.id());
            ports.oneTimeTokens().replace(token);
            return token.digest();
        });
    }

    private static boolean reset(PostgresPersistence ports, User user, TokenDigest token) {
        SealedPassword sealed = ports.credentials().seal(new Password("another long password"));
        return ports.transactions().outsideTenants(() -> {
            ports.credentials().hold(user.id());
            boolean spent = ports.oneTimeTokens().spend(token);
            if (spent) {
                ports.credentials().store(user.id(), sealed);
                ports.users().update(user.verified(Instant.now()));
                ports.sessions().endAll(user.id(), Optional.empty(), Instant.now());
            }
            return spent;
        });
    }

    private static List<Boolean> inParallel(Callable<Boolean> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(AT_ONCE);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Boolean>> runs = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                runs.add(threads.submit(() -> {
                    start.await(1, TimeUnit.MINUTES);
                    return work.call();
                }));
            }
            List<Boolean> results = new ArrayList<>();
            for (Future<Boolean> run : runs) {
                results.add(run.get(1, TimeUnit.MINUTES));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
