package io.tenantry.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.mfa.Factors;
import io.tenantry.domain.mfa.TotpEnrolment;
import io.tenantry.domain.mfa.TotpFixture;
import io.tenantry.domain.passkey.PasskeyFixture;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link io.tenantry.domain.mfa.SecondFactors} must do. */
public abstract class SecondFactorsContract extends PortContract {

    private final Instant now = TimeFixture.now();

    @Test
    void a_generator_comes_back_equal_before_and_after_it_was_shown_to_work() {
        UserId user = storedUser().id();
        assertThat(totp(user)).isEmpty();

        TotpEnrolment begun = stored(TotpFixture.begun(user));
        assertThat(totp(user)).contains(begun);
        assertThat(held(user)).contains(begun);

        TotpEnrolment confirmed = stored(begun.confirmed(59_000_000, now));
        assertThat(totp(user)).contains(confirmed);
        assertThat(held(user)).contains(confirmed);
    }

    @Test
    void a_generator_takes_the_place_of_the_one_before() {
        UserId user = storedUser().id();
        stored(TotpFixture.confirmed(user));

        TotpEnrolment next = stored(TotpFixture.begunAt(now.plusSeconds(1), user));

        assertThat(totp(user)).contains(next);
    }

    @Test
    void a_generator_is_removed_once_and_nobody_elses_with_it() {
        UserId user = storedUser().id();
        stored(TotpFixture.confirmed(user));
        TotpEnrolment anothers = stored(TotpFixture.confirmed(storedUser().id()));

        assertThat(removeTotp(user)).isTrue();

        assertThat(removeTotp(user)).isFalse();
        assertThat(totp(user)).isEmpty();
        assertThat(totp(anothers.user())).contains(anothers);
    }

    @Test
    void R_T2_who_holds_a_generator_second_sees_the_step_that_the_first_accepted() throws Exception {
        TotpEnrolment enrolment = stored(TotpFixture.confirmed(storedUser().id()));

        Optional<TotpEnrolment> seen = InParallel.secondWaits(
                midst -> doOutside(() -> {
                    ports().secondFactors().hold(enrolment.user());
                    midst.run();
                    ports().secondFactors().store(enrolment.used(99));
                }),
                () -> held(enrolment.user()));

        assertThat(seen).contains(enrolment.used(99));
    }

    @Test
    void R6_5_1_of_twenty_that_show_one_code_of_a_generator_in_parallel_exactly_one_succeeds() throws Exception {
        TotpEnrolment enrolment = stored(TotpFixture.confirmed(storedUser().id()));

        List<Boolean> accepted = InParallel.run(20, number -> outside(() -> accept(enrolment.user(), 99)));

        assertThat(accepted).containsOnlyOnce(true);
    }

    @Test
    void the_factors_of_a_user_without_a_generator_are_held_as_well() throws Exception {
        UserId user = storedUser().id();
        List<TokenDigest> codes = replaced(user, TotpFixture.recoveryCodes());

        int left = InParallel.secondWaits(
                midst -> doOutside(() -> {
                    ports().secondFactors().hold(user);
                    midst.run();
                    ports().secondFactors().spendRecoveryCode(user, codes.get(0));
                }),
                () -> outside(() -> {
                    ports().secondFactors().hold(user);
                    return ports().secondFactors().recoveryCodesLeft(user);
                }));

        assertThat(left).isEqualTo(9);
    }

    @Test
    void R6_5_1_a_recovery_code_works_once() {
        UserId user = storedUser().id();
        TokenDigest code = replaced(user, TotpFixture.recoveryCodes()).get(3);

        assertThat(spend(user, code)).isTrue();

        assertThat(spend(user, code)).isFalse();
        assertThat(left(user)).isEqualTo(9);
    }

    @Test
    void R6_5_1_of_twenty_that_spend_one_recovery_code_in_parallel_exactly_one_succeeds() throws Exception {
        UserId user = storedUser().id();
        TokenDigest code = replaced(user, TotpFixture.recoveryCodes()).get(0);

        List<Boolean> spent = InParallel.run(20, number -> spend(user, code));

        assertThat(spent).containsOnlyOnce(true);
        assertThat(left(user)).isEqualTo(9);
    }

    @Test
    void a_recovery_code_is_no_use_to_another_user_and_an_unknown_one_to_nobody() {
        UserId user = storedUser().id();
        UserId other = storedUser().id();
        TokenDigest code = replaced(user, TotpFixture.recoveryCodes()).get(0);
        replaced(other, TotpFixture.recoveryCodes());

        assertThat(spend(other, code)).isFalse();
        assertThat(spend(user, TotpFixture.aRecoveryCode())).isFalse();
        assertThat(left(user)).isEqualTo(10);
        assertThat(left(other)).isEqualTo(10);
    }

    @Test
    void a_recovery_code_whose_spending_was_rolled_back_can_be_spent() {
        UserId user = storedUser().id();
        TokenDigest code = replaced(user, TotpFixture.recoveryCodes()).get(0);
        Rollback.of(() -> doOutside(() -> {
            ports().secondFactors().spendRecoveryCode(user, code);
            throw new Rollback();
        }));

        assertThat(spend(user, code)).isTrue();
    }

