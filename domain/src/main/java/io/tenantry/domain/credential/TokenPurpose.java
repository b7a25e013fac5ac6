package io.tenantry.domain.credential;

import java.time.Duration;

/** What a one-time token is for. One issued for one purpose serves no other. */
public enum TokenPurpose {
    VERIFY_EMAIL(Duration.ofHours(24)),
    RESET_PASSWORD(Duration.ofMinutes(30)),

    /** To an address that is to become the user's. */
    CONFIRM_EMAIL(Duration.ofHours(1));

    private final Duration lifetime;

    TokenPurpose(Duration lifetime) {
        this.lifetime = lifetime;
    }

    public Duration lifetime() {
        return lifetime;
    }
}
