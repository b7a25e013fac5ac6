package io.tenantry.http.wire;

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
import java.util.Map;

/** Which status of HTTP a refusal of the core has, where no contract documents another. */
final class FailureStatus {
    static final Map<Class<? extends DomainFailure>, Integer> ALL = Map.ofEntries(
            Map.entry(InvalidInput.class, 400),
            Map.entry(InvalidOneTimeToken.class, 400),
            Map.entry(InvalidPasskey.class, 400),
            Map.entry(InvalidCode.class, 401),
            Map.entry(InvalidCredentials.class, 401),
            Map.entry(InvalidRefreshToken.class, 401),
            Map.entry(MfaRequired.class, 401),
            Map.entry(SocialSignInFailed.class, 401),
            Map.entry(Unauthenticated.class, 401),
            Map.entry(AccountDisabled.class, 403),
            Map.entry(EmailNotVerified.class, 403),
            Map.entry(Forbidden.class, 403),
            Map.entry(MfaEnrollmentRequired.class, 403),
            Map.entry(SignupClosed.class, 403),
            Map.entry(TenantNotActive.class, 403),
            Map.entry(WrongAccount.class, 403),
            Map.entry(NotFound.class, 404),
            Map.entry(AccountExists.class, 409),
            Map.entry(AlreadyEnrolled.class, 409),
            Map.entry(AlreadyInvited.class, 409),
            Map.entry(AlreadyMember.class, 409),
            Map.entry(AnswerLost.class, 409),
            Map.entry(ApiKeyNotActive.class, 409),
            Map.entry(DomainTaken.class, 409),
            Map.entry(EmailTaken.class, 409),
            Map.entry(IdentityTaken.class, 409),
            Map.entry(InvitationClosed.class, 409),
            Map.entry(LastOwner.class, 409),
            Map.entry(LastSignInMethod.class, 409),
            Map.entry(LimitReached.class, 409),
            Map.entry(NotRestorable.class, 409),
            Map.entry(PrimaryDomain.class, 409),
            Map.entry(RequestUnderWay.class, 409),
            Map.entry(SecondFactorNeeded.class, 409),
            Map.entry(SlugTaken.class, 409),
            Map.entry(TxtRecordMissing.class, 409),
            Map.entry(IdempotencyKeyReused.class, 422),
            Map.entry(Throttled.class, 429),
            Map.entry(Overloaded.class, 503),
            Map.entry(Unavailable.class, 503));

    private FailureStatus() {}

    static int of(Class<? extends DomainFailure> failure) {
        return ALL.getOrDefault(failure, 500);
    }
}
