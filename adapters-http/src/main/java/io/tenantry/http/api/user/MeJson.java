package io.tenantry.http.api.user;

import io.tenantry.domain.membership.TenantMembership;
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
        String createdAt,
        TenantJson tenant,
        String role,
        List<MembershipJson> memberships) {
    static MeJson of(Self self) {
        User user = self.user();
        return new MeJson(
                user.id().toString(),
                user.email().value(),
                user.emailVerified(),
                user.name().first().orElse(null),
                user.name().last().orElse(null),
                user.name().full(),
                Json.time(user.createdAt()),
                self.current().map(in -> TenantJson.of(in.tenant())).orElse(null),
                self.current().map(in -> in.role().word()).orElse(null),
                self.memberships().stream().map(MembershipJson::of).toList());
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