    @Test
    void new_recovery_codes_take_the_place_of_the_old_ones_and_none_takes_them_away() {
        UserId user = storedUser().id();
        TokenDigest old = replaced(user, TotpFixture.recoveryCodes()).get(0);

        TokenDigest code = replaced(user, TotpFixture.recoveryCodes()).get(0);

        assertThat(left(user)).isEqualTo(10);
        assertThat(spend(user, old)).isFalse();
        assertThat(spend(user, code)).isTrue();
        replaced(user, List.of());
        assertThat(left(user)).isZero();
    }

    @Test
    void of_parallel_replacements_the_codes_of_exactly_one_are_left() throws Exception {
        UserId user = storedUser().id();

        InParallel.run(10, number -> replaced(user, TotpFixture.recoveryCodes()));

        assertThat(left(user)).isEqualTo(10);
    }

    @Test
    void R_E2_what_was_set_up_before_a_moment_is_removed_and_nothing_else() {
        UserId older = storedUser().id();
        UserId newer = storedUser().id();
        stored(TotpFixture.begunAt(now.minusSeconds(1), older));
        TotpEnrolment stays = stored(TotpFixture.begunAt(now, newer));
        doOutside(() -> {
            ports().secondFactors().replaceRecoveryCodes(older, TotpFixture.recoveryCodes(), now.minusSeconds(1));
            ports().secondFactors().replaceRecoveryCodes(newer, TotpFixture.recoveryCodes(), now);
        });

        removeOlder(newer, now);
        assertThat(totp(older)).as("another user's").isPresent();
        removeOlder(older, now);

        assertThat(totp(older)).isEmpty();
        assertThat(left(older)).isZero();
        assertThat(totp(newer)).contains(stays);
        assertThat(left(newer)).isEqualTo(10);
    }

    @Test
    void R_E2_all_that_was_ever_set_up_is_removed() {
        UserId user = storedUser().id();
        stored(TotpFixture.confirmed(user));
        replaced(user, TotpFixture.recoveryCodes());

        removeOlder(user, Instant.MAX);

        assertThat(totp(user)).isEmpty();
        assertThat(left(user)).isZero();
    }

    @Test
    void all_that_a_user_has_is_told_in_one_look_but_for_a_generator_that_was_not_shown_to_work() {
        UserId user = storedUser().id();
        assertThat(factors(user)).isEqualTo(Factors.NONE);

        stored(TotpFixture.begun(user));
        assertThat(factors(user)).isEqualTo(Factors.NONE);

        stored(TotpFixture.confirmed(user));
        replaced(user, TotpFixture.recoveryCodes());
        doOutside(() -> ports().passkeys().add(PasskeyFixture.of(user)));
        doOutside(() -> ports().passkeys().add(PasskeyFixture.of(user)));
        assertThat(factors(user)).isEqualTo(new Factors(true, 10, 2));
    }

    @Test
    void a_generator_that_works_is_seen_in_the_users_identity_within_a_second_and_so_is_its_removal() {
        User user = storedUser();
        factorsBecome(user, Factors.NONE);
        TotpEnrolment begun = stored(TotpFixture.begun(user.id()));
        factorsBecome(user, Factors.NONE);

        stored(begun.confirmed(1, now));
        factorsBecome(user, new Factors(true, 0, 0));

        removeTotp(user.id());
        factorsBecome(user, Factors.NONE);
    }

    @Test
    void the_recovery_codes_left_are_seen_in_the_users_identity_within_a_second() {
        User user = storedUser();
        factorsBecome(user, Factors.NONE);

        List<TokenDigest> codes = replaced(user.id(), TotpFixture.recoveryCodes());
        factorsBecome(user, new Factors(false, 10, 0));

        spend(user.id(), codes.get(0));
        factorsBecome(user, new Factors(false, 9, 0));

        removeOlder(user.id(), Instant.MAX);
        factorsBecome(user, Factors.NONE);
    }

    private Factors factors(UserId user) {
        return outside(() -> ports().secondFactors().of(user));
    }

    private boolean accept(UserId user, long step) {
        TotpEnrolment held = ports().secondFactors().hold(user).orElseThrow();
        if (held.lastStep() >= step) {
            return false;
        }
        ports().secondFactors().store(held.used(step));
        return true;
    }

    private TotpEnrolment stored(TotpEnrolment enrolment) {
        doOutside(() -> ports().secondFactors().store(enrolment));
        return enrolment;
    }

    private Optional<TotpEnrolment> totp(UserId user) {
        return outside(() -> ports().secondFactors().totp(user));
    }

    private Optional<TotpEnrolment> held(UserId user) {
        return outside(() -> ports().secondFactors().hold(user));
    }

    private boolean removeTotp(UserId user) {
        return outside(() -> ports().secondFactors().removeTotp(user));
    }

    private List<TokenDigest> replaced(UserId user, List<TokenDigest> codes) {
        doOutside(() -> ports().secondFactors().replaceRecoveryCodes(user, codes, now));
        return codes;
    }

    private int left(UserId user) {
        return outside(() -> ports().secondFactors().recoveryCodesLeft(user));
    }

    private boolean spend(UserId user, TokenDigest code) {
        return outside(() -> ports().secondFactors().spendRecoveryCode(user, code));
    }

    private void removeOlder(UserId user, Instant before) {
        doOutside(() -> ports().secondFactors().removeOlder(user, before));
    }

    private void factorsBecome(User user, Factors wanted) {
        Soon.become(() -> ports().identities().of(user.id()).orElseThrow().factors(), wanted);
    }
}
