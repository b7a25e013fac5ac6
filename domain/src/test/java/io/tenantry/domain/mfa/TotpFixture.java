package io.tenantry.domain.mfa;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Code generators and recovery codes that no other test knows. */
public final class TotpFixture {

    private TotpFixture() {}

    /** Not yet shown to work. */
    public static TotpEnrolment begun(UserId user) {
        return begunAt(TimeFixture.now(), user);
    }

    public static TotpEnrolment begunAt(Instant now, UserId user) {
        return new TotpEnrolment(user, TotpSecret.generate(UniqueFixture.random()), now, Optional.empty(), 0);
    }

    /** Shown to work now, by the code of the first step. */
    public static TotpEnrolment confirmed(UserId user) {
        return begun(user).confirmed(1, TimeFixture.now());
    }

    public static TokenDigest aRecoveryCode() {
        return RecoveryCode.generate(UniqueFixture.random()).digest();
    }

    /** Ten. */
    public static List<TokenDigest> recoveryCodes() {
        return Stream.generate(TotpFixture::aRecoveryCode)
                .limit(RecoveryCode.COUNT)
                .toList();
    }
}
