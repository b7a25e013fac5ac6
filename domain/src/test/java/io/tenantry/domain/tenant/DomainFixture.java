package io.tenantry.domain.tenant;

import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.port.TimeFixture;

/** Domains that no other test knows. */
public final class DomainFixture {

    private DomainFixture() {}

    /** A host that nobody has. */
    public static HostName aHost() {
        return new HostName(UniqueFixture.word() + ".example.org");
    }

    public static Domain primaryOf(TenantId tenant, HostName host) {
        return new Domain(host, tenant, true, TimeFixture.now());
    }

    public static DomainClaim claimOf(TenantId tenant, HostName host) {
        String challenge = (UniqueFixture.word() + UniqueFixture.word() + UniqueFixture.word()).substring(0, 32);
        return new DomainClaim(host, tenant, challenge, TimeFixture.now());
    }
}
