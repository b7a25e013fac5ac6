package io.tenantry.domain.apikey;

import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.port.TimeFixture;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keys that no other test knows. */
public final class ApiKeyFixture {

    private ApiKeyFixture() {}

    /** Never ending, of two scopes, made now. */
    public static ApiKey of(TenantId tenant, UserId by) {
        return at(TimeFixture.now(), tenant, by);
    }

    /** The same, made at a time. */
    public static ApiKey at(Instant made, TenantId tenant, UserId by) {
        return of(tenant, by, "Größe & 鍵", made, Optional.empty());
    }

    /** One that ends. */
    public static ApiKey until(Instant end, TenantId tenant, UserId by) {
        return of(tenant, by, "Ends", TimeFixture.now(), Optional.of(end));
    }

    /** One of a name. */
    public static ApiKey named(String name, Instant made, TenantId tenant, UserId by) {
        return of(tenant, by, name, made, Optional.empty());
    }

    /** Another secret of the key. */
    public static ApiKeySecret aSecretOf(ApiKey key) {
        return ApiKeySecret.generate(key.id(), UniqueFixture.random());
    }

    /** A secret of no key. */
    public static ApiKeySecret aSecret() {
        return ApiKeySecret.generate(ApiKeyId.next(TimeFixture.now(), UniqueFixture.random()), UniqueFixture.random());
    }

    public static Scopes scopes(String... values) {
        Set<Scope> scopes = Arrays.stream(values).map(Scope::new).collect(Collectors.toUnmodifiableSet());
        return new Scopes(scopes);
    }

    private static ApiKey of(TenantId tenant, UserId by, String name, Instant made, Optional<Instant> end) {
        ApiKeySecret secret =
                ApiKeySecret.generate(ApiKeyId.next(made, UniqueFixture.random()), UniqueFixture.random());
        return ApiKey.issued(secret, tenant, new ApiKeyName(name), scopes("members:read", "reports:*"), by, made, end);
    }
}
