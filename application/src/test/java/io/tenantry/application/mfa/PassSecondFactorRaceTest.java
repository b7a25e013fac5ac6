package io.tenantry.application.mfa;

import static io.tenantry.application.TenantryFixture.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.InParallel;
import io.tenantry.application.Policies;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.mfa.SecondFactorFixture.Enrolled;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent.Outcome;
import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.InvalidCode;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mfa.RecoveryCode;
import io.tenantry.domain.session.SignedIn;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Replay and brute force: one after the other, in parallel, and across challenges. */
class PassSecondFactorRaceTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final SecondFactorFixture factors = new SecondFactorFixture(tenantry);

    @Test
    void R_T2_a_code_that_was_accepted_is_refused_in_another_challenge() {
        Enrolled ada = factors.enrolled(ADA);
        SecretToken first = factors.challenge(ADA);
        SecretToken second = factors.challenge(ADA);
        String code = factors.nextCode(ada.secret());
        factors.pass(first, code);

        assertThatThrownBy(() -> factors.pass(second, code)).isInstanceOf(InvalidCode.class);
        assertThatThrownBy(() -> factors.pass(factors.challenge(ADA), code)).isInstanceOf(InvalidCode.class);
    }

    @Test
    void R_T2_the_code_by_which_the_generator_was_confirmed_signs_nobody_in() {
        Enrolled ada = factors.enrolled(ADA);
        SecretToken challenge = factors.challenge(ADA);

        assertThatThrownBy(() -> factors.pass(challenge, factors.code(ada.secret())))
                .isInstanceOf(InvalidCode.class);
    }

    @Test
    void R_T2_after_a_step_the_codes_of_earlier_steps_are_refused() {
        Enrolled ada = factors.enrolled(ADA);
        String earlier = factors.nextCode(ada.secret());
        String later = factors.nextCode(ada.secret());
        factors.pass(factors.challenge(ADA), later);

        SecretToken challenge = factors.challenge(ADA);
        assertThatThrownBy(() -> factors.pass(challenge, earlier)).isInstanceOf(InvalidCode.class);
    }

    @Test
    void R_T2_a_code_is_accepted_one_step_before_and_after_its_own_and_no_longer() {
        Enrolled ada = factors.enrolled(ADA);
        String code = factors.nextCode(ada.secret());
        tenantry.pass(SecondFactorFixture.STEP);
        assertThat(factors.pass(factors.challenge(ADA), code).user().id())
                .isEqualTo(ada.by().user());

        String old = factors.nextCode(ada.secret());
        tenantry.pass(SecondFactorFixture.STEP.multipliedBy(2));
        SecretToken challenge = factors.challenge(ADA);
        assertThatThrownBy(() -> factors.pass(challenge, old)).isInstanceOf(InvalidCode.class);
    }

    @Test
    void R6_5_1_a_code_of_the_generator_works_once_also_in_parallel() throws Exception {
        Enrolled ada = factors.enrolled(ADA);
        String code = factors.nextCode(ada.secret());
        List<SecretToken> challenges = challenges(20);

        List<Object> outcomes = InParallel.outcomes(20, number -> factors.pass(challenges.get(number), code));

        assertThat(outcomes).filteredOn(SignedIn.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !(outcome instanceof SignedIn))
                .allMatch(outcome -> outcome instanceof InvalidCode || outcome instanceof Throttled);
    }

    @Test
    void R6_5_1_a_recovery_code_works_once_also_in_parallel() throws Exception {
        Enrolled ada = factors.enrolled(ADA);
        String code = ada.codes().get(0).value();
        List<SecretToken> challenges = challenges(20);

        List<Object> outcomes = InParallel.outcomes(20, number -> factors.pass(challenges.get(number), code));

        assertThat(outcomes).filteredOn(SignedIn.class::isInstance).hasSize(1);
        assertThat(factors.factors(ada.by().user()).recoveryCodesLeft()).isEqualTo(RecoveryCode.COUNT - 1);
    }

    @Test
    void R_E10_a_challenge_opens_one_session_though_different_codes_are_right_at_once() throws Exception {
        Enrolled ada = factors.enrolled(ADA);
        SecretToken challenge = factors.challenge(ADA);

        List<Object> outcomes = InParallel.outcomes(
                10, number -> factors.pass(challenge, ada.codes().get(number).value()));

        assertThat(outcomes).filteredOn(SignedIn.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(InvalidCode.class::isInstance).hasSize(9);
        assertThat(factors.factors(ada.by().user()).recoveryCodesLeft()).isEqualTo(RecoveryCode.COUNT - 1);
    }

    @Test
    void R_T4_after_five_wrong_codes_the_challenge_is_dead_for_the_right_one() {
        Enrolled ada = factors.enrolled(ADA);
        SecretToken challenge = factors.challenge(ADA);
        guess(ada, challenge, 5);

        assertThatThrownBy(() -> factors.pass(challenge, factors.nextCode(ada.secret())))
                .isInstanceOf(InvalidCode.class);
    }

    @Test
    void R_T4_four_wrong_codes_leave_it_alive() {
        Enrolled ada = factors.enrolled(ADA);
        SecretToken challenge = factors.challenge(ADA);
        guess(ada, challenge, 4);

        assertThat(factors.pass(challenge, factors.nextCode(ada.secret()))
                        .user()
                        .id())
                .isEqualTo(ada.by().user());
    }

    @Test
    void R_T4_the_five_tries_stay_though_limits_are_switched_off() {
        TenantryFixture unlimited = new TenantryFixture(Policies.STANDARD.withRateLimits(false));
        SecondFactorFixture there = new SecondFactorFixture(unlimited);
        Enrolled ada = there.enrolled(ADA);
        SecretToken challenge = there.challenge(ADA);
        for (int wrong = 0; wrong < 5; wrong++) {
            assertThatThrownBy(() -> there.pass(challenge, there.wrongCode(ada.secret())))
                    .isInstanceOf(InvalidCode.class);
        }

        assertThatThrownBy(() -> there.pass(challenge, there.nextCode(ada.secret())))
                .isInstanceOf(InvalidCode.class);
        assertThat(there.pass(there.challenge(ADA), there.code(ada.secret()))
                        .user()
                        .id())
                .isEqualTo(ada.by().user());
    }

    @Test
    void R_T4_of_wrong_codes_in_parallel_no_more_than_five_are_judged() throws Exception {
        Enrolled ada = factors.enrolled(ADA);
        SecretToken challenge = factors.challenge(ADA);
        String wrong = factors.wrongCode(ada.secret());

        List<Object> outcomes = InParallel.outcomes(20, number -> factors.pass(challenge, wrong));

        assertThat(outcomes).allMatch(InvalidCode.class::isInstance);
        assertThat(factors.timesAudited(AuditAction.MFA_CODE, Outcome.REFUSED)).isEqualTo(5);
    }

    @Test
    void R_T4_ten_wrong_codes_across_challenges_lock_the_account_for_codes_and_passwords() {
        Enrolled ada = factors.enrolled(ADA);
        SecretToken open = factors.challenge(ADA);
        guess(ada, factors.challenge(ADA), 5);
        guess(ada, factors.challenge(ADA), 5);

        assertThatThrownBy(() -> factors.pass(open, factors.nextCode(ada.secret())))
                .isInstanceOf(Throttled.class);
        assertThatThrownBy(() -> factors.pass(open, ada.codes().get(0).value())).isInstanceOf(Throttled.class);
        assertThatThrownBy(() -> tenantry.signIn(ADA)).isInstanceOf(Throttled.class);
        assertThat(factors.factors(ada.by().user()).recoveryCodesLeft()).isEqualTo(RecoveryCode.COUNT);
        assertThat(factors.notices()).containsOnlyOnce(MailKind.ACCOUNT_LOCKED);
    }

    @Test
    void R_T4_a_right_password_between_them_forgets_no_wrong_code() {
        Enrolled ada = factors.enrolled(ADA);
        for (int wrong = 0; wrong < 10; wrong++) {
            guess(ada, factors.challenge(ADA), 1);
        }

        assertThatThrownBy(() -> tenantry.signIn(ADA)).isInstanceOf(Throttled.class);
    }

    @Test
    void R_T4_of_wrong_codes_in_parallel_across_challenges_no_more_than_ten_are_judged() throws Exception {
        Enrolled ada = factors.enrolled(ADA);
        List<SecretToken> challenges = challenges(20);
        String wrong = factors.wrongCode(ada.secret());

        List<Object> outcomes = InParallel.outcomes(40, number -> factors.pass(challenges.get(number / 2), wrong));

        assertThat(outcomes).filteredOn(InvalidCode.class::isInstance).hasSize(10);
        assertThat(outcomes).filteredOn(Throttled.class::isInstance).hasSize(30);
        assertThat(factors.timesAudited(AuditAction.MFA_CODE, Outcome.REFUSED)).isEqualTo(10);
    }

    @Test
    void R_N2_a_right_code_forgets_the_wrong_ones_and_a_lock_ends_by_itself() {
        Enrolled ada = factors.enrolled(ADA);
        guess(ada, factors.challenge(ADA), 4);
        guess(ada, factors.challenge(ADA), 4);
        factors.pass(factors.challenge(ADA), factors.nextCode(ada.secret()));
        guess(ada, factors.challenge(ADA), 4);
        guess(ada, factors.challenge(ADA), 4);
        SecretToken open = factors.challenge(ADA);
        guess(ada, factors.challenge(ADA), 2);
        assertThatThrownBy(() -> factors.pass(open, factors.nextCode(ada.secret())))
                .isInstanceOf(Throttled.class);

        tenantry.pass(Duration.ofMinutes(1));

        assertThat(factors.pass(open, factors.code(ada.secret())).user().id())
                .isEqualTo(ada.by().user());
    }

    private List<SecretToken> challenges(int count) {
        return Stream.generate(() -> factors.challenge(ADA)).limit(count).toList();
    }

    private void guess(Enrolled ada, SecretToken challenge, int times) {
        for (int wrong = 0; wrong < times; wrong++) {
            assertThatThrownBy(() -> factors.pass(challenge, factors.wrongCode(ada.secret())))
                    .isInstanceOf(InvalidCode.class);
        }
    }
}
