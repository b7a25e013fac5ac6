package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.domain.failure.SlugTaken;
import io.tenantry.domain.failure.Unavailable;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Memberships;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.membership.TenantMembership;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.tenant.Domain;
import io.tenantry.domain.tenant.Domains;
import io.tenantry.domain.tenant.HostName;
import io.tenantry.domain.tenant.NewTenant;
import io.tenantry.domain.tenant.Slug;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantName;
import io.tenantry.domain.tenant.TenantSchemas;
import io.tenantry.domain.tenant.Tenants;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Makes tenants, whoever asks for them. Each try to get a slug is a transaction of its own, and the only one that writes: what it
 * refuses is rolled back whole.
 */
public final class TenantFoundation {

    /**
     * What is asked for.
     *
     * @param slug the one asked for; if empty, one is made from the name and varied until it is free
     */
    public record Wish(TenantName name, Optional<Slug> slug, EmailAddress contactEmail) {}

    /** What was laid. */
    public record Laid(TenantMembership ownership, Domain domain) {
        public Tenant tenant() {
            return ownership.tenant();
        }
    }

    private static final int MAX_SLUGS = 10;

    private final Transactions transactions;
    private final Tenants tenants;
    private final Domains domains;
    private final TenantSchemas schemas;
    private final Memberships memberships;
    private final HostName baseDomain;
    private final InstantSource clock;
    private final RandomGenerator random;

    public TenantFoundation(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        this.transactions = ports.transactions();
        this.tenants = ports.tenants();
        this.domains = ports.domains();
        this.schemas = ports.tenantSchemas();
        this.memberships = ports.memberships();
        this.baseDomain = policies.baseDomain();
        this.clock = clock;
        this.random = random;
    }

    /**
     * Has a tenant made by {@code work}, in a transaction in its scope; in another one under another slug, as long as {@code work}
     * finds that a slug is taken which was not asked for.
     *
     * @param work finds its owner, and then calls {@link #lay}
     * @throws SlugTaken if the slug that was asked for is another tenant's
     * @throws Unavailable if every slug that was tried is taken
     */
    public <T> T found(Wish wish, Function<NewTenant, T> work) {
        Instant now = clock.instant();
        TenantId id = TenantId.next(now, random);
        Slug slug = wish.slug().orElseGet(() -> Slug.from(wish.name(), random));
        NewTenant tenant = new NewTenant(id, wish.name(), slug, wish.contactEmail(), now);
        return wish.slug().isPresent() ? attempt(tenant, work) : attemptVaried(tenant, work);
    }

    private <T> T attemptVaried(NewTenant tenant, Function<NewTenant, T> work) {
        NewTenant candidate = tenant;
        for (int tries = 0; tries < MAX_SLUGS; tries++) {
            try {
                return attempt(candidate, work);
            } catch (SlugTaken taken) {
                candidate = tenant.withSlug(tenant.slug().varied(random));
            }
        }
        throw new Unavailable(Duration.ofSeconds(1));
    }

    private <T> T attempt(NewTenant tenant, Function<NewTenant, T> work) {
        return transactions.inTenant(tenant.id(), () -> work.apply(tenant));
    }

    /**
     * Stores all that a new tenant consists of, within the transaction under way, in the tenant's scope. Its owner must be stored
     * or held before: of those that race for address and slug, each waits for the one before it in the same order.
     *
     * @throws SlugTaken if another tenant has the slug, or the host name that is made from it
     */
    public Laid lay(NewTenant newTenant, User owner) {
        Tenant tenant = tenants.add(newTenant).orElseThrow(SlugTaken::new);
        Domain domain = addDomain(tenant);
        TenantMembership ownership = addOwner(tenant, owner);
        schemas.create(tenant.id(), tenant.schema());
        return new Laid(ownership, domain);
    }

    private Domain addDomain(Tenant tenant) {
        Domain domain = new Domain(tenant.slug().under(baseDomain), tenant.id(), true, tenant.createdAt());
        if (!domains.add(domain)) {
            throw new SlugTaken();
        }
        return domain;
    }

    private TenantMembership addOwner(Tenant tenant, User owner) {
        Membership membership =
                new Membership(tenant.id(), owner.id(), Role.OWNER, tenant.createdAt(), Optional.empty());
        memberships.add(membership);
        return new TenantMembership(tenant, membership);
    }
}
