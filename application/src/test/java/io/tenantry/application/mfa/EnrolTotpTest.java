package io.tenantry.application.mfa;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.InParallel;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.mfa.SecondFactorFixture.Enrolled;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.audit.AuditEvent;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.failure.AlreadyEnrolled;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mfa.RecoveryCode;
import io.tenantry.domain.mfa.StartTotp;
import io.tenantry.domain.mfa.TotpSecret;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrolTotpTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final SecondFactorFixture factors = new SecondFactorFixture(tenantry);

    @Test
    void a_secret_is_shown_with_the_account_that_it_is_for() {
        Principal ada = factors.newcomer(ADA);

        StartTotp.Started started = start(ada, Optional.of(PASSWORD));

        assertThat(started.account()).isEqualTo(ADA);
        assertThat(started.secret().bytes()).hasSize(20);
        assertThat(factors.factors(ada.user()).any()).isFalse();
    }

    @Test
    void R7_5_1_it_needs_the_password_again() {
        Principal ada = factors.newcomer(ADA);

        assertProblem("password", FieldProblem.WRONG_PASSWORD, () -> start(ada, Optional.of(new Password("wrong"))));
        assertProblem("password", FieldProblem.REQUIRED, () -> start(ada, Optional.empty()));
    }

    @Test
    void R_T5_the_first_code_ends_it_and_gives_ten_recovery_codes() {
        Principal ada = factors.newcomer(ADA);
        TotpSecret secret = factors.start(ada);

        List<RecoveryCode> codes = factors.confirm(ada, factors.code(secret));

        assertThat(codes).hasSize(10).extracting(RecoveryCode::value).doesNotHaveDuplicates();
        assertThat(factors.factors(ada.user()).totp()).isTrue();
        assertThat(factors.factors(ada.user()).recoveryCodesLeft()).isEqualTo(10);
    }

    @Test
    void R7_4_3_it_ends_the_other_sessions_and_makes_this_one_one_of_two_factors() {
        Principal ada = factors.newcomer(ADA);
        Principal elsewhere = tenantry.authenticate(tenantry.signIn(ADA));

        factors.enroll(ada);

        assertThat(factors.isLive(elsewhere)).isFalse();
        assertThat(factors.isLive(ada)).isTrue();
        assertThat(factors.session(ada).secondFactor()).isTrue();
    }

    @Test
    void R6_3_7_the_user_is_told_and_it_is_noted_without_any_secret() {
        Enrolled ada = factors.enrolled(ADA);

        assertThat(factors.notices()).containsExactly(MailKind.TOTP_ADDED);
        AuditEvent event = factors.audited(AuditAction.TOTP_ADDED);
        assertThat(event.subject()).contains(ada.by().user());
        assertThat(event.data()).isEmpty();
        assertThat(event.device()).isEqualTo(SecondFactorFixture.PHONE);
    }

    @Test
    void an_operator_is_one_in_this_session_from_now_on() {
        SignedIn signedIn = tenantry.signIn(tenantry.registerVerifiedUser(ADA).email());
        Principal before = tenantry.authenticate(signedIn);
        factors.appoint(before.user());
        assertThat(tenantry.authenticate(signedIn).operator()).isFalse();

        factors.enroll(before);

        assertThat(tenantry.authenticate(signedIn).operator()).isTrue();
    }

    @Test
    void R_T5_beginning_again_gives_another_secret_and_the_first_serves_no_more() {
        Principal ada = factors.newcomer(ADA);
        TotpSecret first = factors.start(ada);
        TotpSecret second = factors.start(ada);

        assertThat(second).isNotEqualTo(first);
        assertProblem("code", FieldProblem.WRONG_CODE, () -> factors.confirm(ada, factors.code(first)));
        assertThat(factors.confirm(ada, factors.code(second))).hasSize(10);
    }

    @Test
    void who_has_a_generator_that_works_cannot_set_up_another() {
        Enrolled ada = factors.enrolled(ADA);

        assertThatThrownBy(() -> factors.start(ada.by())).isInstanceOf(AlreadyEnrolled.class);
        assertThatThrownBy(() -> factors.confirm(ada.by(), factors.nextCode(ada.secret())))
                .isInstanceOf(AlreadyEnrolled.class);
    }

    @Test
    void without_a_beginning_no_code_is_right() {
        Principal ada = factors.newcomer(ADA);

        assertProblem("code", FieldProblem.WRONG_CODE, () -> factors.confirm(ada, "123456"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "000000", "12345\0", "\uff11\uff12\uff13\uff14\uff15\uff16", "aaaa-aaaa-aaaa-aaaa-aaaa-aaaa"
            })
    void R_T6_whatever_is_typed_is_refused_as_a_wrong_code(String code) {
        Principal ada = factors.newcomer(ADA);
        factors.start(ada);

        assertProblem("code", FieldProblem.WRONG_CODE, () -> factors.confirm(ada, code));
        assertThat(factors.factors(ada.user()).any()).isFalse();
    }

    @Test
    void R_T4_ten_wrong_codes_lock_the_account() {
        Principal ada = factors.newcomer(ADA);
        TotpSecret secret = factors.start(ada);
        for (int wrong = 0; wrong < 10; wrong++) {
            assertProblem("code", FieldProblem.WRONG_CODE, () -> factors.confirm(ada, factors.wrongCode(secret)));
        }

        assertThatThrownBy(() -> factors.confirm(ada, factors.code(secret))).isInstanceOf(Throttled.class);
        assertThatThrownBy(() -> tenantry.signIn(ADA)).isInstanceOf(Throttled.class);
    }

    @Test
    void R_E10_of_parallel_confirmations_one_gives_codes() throws Exception {
        Principal ada = factors.newcomer(ADA);
        String code = factors.code(factors.start(ada));

        List<Object> outcomes = InParallel.outcomes(10, number -> factors.confirm(ada, code));

        assertThat(outcomes).filteredOn(List.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(AlreadyEnrolled.class::isInstance).hasSize(9);
    }

    @Test
    void R_E8_a_beginning_serves_its_own_user_alone() {
        Principal ada = factors.newcomer(ADA);
        Principal grace = factors.newcomer(GRACE);
        TotpSecret secret = factors.start(ada);

        assertProblem("code", FieldProblem.WRONG_CODE, () -> factors.confirm(grace, factors.code(secret)));
    }

    @Test
    void R_E8_a_session_that_has_ended_confirms_nothing() {
        Principal ada = factors.newcomer(ADA);
        TotpSecret secret = factors.start(ada);
        tenantry.requestReset(ADA);
        tenantry.resetPassword(tenantry.mailed(MailKind.RESET_PASSWORD), new Password("quite another one"));

        assertThatThrownBy(() -> factors.confirm(ada, factors.code(secret))).isInstanceOf(Unauthenticated.class);
    }

    private StartTotp.Started start(Principal by, Optional<Password> password) {
        return factors.mfa().startTotp().start(new StartTotp.Command(by, password, Device.UNKNOWN));
    }

    private static void assertProblem(String field, FieldProblem problem, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.problems()).isEqualTo(Map.of(field, problem)));
    }
}
