package io.tenantry.domain.membership;

import io.tenantry.domain.user.User;

/** A member of a tenant, with who they are. */
public record Member(User user, Membership membership) {}
