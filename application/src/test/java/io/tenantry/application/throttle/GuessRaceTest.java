package io.tenantry.application.throttle;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static io.tenantry.application.session.SignInFixture.ELSEWHERE;
import static io.tenantry.application.session.SignInFixture.WRONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.InParallel;
import io.tenantry.application.PortsFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.credential.CountingCredentials;
import io.tenantry.application.session.SignInFixture;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.failure.InvalidCredentials;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.session.SignedIn;
import io.tenantry.domain.user.EmailAddress;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

/** Guesses that are made at the same time: all of them are judged before any is counted. */
class GuessRaceTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final SignInFixture sessions = new SignInFixture(tenantry);

    GuessRaceTest() {
        tenantry.registerVerifiedUser(ADA);
    }

    @Test
    void R6_3_1_of_forty_wrong_passwords_at_once_ten_are_told_to_be_wrong() throws Exception {
        SignInFixture together = together(40);

        List<Object> outcomes = InParallel.outcomes(40, number -> together.signIn(ADA, WRONG, ELSEWHERE));

        assertThat(outcomes).filteredOn(InvalidCredentials.class::isInstance).hasSize(10);
        assertThat(outcomes).filteredOn(Throttled.class::isInstance).hasSize(30);
        assertThat(sessions.audited(AuditAction.ACCOUNT_LOCKED)).hasSize(1);
        assertThat(sessions.audited(AuditAction.SIGN_IN)).hasSize(10);
    }

    @Test
    void R6_3_1_the_right_one_of_forty_at_once_is_told_to_be_right_only_if_ten_wrong_ones_were_not_told_before()
            throws Exception {
        SignInFixture together = together(40);

        List<Object> outcomes =
                InParallel.outcomes(40, number -> together.signIn(ADA, number == 20 ? PASSWORD : WRONG, ELSEWHERE));

        boolean signedIn = outcomes.get(20) instanceof SignedIn;
        assertThat(signedIn || outcomes.get(20) instanceof Throttled).isTrue();
        assertThat(outcomes).filteredOn(InvalidCredentials.class::isInstance).hasSizeBetween(10, signedIn ? 19 : 10);
    }

    @Test
    void R6_3_1_a_right_password_is_refused_when_the_tenth_wrong_one_is_counted_while_it_is_hashed() {
        assertThatThrownBy(() -> whileHashing(() -> sessions.guessWrong(10, ADA, ELSEWHERE))
                        .signIn(ADA, ELSEWHERE))
                .isInstanceOf(Throttled.class);

        assertThat(sessions.audited(AuditAction.SIGN_IN)).hasSize(10);
    }

    @Test
    void a_right_password_passes_when_nine_wrong_ones_are_counted_while_it_is_hashed_and_they_are_forgotten() {
        SignedIn signedIn =
                whileHashing(() -> sessions.guessWrong(9, ADA, ELSEWHERE)).signIn(ADA, ELSEWHERE);

        assertThat(signedIn.user().email()).isEqualTo(ADA);
        sessions.guessWrong(9, ADA, SignInFixture.from("203.0.113.10"));
        assertThat(sessions.signIn(ADA, ELSEWHERE).user().email()).isEqualTo(ADA);
    }

    @Test
    void R6_3_8_a_wrong_password_is_answered_as_a_right_one_when_the_tenth_is_counted_while_it_is_hashed() {
        SignInFixture slow = whileHashing(() -> sessions.guessWrong(10, ADA, ELSEWHERE));

        assertThatThrownBy(() -> slow.signIn(ADA, WRONG, ELSEWHERE)).isInstanceOf(Throttled.class);
    }

    @Test
    void twenty_right_passwords_at_once_all_pass_though_nine_wrong_ones_came_before() throws Exception {
        sessions.guessWrong(9, ADA, ELSEWHERE);
        SignInFixture together = together(20);

        List<Object> outcomes = InParallel.outcomes(20, number -> together.signIn(ADA, ELSEWHERE));

        assertThat(outcomes).hasSize(20).hasOnlyElementsOfType(SignedIn.class);
    }

    @Test
    void of_a_hundred_and_twenty_wrong_ones_at_once_from_one_address_a_hundred_are_told_to_be_wrong() throws Exception {
        List<Object> outcomes = InParallel.outcomes(
                120, number -> sessions.signIn(EmailAddress.of("user" + number + "@example.org"), WRONG, ELSEWHERE));

        assertThat(outcomes).filteredOn(InvalidCredentials.class::isInstance).hasSize(100);
        assertThat(outcomes).filteredOn(Throttled.class::isInstance).hasSize(20);
    }

    /** Sign-ins none of which goes on before all {@code guesses} have hashed. */
    private SignInFixture together(int guesses) {
        CyclicBarrier hashed = new CyclicBarrier(guesses);
        return whileHashing(() -> {
            try {
                hashed.await();
            } catch (InterruptedException | BrokenBarrierException stopped) {
                throw new AssertionError(stopped);
            }
        });
    }

    private SignInFixture whileHashing(Runnable work) {
        CountingCredentials slow = new CountingCredentials(tenantry.ports().credentials(), work);
        return new SignInFixture(
                tenantry, PortsFixture.useCases(tenantry.tenantry(), PortsFixture.with(tenantry.ports(), slow)));
    }
}
