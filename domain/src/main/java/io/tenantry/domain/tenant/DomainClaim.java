package io.tenantry.domain.tenant;

import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A host name of which a tenant says that it is theirs, until the DNS shows it: then it becomes a {@link Domain}. Several tenants
 * may claim the same one; the first that shows it has it.
 *
 * @param challenge what the TXT record must say: 192 random bits, in 32 characters
 */
public record DomainClaim(HostName host, TenantId tenant, String challenge, Instant createdAt) {

    private static final String LABEL = "_tenantry.";
    private static final int CHALLENGE_BYTES = 24;

    /** @param random must be cryptographically strong: nobody may foresee the challenge */
    public static DomainClaim of(HostName host, TenantId tenant, Instant now, RandomGenerator random) {
        byte[] challenge = new byte[CHALLENGE_BYTES];
        random.nextBytes(challenge);
        return new DomainClaim(
                host, tenant, Base64.getUrlEncoder().withoutPadding().encodeToString(challenge), now);
    }

    /** The name of the TXT record (RFC 8552: an underscored name, which is no host's). */
    public String recordName() {
        return LABEL + host.value();
    }

    /** Its text. */
    public String recordText() {
        return "tenantry-verification=" + challenge;
    }

    /** Whether the DNS shows it. */
    public boolean isShownBy(Set<String> texts) {
        return texts.contains(recordText());
    }
}
