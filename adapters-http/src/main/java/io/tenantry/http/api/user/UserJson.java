package io.tenantry.http.api.user;

import io.tenantry.domain.user.User;

/** Who somebody is, as an answer to a sign-in shows it; names that are not known are null. */
public record UserJson(
        String id, String email, boolean emailVerified, String firstName, String lastName, String fullName) {
    public static UserJson of(User user) {
        return new UserJson(
                user.id().toString(),
                user.email().value(),
                user.emailVerified(),
                user.name().first().orElse(null),
                user.name().last().orElse(null),
                user.name().full());
    }
}
