package io.tenantry.http.wire;

import io.tenantry.domain.failure.AccountExists;
import io.tenantry.domain.failure.AlreadyEnrolled;
import io.tenantry.domain.failure.AlreadyInvited;
import io.tenantry.domain.failure.AlreadyMember;
import io.tenantry.domain.failure.ApiKeyNotActive;
import io.tenantry.domain.failure.DomainFailure;
import io.tenantry.domain.failure.DomainTaken;
import io.tenantry.domain.failure.Forbidden;
import io.tenantry.domain.failure.IdentityTaken;
import io.tenantry.domain.failure.InvalidCode;
import io.tenantry.domain.failure.InvalidPasskey;
import io.tenantry.domain.failure.InvitationClosed;
import io.tenantry.domain.failure.LastOwner;
import io.tenantry.domain.failure.LastSignInMethod;
import io.tenantry.domain.failure.LimitReached;
import io.tenantry.domain.failure.MfaEnrollmentRequired;
import io.tenantry.domain.failure.NotRestorable;
import io.tenantry.domain.failure.PrimaryDomain;
import io.tenantry.domain.failure.SecondFactorNeeded;
import io.tenantry.domain.failure.SocialSignInFailed;
import io.tenantry.domain.failure.TxtRecordMissing;
import io.tenantry.domain.failure.WrongAccount;
import java.util.Map;
import java.util.Set;

/** What a contract documents for a refusal of the core: its status and its words. */
public record Wording(int status, String text) {
    /** What only routes of the native API refuse: no other contract has words of its own for these. */
    public static final Set<Class<? extends DomainFailure>> NATIVE_ONLY = Set.of(
            AccountExists.class,
            AlreadyEnrolled.class,
            AlreadyInvited.class,
            AlreadyMember.class,
            ApiKeyNotActive.class,
            DomainTaken.class,
            Forbidden.class,
            IdentityTaken.class,
            InvalidCode.class,
            InvalidPasskey.class,
            InvitationClosed.class,
            LastOwner.class,
            LastSignInMethod.class,
            LimitReached.class,
            MfaEnrollmentRequired.class,
            NotRestorable.class,
            PrimaryDomain.class,
            SecondFactorNeeded.class,
            SocialSignInFailed.class,
            TxtRecordMissing.class,
            WrongAccount.class);

    /** The contract's words, or where it has none, as for HTTP's own refusals, those that the refusal came with. */
    public static Wording of(Refusal refusal, Map<Class<? extends DomainFailure>, Wording> contract) {
        Wording own = new Wording(refusal.status(), refusal.text());
        return refusal.failure()
                .map(failure -> contract.getOrDefault(failure, own))
                .orElse(own);
    }
}
