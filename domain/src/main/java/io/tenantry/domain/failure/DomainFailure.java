package io.tenantry.domain.failure;

/**
 * A refusal. Sealed, so that each contract can be shown to answer every one of them.
 *
 * <p>Carries no stack trace: it is an answer, not a fault, and is thrown on hot paths.
 */
public abstract sealed class DomainFailure extends RuntimeException
        permits AccountDisabled,
                AccountExists,
                AlreadyEnrolled,
                AlreadyInvited,
                AlreadyMember,
                AnswerLost,
                ApiKeyNotActive,
                DomainTaken,
                EmailNotVerified,
                EmailTaken,
                Forbidden,
                IdempotencyKeyReused,
                IdentityTaken,
                InvalidCode,
                InvalidCredentials,
                InvalidInput,
                InvalidOneTimeToken,
                InvalidPasskey,
                InvalidRefreshToken,
                InvitationClosed,
                LastOwner,
                LastSignInMethod,
                LimitReached,
                MfaEnrollmentRequired,
                MfaRequired,
                NotFound,
                NotRestorable,
                Overloaded,
                PrimaryDomain,
                RequestUnderWay,
                SecondFactorNeeded,
                SignupClosed,
                SlugTaken,
                SocialSignInFailed,
                TenantNotActive,
                Throttled,
                TxtRecordMissing,
                Unauthenticated,
                Unavailable,
                WrongAccount {

    private final String code;

    DomainFailure(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    DomainFailure(String code, String message, Throwable cause) {
        super(message, cause, false, false);
        this.code = code;
    }

    /** Stable, in snake_case: what the native API calls this failure. Several failures may share one. */
    public final String code() {
        return code;
    }
}
