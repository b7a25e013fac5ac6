package io.tenantry.domain.tenant;

import java.time.Instant;
import java.util.Set;

/**
 * A host name of which a tenant says that it is theirs, until the DNS shows it: then it becomes a {@link Domain}. Several tenants
 * may claim the same one; the first that shows it has it.
 *
 * @param challenge what the TXT record must say; random
 */
public record DomainClaim(HostName host, TenantId tenant, String challenge, Instant createdAt) {

    private static final String LABEL = "_tenantry.";

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
