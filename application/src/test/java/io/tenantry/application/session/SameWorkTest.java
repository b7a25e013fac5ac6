package io.tenantry.application.session;

import static io.tenantry.application.TenantryFixture.ADA;
import static io.tenantry.application.TenantryFixture.GRACE;
import static io.tenantry.application.TenantryFixture.PASSWORD;
import static io.tenantry.application.session.SignInFixture.ELSEWHERE;
import static io.tenantry.application.session.SignInFixture.WRONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.application.PortsFixture;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.UseCases;
import io.tenantry.domain.credential.Password;
import io.tenantry.domain.credential.RequestPasswordReset;
import io.tenantry.domain.failure.DomainFailure;
import io.tenantry.domain.failure.InvalidCredentials;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.ResendVerification;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** That what is done for one account is done for any: the same calls of ports in the same order, so that time tells nothing. */
class SameWorkTest {

    private static final EmailAddress NOBODY = EmailAddress.of("nobody@example.org");
    private static final EmailAddress SUSPENDED = EmailAddress.of("suspended@example.org");
    private static final EmailAddress TWO_FACTORS = EmailAddress.of("both@example.org");

    private final TenantryFixture tenantry = new TenantryFixture();
    private final List<String> calls = new ArrayList<>();
    private final UseCases watched =
            PortsFixture.useCases(tenantry.tenantry(), PortsFixture.watched(tenantry.ports(), calls::add));
    private final SignInFixture sessions = new SignInFixture(tenantry, watched);

    SameWorkTest() {
        tenantry.registerVerifiedUser(ADA);
        tenantry.registerUser(GRACE);
        Tenant closed = tenantry.registerCompany("Closed", SUSPENDED).tenant();
        tenantry.change(closed, TenantStatus.SUSPENDED);
        sessions.giveTotp(tenantry.registerVerifiedUser(TWO_FACTORS).id());
        tenantry.tenantry().deliverMail();
    }

    @Test
    void R6_3_8_a_wrong_password_is_the_same_work_for_known_unknown_unverified_and_suspended() {
        List<String> expected = callsOf(() -> sessions.signIn(ADA, WRONG, ELSEWHERE), InvalidCredentials.class);

        for (EmailAddress email : List.of(GRACE, NOBODY, SUSPENDED, TWO_FACTORS)) {
            assertThat(callsOf(() -> sessions.signIn(email, WRONG, ELSEWHERE), InvalidCredentials.class))
                    .as("for %s", email)
                    .isEqualTo(expected);
        }
        assertThat(expected).containsOnlyOnce("Credentials.match");
    }

    @Test
    void R6_3_8_an_empty_and_an_overlong_password_are_the_same_work_as_any_wrong_one() {
        List<String> expected = callsOf(() -> sessions.signIn(ADA, WRONG, ELSEWHERE), InvalidCredentials.class);

        for (String odd : List.of("", "x", "é".repeat(37), "x".repeat(300))) {
            for (EmailAddress email : List.of(ADA, NOBODY)) {
                assertThat(callsOf(
                                () -> sessions.signIn(email, new Password(odd), ELSEWHERE), InvalidCredentials.class))
                        .as("%d characters for %s", odd.length(), email)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void R6_3_8_the_password_that_locks_and_those_that_come_after_are_the_same_work_for_known_and_unknown() {
        sessions.guessWrong(9, ADA, ELSEWHERE);
        sessions.guessWrong(9, NOBODY, ELSEWHERE);

        assertThat(callsOf(() -> sessions.signIn(NOBODY, WRONG, ELSEWHERE), InvalidCredentials.class))
                .isEqualTo(callsOf(() -> sessions.signIn(ADA, WRONG, ELSEWHERE), InvalidCredentials.class));
        List<String> refused = callsOf(() -> sessions.signIn(ADA, PASSWORD, ELSEWHERE), Throttled.class);
        assertThat(callsOf(() -> sessions.signIn(NOBODY, PASSWORD, ELSEWHERE), Throttled.class))
                .isEqualTo(refused);
        assertThat(refused).doesNotContain("Credentials.match");
    }

    @Test
    void R_F1_asking_for_a_new_password_is_the_same_work_for_everybody() {
        List<String> expected = callsOf(() -> requestReset(ADA));

        for (EmailAddress email : List.of(GRACE, NOBODY, SUSPENDED)) {
            assertThat(callsOf(() -> requestReset(email))).as("for %s", email).isEqualTo(expected);
        }
        assertThat(expected).doesNotContain("Users.findByEmail");
    }

    @Test
    void R6_3_8_asking_for_another_verification_mail_is_the_same_work_for_everybody() {
        List<String> expected = callsOf(() -> resend(ADA));

        for (EmailAddress email : List.of(GRACE, NOBODY, SUSPENDED)) {
            assertThat(callsOf(() -> resend(email))).as("for %s", email).isEqualTo(expected);
        }
        assertThat(expected).doesNotContain("Users.findByEmail");
    }

    private void requestReset(EmailAddress email) {
        watched.credentials().requestPasswordReset().request(new RequestPasswordReset.Command(email, ELSEWHERE));
    }

    private void resend(EmailAddress email) {
        watched.users().resendVerification().resend(new ResendVerification.Command(email, ELSEWHERE));
    }

    private List<String> callsOf(ThrowingCallable work, Class<? extends DomainFailure> refusal) {
        return callsOf(() -> assertThatThrownBy(work).isInstanceOf(refusal));
    }

    private List<String> callsOf(Runnable work) {
        calls.clear();
        work.run();
        return List.copyOf(calls);
    }
}
