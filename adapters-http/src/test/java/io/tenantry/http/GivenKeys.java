package io.tenantry.http;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.apikey.ApiKey;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeyName;
import io.tenantry.domain.apikey.ApiKeySecret;
import io.tenantry.domain.apikey.Scopes;
import io.tenantry.domain.failure.Unauthenticated;
import io.tenantry.domain.machine.MachineClaims;
import io.tenantry.domain.session.KeyPrincipal;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.user.UserId;
import io.tenantry.http.HttpAdapter.Ports;
import io.tenantry.http.auth.ScopeText;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** API keys that are good because a test says so, on the rest of the core as it is. */
public final class GivenKeys {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, KeyPrincipal> bySecret = new ConcurrentHashMap<>();
    private final List<KeyPrincipal> counted = new CopyOnWriteArrayList<>();

    /** A key that its tenant's owner answers for. Its secret. */
    public String ofOwner(Company company, String scopes) {
        return of(company, company.owner(), scopes);
    }

    public String of(Company company, Person member, String scopes) {
        ApiKeyId id = ApiKeyId.next(Instant.now(), RANDOM);
        String secret = ApiKeySecret.generate(id, RANDOM).value();
        UserId user = new UserId(UUID.fromString(Company.userId(member)));
        TenantId tenant = new TenantId(UUID.fromString(company.id()));
        bySecret.put(secret, new KeyPrincipal(id, user, tenant, scopes(scopes), store(company, secret, tenant, user)));
        return secret;
    }

    /** It is looked at once more where it changes something. */
    private static KeyPrincipal.Proof store(Company company, String secret, TenantId tenant, UserId user) {
        DrivenPorts ports = company.server().tenantry().ports();
        ApiKey key = ApiKey.issued(
                ApiKeySecret.parse(secret).orElseThrow(),
                tenant,
                new ApiKeyName("given"),
                Scopes.NONE,
                user,
                company.server().tenantry().clock().instant(),
                Optional.empty());
        return ports.transactions().inTenant(tenant, () -> {
            ports.apiKeys().keys().add(key);
            return new KeyPrincipal.Proof(key.current().since(), false, false);
        });
    }

    /** Of the form of a key, and none. */
    public static String unknown() {
        return ApiKeySecret.generate(ApiKeyId.next(Instant.now(), RANDOM), RANDOM)
                .value();
    }

    public KeyPrincipal principal(String secret) {
        return bySecret.get(secret);
    }

    /** Whose calls were let pass, so far. */
    public List<KeyPrincipal> counted() {
        return counted;
    }

    public Ports in(Ports ports) {
        Ports withKeys = PortsFixture.withKeys(ports, (shown, device) -> authenticated(shown), counted::add);
        return PortsFixture.withMachine(withKeys, this::authenticated);
    }

    private KeyPrincipal authenticated(String shown) {
        return Optional.ofNullable(bySecret.get(shown)).orElseThrow(Unauthenticated::new);
    }

    private KeyPrincipal authenticated(MachineClaims claims) {
        KeyPrincipal key = bySecret.values().stream()
                .filter(one -> one.key().equals(claims.key()))
                .findFirst()
                .orElseThrow(Unauthenticated::new);
        return new KeyPrincipal(
                key.key(),
                key.user(),
                key.tenant(),
                key.scopes().within(claims.scopes()),
                new KeyPrincipal.Proof(key.proof().secretSince(), false, true));
    }

    private static Scopes scopes(String text) {
        return ScopeText.parse(text).orElseThrow();
    }
}
