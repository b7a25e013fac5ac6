package io.tenantry.http.api.user;

import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.mfa.Factors;
import io.tenantry.domain.user.PhoneNumber;
import io.tenantry.domain.user.User;
import io.tenantry.domain.user.WhoAmI.Self;
import io.tenantry.http.api.tenant.TenantJson;
import io.tenantry.http.wire.Json;
import java.util.List;

/** The answer of {@code GET /api/v1/me}. */
record MeJson(
        String id,
        String email,
        boolean emailVerified,
        String firstName,
        String lastName,
        String fullName,
        String phone,
        String createdAt,
        boolean operator,
        ProfileJson profile,
        MfaJson mfa,
        TenantJson tenant,
        String role,
        List<MembershipJson> memberships) {
    static MeJson of(Self self, AvatarUrls avatarUrls) {
        User user = self.user();
        return new MeJson(
                user.id().toString(),
                user.email().value(),
                user.emailVerified(),
                user.name().first().orElse(null),
                user.name().last().orElse(null),
                user.name().full(),
                self.profile().phone().map(PhoneNumber::value).orElse(null),
                Json.time(user.createdAt()),
                user.operator(),
                ProfileJson.of(
                        self.profile(), avatarUrls.of(user.id(), self.profile().avatar())),
                MfaJson.of(self.factors()),
                self.current().map(in -> TenantJson.of(in.tenant())).orElse(null),
                self.current().map(in -> in.role().word()).orElse(null),
                self.memberships().stream().map(MembershipJson::of).toList());
    }

    record MfaJson(boolean totp, int recoveryCodesLeft, int passkeys) {
        static MfaJson of(Factors factors) {
            return new MfaJson(factors.totp(), factors.recoveryCodesLeft(), factors.passkeys());
        }
    }

    record MembershipJson(TenantJson tenant, String role, String joinedAt) {
        static MembershipJson of(TenantMembership in) {
            return new MembershipJson(
                    TenantJson.of(in.tenant()),
                    in.role().word(),
                    Json.time(in.membership().joinedAt()));
        }
    }
}
