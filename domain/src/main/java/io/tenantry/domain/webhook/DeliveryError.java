package io.tenantry.domain.webhook;

import java.util.Locale;

/** Why an event could not be delivered. */
public enum DeliveryError {
    /** The name leads to an address that nothing is sent to, or to none. Which of both is not told: it would map what is inside. */
    ADDRESS_REFUSED,
    /** No connection could be made, or it broke. */
    UNREACHABLE,
    /** The certificate is not that of the host, or no way to encrypt was agreed upon. */
    TLS,
    /** It took too long. */
    TIMEOUT,
    /** What came back is not HTTP. */
    PROTOCOL,
    /** The answer's status is not one of success (RFC 9110, section 15.3); redirections are not followed. */
    STATUS,
    /** It could not even be tried: a fault of this server. */
    INTERNAL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
