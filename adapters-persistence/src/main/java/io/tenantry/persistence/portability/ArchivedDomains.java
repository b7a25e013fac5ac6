package io.tenantry.persistence.portability;

import io.tenantry.domain.tenant.DomainClaim;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.persistence.tenant.DomainClaimDao;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The host names of an archive's tenant. The first one is given by this installation; those of its own are claims, which the DNS must
 * show here too: that an archive says so proves nothing.
 */
final class ArchivedDomains {

    private static final String OWN = """
            select distinct host from pg_temp.archived_tenant_domain where host not in (:there, :here) order by 1""";

    private static final String CONFIRMED = """
            select host from <control>.tenant_domain
             where host = :here or host in (select host from pg_temp.archived_tenant_domain)""";

    private static final String FIRST = """
            insert into <control>.tenant_domain (host, tenant_id, is_primary, created_at)
            select :here, id, true, created_at from <control>.tenant where id = :tenant""";

    private final Handle handle;
    private final Manifest manifest;
    private final HostName base;
    private final HostName first;
    private final SecureRandom random = new SecureRandom();

    ArchivedDomains(Handle handle, Manifest manifest, Slug slug, HostName base) {
        this.handle = handle;
        this.manifest = manifest;
        this.base = base;
        this.first = slug.under(base);
    }

    /** @throws PortabilityRefused if one is somebody's here, or can be nobody's own */
    void requireRoom() {
        Set<HostName> confirmed = new HashSet<>(handle.createQuery(CONFIRMED)
                .bind("here", first)
                .mapTo(String.class)
                .map(HostName::new)
                .list());
        if (confirmed.contains(first)) {
            throw new PortabilityRefused("the domain " + first + " is taken: --slug gives the tenant another");
        }
        List<String> unusable = own().stream()
                .filter(host -> confirmed.contains(host) || host.isWithin(base) || !host.isOfTheDns())
                .map(HostName::value)
                .toList();
        if (!unusable.isEmpty()) {
            throw new PortabilityRefused("these domains are taken, lie under " + base + ", or are no names of the DNS: "
                    + Refusals.shown(unusable));
        }
    }

    /** After the tenant. */
    void store() {
        handle.createUpdate(FIRST)
                .bind("here", first)
                .bind("tenant", manifest.tenant())
                .execute();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        DomainClaimDao claims = handle.attach(DomainClaimDao.class);
        own().forEach(host -> claims.keep(DomainClaim.of(host, manifest.tenant(), now, random)));
    }

    /** All but the first, of there or of here. */
    private List<HostName> own() {
        return handle.createQuery(OWN)
                .bind("there", manifest.slug() + "." + manifest.baseDomain())
                .bind("here", first)
                .mapTo(String.class)
                .map(HostName::new)
                .list();
    }
}
