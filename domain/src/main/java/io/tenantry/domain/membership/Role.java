package io.tenantry.domain.membership;

import java.util.Locale;

/** What a member may do in a tenant, the mightiest first. */
public enum Role {
    OWNER,
    ADMIN,
    MEMBER;

    public boolean may(Permission permission) {
        return permission.isGivenTo(this);
    }

    /** What is needed to make somebody this, or to take it from them. */
    public Permission management() {
        return this == OWNER ? Permission.MANAGE_OWNERS : Permission.MANAGE_MEMBERS;
    }

    /** Whether who is this may make somebody {@code other}, or take it from them. */
    public boolean manages(Role other) {
        return may(other.management());
    }

    /** As it stands in tokens and answers: {@code owner}, {@code admin}, {@code member}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if it is no role's {@link #word()} */
    public static Role ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
