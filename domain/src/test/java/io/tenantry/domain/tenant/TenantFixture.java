package io.tenantry.domain.tenant;

import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.user.UserFixture;
import java.time.Instant;

/** Tenants that no other test knows. */
public final class TenantFixture {

    private TenantFixture() {}

    /** A slug that nobody has. */
    public static Slug aSlug() {
        return new Slug("acme-" + UniqueFixture.word());
    }

    public static NewTenant aNewTenant() {
        return aNewTenantWith(aSlug());
    }

    public static NewTenant aNewTenantWith(Slug slug) {
        Instant now = TimeFixture.now();
        return new NewTenant(
                TenantId.next(now, UniqueFixture.random()),
                new TenantName("Acme & Söhne 株式会社"),
                slug,
                UserFixture.anAddress(),
                now);
    }

    /** Active, with a number that no storage gave. */
    public static Tenant aTenant() {
        return aNewTenant().numbered(1);
    }
}
