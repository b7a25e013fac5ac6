package io.tenantry.http;

import io.tenantry.domain.credential.SecretToken;
import io.tenantry.domain.failure.AccountDisabled;
import io.tenantry.domain.failure.AccountExists;
import io.tenantry.domain.failure.AlreadyEnrolled;
import io.tenantry.domain.failure.AlreadyInvited;
import io.tenantry.domain.failure.AlreadyMember;
import io.tenantry.domain.failure.AnswerLost;
import io.tenantry.domain.failure.ApiKeyNotActive;
import io.tenantry.domain.failure.DomainFailure;
import io.tenantry.domain.failure.DomainTaken;
import io.tenantry.domain.failure.EmailNotVerified;
import io.tenantry.domain.failure.EmailTaken;
import io.tenantry.domain.failure.FieldProblem;
import io.tenantry.domain.failure.Forbidden;
import io.tenantry.domain.failure.IdempotencyKeyReused;
import io.tenantry.domain.failure.IdentityTaken;
import io.tenantry.domain.failure.InvalidCode;
import io.tenantry.domain.failure.InvalidCredentials;
import io.tenantry.domain.failure.InvalidInput;
import io.tenantry.domain.failure.InvalidOneTimeToken;
import io.tenantry.domain.failure.InvalidPasskey;
import io.tenantry.domain.failure.InvalidRefreshToken;
import io.tenantry.domain.failure.InvitationClosed;
import io.tenantry.domain.failure.LastOwner;
import io.tenantry.domain.failure.LastSignInMethod;
import io.tenantry.domain.failure.LimitReached;
import io.tenantry.domain.failure.MfaEnrollmentRequired;
import io.tenantry.domain.failure.MfaRequired;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.failure.NotRestorable;
import io.tenantry.domain.failure.Overloaded;
import io.tenantry.domain.failure.PrimaryDomain;
import io.tenantry.domain.failure.RequestUnderWay;
import io.tenantry.domain.failure.SecondFactorNeeded;
import io.tenantry.domain.failure.SignupClosed;
import io.tenantry.domain.failure.SlugTaken;
import io.tenantry.domain.failure.SocialSignInFailed;
import io.tenantry.domain.failure.TenantNotActive;
import io.tenantry.domain.failure.Throttled;
import io.tenantry.domain.failure.TxtRecordMissing;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.failure.Unavailable;
import io.tenantry.domain.failure.WrongAccount;
import io.tenantry.domain.mfa.MfaMethod;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** One of every refusal of the core. */
public final class FailureFixture {
    public static final List<DomainFailure> ALL = List.of(
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
            new InvalidInput(InvalidInput.EMAIL, FieldProblem.REQUIRED),
            new InvalidOneTimeToken(),
            new InvalidPasskey(),
            new InvalidRefreshToken(),
            new InvitationClosed(),
            new LastOwner(),
            new LastSignInMethod(),
            new LimitReached(),
            new MfaEnrollmentRequired(),
            new MfaRequired(new SecretToken("challenge"), Set.of(MfaMethod.RECOVERY_CODE, MfaMethod.TOTP)),
            new NotFound(),
            new NotRestorable(),
            new Overloaded(Duration.ofSeconds(1)),
            new PrimaryDomain(),
            new RequestUnderWay(),
            new SecondFactorNeeded(),
            new SignupClosed(),
            new SlugTaken(),
            new SocialSignInFailed(),
            new TenantNotActive(),
            new Throttled(Duration.ofMillis(41_500)),
            new TxtRecordMissing(),
            new Unauthenticated(),
            new Unavailable(Duration.ofSeconds(1)),
            new WrongAccount());

    private FailureFixture() {}
}
