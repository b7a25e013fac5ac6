package io.tenantry.application.machine;

import io.tenantry.application.TenantryFixture;
import io.tenantry.application.session.SignInFixture;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeyName;
import io.tenantry.domain.apikey.ApiKeySecret;
import io.tenantry.domain.apikey.Scope;
import io.tenantry.domain.apikey.Scopes;
import io.tenantry.domain.id.UniqueFixture;
import io.tenantry.domain.machine.IssueMachineToken;
import io.tenantry.domain.machine.MachineClaims;
import io.tenantry.domain.machine.MachineUseCases;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.KeyPrincipal;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keys and their tokens, in the short words in which tests speak of them. */
public final class MachineFixture {

    public static final Device GATEWAY = SignInFixture.from("198.51.100.200");

    private final TenantryFixture tenantry;

    public MachineFixture(TenantryFixture tenantry) {
        this.tenantry = tenantry;
    }

    public static Scopes scopes(String... words) {
        Set<Scope> scopes = Stream.of(words).map(Scope::new).collect(Collectors.toUnmodifiableSet());
        return new Scopes(scopes);
    }

    public ApiKeySecret key(Tenant tenant, UserId by, String... words) {
        return key(tenant, by, Optional.empty(), words);
    }

    public ApiKeySecret key(Tenant tenant, UserId by, Optional<Instant> expiresAt, String... words) {
        ApiKeyId id = ApiKeyId.next(tenantry.now(), UniqueFixture.random());
        ApiKeySecret secret = ApiKeySecret.generate(id, UniqueFixture.random());
        ApiKeyName name = new ApiKeyName("Gateway");
        ApiKey key = ApiKey.issued(secret, tenant.id(), name, scopes(words), by, tenantry.now(), expiresAt);
        tenantry.ports().transactions().inTenant(tenant.id(), () -> {
            tenantry.ports().apiKeys().keys().add(key);
            return key;
        });
        return secret;
    }

    public ApiKey stored(ApiKeySecret secret) {
        return tenantry.ports()
                .transactions()
                .acrossTenants(() -> tenantry.ports().apiKeys().keys().hold(secret.key()))
                .orElseThrow();
    }

    /** Changes a key as no use case is asked to. */
    public void change(ApiKeySecret secret, UnaryOperator<ApiKey> how) {
        tenantry.ports().transactions().acrossTenants(() -> {
            ApiKey changed = how.apply(
                    tenantry.ports().apiKeys().keys().hold(secret.key()).orElseThrow());
            tenantry.ports().apiKeys().keys().update(changed);
            return changed;
        });
    }

    public void revoke(ApiKeySecret secret) {
        change(secret, key -> key.revoked(tenantry.now()));
    }

    public ApiKeySecret rotate(ApiKeySecret secret, Duration overlap) {
        ApiKeySecret next = ApiKeySecret.generate(secret.key(), UniqueFixture.random());
        change(secret, key -> key.rotated(next, overlap, tenantry.now()));
        return next;
    }

    public KeyPrincipal authenticate(ApiKeySecret secret) {
        return authenticate(secret.value());
    }

    public KeyPrincipal authenticate(String shown) {
        return tenantry.useCases().apiKeys().authenticateApiKey().authenticate(shown, GATEWAY);
    }

    public MachineClaims token(ApiKeySecret secret) {
        return machines().issueMachineToken().issue(asking(secret, Optional.empty()));
    }

    public MachineClaims token(ApiKeySecret secret, String... words) {
        return machines().issueMachineToken().issue(asking(secret, Optional.of(scopes(words))));
    }

    public KeyPrincipal authenticate(MachineClaims claims) {
        return machines().authenticateMachine().authenticate(claims);
    }

    public MachineUseCases machines() {
        return tenantry.useCases().machines();
    }

    public static IssueMachineToken.Command asking(ApiKeySecret secret, Optional<Scopes> scopes) {
        return new IssueMachineToken.Command(secret.key().toString(), secret.value(), scopes, GATEWAY);
    }

    /** How many requests are counted for a key. */
    public long requests(ApiKeySecret secret) {
        tenantry.ports().apiKeys().uses().write(tenantry.now());
        ApiKey key = stored(secret);
        return tenantry.ports()
                .transactions()
                .inTenant(key.tenant(), () -> tenantry.ports().apiKeys().keys().find(key.tenant(), key.id()))
                .orElseThrow()
                .use()
                .requests();
    }
}
