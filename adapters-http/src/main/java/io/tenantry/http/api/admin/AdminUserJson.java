package io.tenantry.http.api.admin;

import io.tenantry.domain.user.User;
import io.tenantry.http.wire.Json;

/** A user as an operator sees them. */
record AdminUserJson(
        String id,
        String email,
        String fullName,
        boolean emailVerified,
        boolean operator,
        boolean disabled,
        String createdAt) {
    static AdminUserJson of(User user) {
        return new AdminUserJson(
                user.id().toString(),
                user.email().value(),
                user.name().full(),
                user.emailVerified(),
                user.operator(),
                user.disabled(),
                Json.time(user.createdAt()));
    }
}
