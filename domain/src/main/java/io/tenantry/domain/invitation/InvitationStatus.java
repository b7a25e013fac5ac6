package io.tenantry.domain.invitation;

import java.util.Locale;

/** Where an invitation stands. From {@link #PENDING} there is a way to each of the others, and from them none, but that a new mail makes an expired one pending again. */
public enum InvitationStatus {
    PENDING,
    ACCEPTED,
    DECLINED,
    REVOKED,
    /** Pending for too long: found out when it is looked at, never stored. */
    EXPIRED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
