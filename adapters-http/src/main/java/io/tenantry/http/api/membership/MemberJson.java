package io.tenantry.http.api.membership;

import io.tenantry.domain.membership.Member;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.user.User;
import io.tenantry.http.wire.Json;

/**
 * A member of a tenant, as the others see them.
 *
 * @param lastSeenAt when they last signed in to the tenant or switched to it; null if never
 */
record MemberJson(String userId, String email, String fullName, String role, String joinedAt, String lastSeenAt) {
    static MemberJson of(Member member) {
        User user = member.user();
        Membership membership = member.membership();
        return new MemberJson(
                user.id().toString(),
                user.email().value(),
                user.name().full(),
                membership.role().word(),
                Json.time(membership.joinedAt()),
                membership.lastUsedAt().map(Json::time).orElse(null));
    }
}
