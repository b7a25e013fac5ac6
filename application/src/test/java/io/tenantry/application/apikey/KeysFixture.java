package io.tenantry.application.apikey;

import io.tenantry.application.Policies;
import io.tenantry.application.TenantryFixture;
import io.tenantry.application.UseCases;
import io.tenantry.application.machine.MachineFixture;
import io.tenantry.application.session.SignInFixture;
import io.tenantry.application.tenant.TenancyFixture;
import io.tenantry.domain.apikey.ApiKeyDetails;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeyName;
import io.tenantry.domain.apikey.ApiKeySecret;
import io.tenantry.domain.apikey.ApiKeyUseCases;
import io.tenantry.domain.apikey.DailyUse;
import io.tenantry.domain.apikey.IssueApiKey;
import io.tenantry.domain.apikey.IssueApiKey.Issued;
import io.tenantry.domain.apikey.KeyRefusal;
import io.tenantry.domain.apikey.ReadApiKeyUsage;
import io.tenantry.domain.apikey.RenameApiKey;
import io.tenantry.domain.apikey.RevokeApiKey;
import io.tenantry.domain.apikey.RotateApiKey;
import io.tenantry.domain.apikey.Scope;
import io.tenantry.domain.apikey.VerifyApiKey;
import io.tenantry.domain.apikey.VerifyApiKey.Valid;
import io.tenantry.domain.apikey.VerifyApiKey.Verdict;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.KeyPrincipal;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.Tenant;
import io.tenantry.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;

/** A company with keys, in the short words in which tests speak of them. */
final class KeysFixture {

    static final Device OFFICE = TenancyFixture.OFFICE;
    static final Device GATEWAY = SignInFixture.from("198.51.100.200");

    final TenantryFixture tenantry;
    final TenancyFixture tenancy;
    final Tenant acme;
    final Principal owner;

    KeysFixture() {
        this(Policies.STANDARD);
    }

    KeysFixture(Policies policies) {
        this.tenantry = new TenantryFixture(policies);
        this.tenancy = new TenancyFixture(tenantry);
        this.acme = tenancy.company("Acme");
        this.owner = tenancy.ownerOf(acme);
    }

    ApiKeyUseCases keys() {
        return tenantry.useCases().apiKeys();
    }

    Issued issue(String... scopes) {
        return issue(owner, Optional.empty(), scopes);
    }

    Issued issue(TenantCaller by, Optional<Instant> end, String... scopes) {
        return issue(by, acme, "Gateway", end, scopes);
    }

    Issued issue(TenantCaller by, Tenant tenant, String name, Optional<Instant> end, String... scopes) {
        return keys().issueApiKey()
                .issue(new IssueApiKey.Command(
                        by, tenant.id(), new ApiKeyName(name), MachineFixture.scopes(scopes), end, OFFICE));
    }

    Issued rotate(TenantCaller by, ApiKeyId key, Duration overlap) {
        return keys().rotateApiKey().rotate(new RotateApiKey.Command(by, acme.id(), key, overlap, OFFICE));
    }

    ApiKeyDetails rename(TenantCaller by, ApiKeyId key, String name) {
        return keys().renameApiKey().rename(new RenameApiKey.Command(by, acme.id(), key, new ApiKeyName(name), OFFICE));
    }

    void revoke(TenantCaller by, ApiKeyId key) {
        keys().revokeApiKey().revoke(new RevokeApiKey.Command(by, acme.id(), key, OFFICE));
    }

    ApiKeyDetails read(TenantCaller by, ApiKeyId key) {
        return keys().readApiKey().read(by, acme.id(), key);
    }

    ApiKeyDetails read(ApiKeySecret secret) {
        return read(owner, secret.key());
    }

    List<ApiKeyDetails> list(TenantCaller by) {
        return keys().listApiKeys().list(by, acme.id(), PageRequest.FIRST).items();
    }

    List<DailyUse> usage(ApiKeyId key, Optional<LocalDate> from, Optional<LocalDate> to) {
        return keys().readApiKeyUsage().read(new ReadApiKeyUsage.Command(owner, acme.id(), key, from, to));
    }

    /** The key as it calls. */
    KeyPrincipal calling(ApiKeySecret secret) {
        return keys().authenticateApiKey().authenticate(secret.value(), GATEWAY);
    }

    Verdict verify(ApiKeySecret secret) {
        return verify(secret, 0);
    }

    Verdict verify(ApiKeySecret secret, long units) {
        return verify(tenantry.useCases(), secret.value(), Optional.empty(), units);
    }

    Verdict verify(ApiKeySecret secret, String scope) {
        return verify(tenantry.useCases(), secret.value(), Optional.of(new Scope(scope)), 0);
    }

    static Verdict verify(UseCases useCases, String key, Optional<Scope> scope, long units) {
        return useCases.apiKeys().verifyApiKey().verify(new VerifyApiKey.Command(key, scope, units, GATEWAY));
    }

    static void assertRefused(Verdict verdict, KeyRefusal reason) {
        Assertions.assertThat(verdict).isEqualTo(new VerifyApiKey.Invalid(reason));
    }

    /** What a verdict says of a key that is good. */
    static Valid valid(Verdict verdict) {
        Assertions.assertThat(verdict).isInstanceOf(Valid.class);
        return (Valid) verdict;
    }

    void write() {
        keys().writeApiKeyUse().write();
    }

    void quota(long limit) {
        Tenant stored = tenancy.stored(acme);
        tenantry.ports().transactions().outsideTenants(() -> {
            tenantry.ports().tenants().update(stored.on(stored.plan(), limit, tenantry.now()));
            return stored;
        });
    }

    /** As no use case does it: one would end the keys. */
    void give(Principal member, Role role) {
        tenantry.ports().transactions().inTenant(acme.id(), () -> {
            Membership before = tenantry.ports()
                    .memberships()
                    .find(acme.id(), member.user())
                    .orElseThrow();
            tenantry.ports().memberships().update(before.as(role));
            return before;
        });
    }

    void removeMember(Principal member) {
        tenantry.ports()
                .transactions()
                .inTenant(acme.id(), () -> tenantry.ports().memberships().remove(acme.id(), member.user()));
    }

    void disable(Principal who, boolean disabled) {
        tenantry.ports().transactions().outsideTenants(() -> {
            User stored = tenantry.ports().users().find(who.user()).orElseThrow();
            tenantry.ports().users().update(stored.disabled(disabled, tenantry.now()));
            return stored;
        });
    }
}
