package io.tenantry.domain.apikey;

import java.util.Locale;

/** Why a key is not good for something. */
public enum KeyRefusal {
    /** Malformed, of no key, or with a secret that is not its own. */
    UNKNOWN,
    /** Also if who answers for it is a member no more, or disabled. */
    REVOKED,
    EXPIRED,
    /** The tenant is suspended, or closed. */
    TENANT_SUSPENDED,
    SCOPE_MISSING,
    QUOTA_EXCEEDED;

    /** As it stands in answers: {@code tenant_suspended}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
