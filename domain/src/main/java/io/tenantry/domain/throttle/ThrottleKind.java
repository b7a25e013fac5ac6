package io.tenantry.domain.throttle;

import java.time.Duration;

/** What is counted, each with its rule. Figures: OWASP ASVS 5.0, 6.3.1; NIST SP 800-63B-4, section 3.2.2. */
public enum ThrottleKind {
    /**
     * Wrong codes of one user, from wherever. Comes first, for it is held where a right code is accepted, before the account's
     * counter is.
     */
    CODE(10, Duration.ofMinutes(15), Duration.ofMinutes(1), Duration.ofHours(24)),

    /** Wrong passwords and codes for one account, over all contracts and routes. */
    ACCOUNT(10, Duration.ofMinutes(15), Duration.ofMinutes(1), Duration.ofHours(24)),

    /** Wrong passwords and codes from one address. */
    ADDRESS(100, Duration.ofMinutes(15), Duration.ofMinutes(15), Duration.ofMinutes(15)),

    /** Registrations from one address. */
    REGISTRATION(100, Duration.ofHours(1), Duration.ofMinutes(15), Duration.ofHours(1)),

    /** Mails of one kind that anybody may ask for, to one address. */
    MAIL_TO(5, Duration.ofMinutes(15), Duration.ofMinutes(5), Duration.ofHours(1)),

    /** Mails that anybody may ask for, asked for from one address. */
    MAIL_FROM(100, Duration.ofMinutes(15), Duration.ofMinutes(15), Duration.ofMinutes(15)),

    /** Sign-ins by passkey or provider that are begun from one address, each of which is kept until it expires. */
    BEGINNING(300, Duration.ofMinutes(15), Duration.ofMinutes(15), Duration.ofMinutes(15)),

    /** Questions from one address whether a slug can be had. */
    SLUG(120, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(15)),

    /** Tenants made by one user, beside those that registrations make. */
    TENANT(20, Duration.ofHours(1), Duration.ofMinutes(15), Duration.ofHours(1)),

    /** Invitations sent by one tenant. */
    INVITING(200, Duration.ofHours(1), Duration.ofMinutes(15), Duration.ofHours(1)),

    /** Invitations sent to one address, by whichever tenants. */
    INVITED(10, Duration.ofHours(1), Duration.ofMinutes(15), Duration.ofHours(1)),

    /** Look-ups in the DNS for one tenant. */
    DOMAIN(60, Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofMinutes(15)),

    /** Refused requests from one address that are noted in the audit. */
    REFUSAL(100, Duration.ofMinutes(15), Duration.ofMinutes(15), Duration.ofMinutes(15)),

    /** Requests with an idempotency key by one user and their keys, or from one address; what they are answered is kept for a day. */
    KEYED(10_000, Duration.ofDays(1), Duration.ofMinutes(15), Duration.ofHours(1));

    private final int limit;
    private final Duration window;
    private final Duration firstWait;
    private final Duration longestWait;

    ThrottleKind(int limit, Duration window, Duration firstWait, Duration longestWait) {
        this.limit = limit;
        this.window = window;
        this.firstWait = firstWait;
        this.longestWait = longestWait;
    }

    public ThrottleRule rule() {
        return new ThrottleRule(limit, window, firstWait, longestWait);
    }
}
