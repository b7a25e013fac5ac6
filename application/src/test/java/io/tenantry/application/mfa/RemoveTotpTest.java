package io.tenantry.application.mfa;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.InParallel;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.inmemory.InMemoryAuthenticator;
import io.tenantry.application.mfa.SecondFactorFixture.Enrolled;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.SecondFactorNeeded;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.mail.MailKind;
import io.tenantry.domain.mfa.Factors;
import io.tenantry.domain.mfa.RemoveTotp;
import io.tenantry.domain.session.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RemoveTotpTest {

    private final TenantryFixture tenantry = new TenantryFixture();
    private final SecondFactorFixture factors = new SecondFactorFixture(tenantry);
    private final Enrolled ada = factors.enrolled(ADA);

    @Test
    void R_T5_password_and_code_take_it_away_and_the_recovery_codes_with_it() {
        remove(PASSWORD, factors.nextCode(ada.secret()));

        assertThat(factors.factors(ada.by().user())).isEqualTo(Factors.NONE);
        assertThat(tenantry.signIn(ADA).user().id()).isEqualTo(ada.by().user());
    }

    @Test
    void a_recovery_code_takes_it_away_from_who_has_lost_the_generator() {
        remove(PASSWORD, ada.codes().get(0).value());

        assertThat(factors.factors(ada.by().user())).isEqualTo(Factors.NONE);
    }

    @Test
    void R_T5_password_alone_does_not() {
        assertProblem("code", FieldProblem.WRONG_CODE, () -> remove(PASSWORD, factors.wrongCode(ada.secret())));
        assertProblem("code", FieldProblem.WRONG_CODE, () -> remove(PASSWORD, ""));
        assertThat(factors.factors(ada.by().user()).totp()).isTrue();
    }

    @Test
    void R7_5_1_a_code_alone_does_not_and_is_not_used_up() {
        String code = factors.nextCode(ada.secret());
        assertProblem("password", FieldProblem.WRONG_PASSWORD, () -> remove(new Password("wrong"), code));

        remove(PASSWORD, code);
        assertThat(factors.factors(ada.by().user()).totp()).isFalse();
    }

    @Test
    void R_T2_a_code_that_signed_in_does_not_take_it_away() {
        String code = factors.nextCode(ada.secret());
        factors.pass(factors.challenge(ADA), code);

        assertProblem("code", FieldProblem.WRONG_CODE, () -> remove(PASSWORD, code));
    }

    @Test
    void R7_4_3_the_other_sessions_end() {
        Principal elsewhere =
                tenantry.authenticate(factors.pass(factors.challenge(ADA), factors.nextCode(ada.secret())));

        remove(PASSWORD, factors.nextCode(ada.secret()));

        assertThat(factors.isLive(elsewhere)).isFalse();
        assertThat(factors.isLive(ada.by())).isTrue();
    }

    @Test
    void R6_3_7_the_user_is_told_and_it_is_noted() {
        factors.notices();

        remove(PASSWORD, factors.nextCode(ada.secret()));

        assertThat(factors.notices()).containsExactly(MailKind.TOTP_REMOVED);
        assertThat(factors.audited(AuditAction.TOTP_REMOVED).subject())
                .contains(ada.by().user());
    }

    @Test
    void R_T4_wrong_codes_count_towards_the_lock() {
        for (int wrong = 0; wrong < 10; wrong++) {
            assertProblem("code", FieldProblem.WRONG_CODE, () -> remove(PASSWORD, factors.wrongCode(ada.secret())));
        }

        assertThatThrownBy(() -> remove(PASSWORD, factors.nextCode(ada.secret())))
                .isInstanceOf(Throttled.class);
    }

    @Test
    void an_operator_cannot_be_without_a_second_factor() {
        factors.appoint(ada.by().user());

        assertThatThrownBy(() -> remove(PASSWORD, factors.nextCode(ada.secret())))
                .isInstanceOf(SecondFactorNeeded.class);
        assertThat(factors.factors(ada.by().user()).totp()).isTrue();
    }

    @Test
    void an_operator_who_has_a_passkey_can_do_without_and_keeps_the_recovery_codes() {
        factors.appoint(ada.by().user());
        factors.addPasskey(
                ada.by(), new InMemoryAuthenticator(), "Telephone", Optional.of(factors.nextCode(ada.secret())));

        remove(PASSWORD, factors.nextCode(ada.secret()));

        assertThat(factors.factors(ada.by().user())).isEqualTo(new Factors(false, 10, 1));
    }

    @Test
    void what_is_not_there_cannot_be_taken_away() {
        remove(PASSWORD, factors.nextCode(ada.secret()));
        factors.start(ada.by());

        assertProblem("code", FieldProblem.WRONG_CODE, () -> remove(PASSWORD, factors.code(ada.secret())));
    }

    @Test
    void R_E10_of_parallel_removals_one_is_told() throws Exception {
        factors.notices();

        List<Object> outcomes = InParallel.outcomes(8, number -> {
            remove(PASSWORD, ada.codes().get(number).value());
            return "removed";
        });

        assertThat(outcomes).filteredOn("removed"::equals).hasSize(1);
        assertThat(factors.notices()).containsOnlyOnce(MailKind.TOTP_REMOVED);
    }

    private void remove(Password password, String code) {
        factors.mfa()
                .removeTotp()
                .remove(new RemoveTotp.Command(ada.by(), Optional.of(password), code, SecondFactorFixture.PHONE));
    }

    private static void assertProblem(String field, FieldProblem problem, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.problems()).isEqualTo(Map.of(field, problem)));
    }
}
