package io.tenantry.domain.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.mfa.MfaMethod;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DomainFailureTest {

    private static final Duration LATER = Duration.ofSeconds(5);

    private static final SecretToken CHALLENGE = new SecretToken("the challenge's secret");

    private static final List<DomainFailure> ALL = List.of(
            new AccountDisabled(),
            new AccountExists(),
            new AlreadyEnrolled(),
            new AlreadyInvited(),
            new AlreadyMember(),
            new AnswerLost(),
            new ApiKeyNotActive(),
            new DomainTaken(),
            new EmailNotVerified(),
            new EmailTaken(),
            new Forbidden(),
            new IdempotencyKeyReused(),
            new IdentityTaken(),
            new InvalidCode(),
            new InvalidCredentials(),
            new InvalidInput(InvalidInput.EMAIL, FieldProblem.INVALID_EMAIL),
            new InvalidOneTimeToken(),
            new InvalidPasskey(),
            new InvalidRefreshToken(),
            new InvitationClosed(),
            new LastOwner(),
            new LastSignInMethod(),
            new LimitReached(),
            new MfaEnrollmentRequired(),
            new MfaRequired(CHALLENGE, Set.of(MfaMethod.TOTP)),
            new NotFound(),
            new NotRestorable(),
            new Overloaded(LATER),
            new PrimaryDomain(),
            new RequestUnderWay(),
            new SecondFactorNeeded(),
            new SignupClosed(),
            new SlugTaken(),
            new SocialSignInFailed(),
            new TenantNotActive(),
            new Throttled(LATER),
            new TxtRecordMissing(),
            new Unauthenticated(),
            new Unavailable(LATER),
            new WrongAccount());

    @Test
    void the_failures_are_sealed_and_each_final() {
        assertThat(DomainFailure.class.isSealed()).isTrue();
        assertThat(ALL)
                .extracting(Object::getClass)
                .containsExactlyInAnyOrder(DomainFailure.class.getPermittedSubclasses());
        assertThat(ALL).allMatch(failure -> Modifier.isFinal(failure.getClass().getModifiers()));
    }

    @Test
    void each_has_a_code_in_snake_case_and_a_text() {
        assertThat(ALL).allMatch(failure -> failure.code().matches("[a-z]+(_[a-z]+)*"));
        assertThat(ALL).allMatch(failure -> !failure.getMessage().isBlank());
    }

    @Test
    void codes_stay_as_they_are() {
        assertThat(ALL)
                .extracting(DomainFailure::code)
                .containsExactly(
                        "account_disabled",
                        "account_exists",
                        "conflict",
                        "conflict",
                        "conflict",
                        "answer_lost",
                        "conflict",
                        "conflict",
                        "email_not_verified",
                        "email_taken",
                        "forbidden",
                        "idempotency_key_reused",
                        "conflict",
                        "invalid_code",
                        "unauthenticated",
                        "validation_failed",
                        "invalid_token",
                        "invalid_passkey",
                        "unauthenticated",
                        "conflict",
                        "last_owner",
                        "conflict",
                        "limit_reached",
                        "mfa_enrollment_required",
                        "mfa_required",
                        "not_found",
                        "conflict",
                        "overloaded",
                        "conflict",
                        "request_under_way",
                        "conflict",
                        "signup_closed",
                        "slug_taken",
                        "social_sign_in_failed",
                        "tenant_suspended",
                        "throttled",
                        "txt_record_missing",
                        "unauthenticated",
                        "unavailable",
                        "wrong_account");
    }

    @Test
    void a_refusal_carries_no_stack_trace() {
        assertThat(ALL).allMatch(failure -> failure.getStackTrace().length == 0);
    }

    @Test
    void what_helps_after_a_while_says_after_which_and_keeps_its_cause() {
        IllegalStateException cause = new IllegalStateException();

        assertThat(new Overloaded(LATER).retryAfter()).isEqualTo(LATER);
        assertThat(new Unavailable(LATER).retryAfter()).isEqualTo(LATER);
        assertThat(new Throttled(LATER).retryAfter()).isEqualTo(LATER);
        assertThat(new Overloaded(LATER, cause)).hasCause(cause);
        assertThat(new Unavailable(LATER, cause)).hasCause(cause);
        assertThat(new Overloaded(LATER, cause).retryAfter()).isEqualTo(LATER);
        assertThat(new Unavailable(LATER, cause).retryAfter()).isEqualTo(LATER);
    }

    @Test
    void R16_2_5_what_the_second_step_is_done_with_is_told_to_the_caller_and_shown_in_no_text() {
        MfaRequired failure = new MfaRequired(CHALLENGE, Set.of(MfaMethod.TOTP, MfaMethod.PASSKEY));

        assertThat(failure.challenge()).isEqualTo(CHALLENGE);
        assertThat(failure.methods()).containsExactlyInAnyOrder(MfaMethod.TOTP, MfaMethod.PASSKEY);
        assertThat(failure.toString()).doesNotContain(CHALLENGE.value());
    }

    @Test
    void problems_keep_their_order_and_cannot_be_changed_afterwards() {
        Map<String, FieldProblem> problems = new LinkedHashMap<>();
        problems.put("z", FieldProblem.REQUIRED);
        problems.put("a", FieldProblem.TOO_LONG);
        InvalidInput failure = new InvalidInput(problems);

        problems.clear();

        assertThat(failure.problems().keySet()).containsExactly("z", "a");
        assertThat(failure.problems()).isUnmodifiable();
    }

    @Test
    void an_input_without_a_problem_is_not_invalid() {
        assertThatIllegalArgumentException().isThrownBy(() -> new InvalidInput(Map.of()));
    }
}
