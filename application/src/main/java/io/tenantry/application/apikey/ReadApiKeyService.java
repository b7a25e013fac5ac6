package io.tenantry.application.apikey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.membership.TenantAccess;
import io.tenantry.domain.apikey.ApiKeyDetails;
import io.tenantry.domain.apikey.ApiKeyId;
import io.tenantry.domain.apikey.ApiKeys;
import io.tenantry.domain.apikey.ReadApiKey;
import io.tenantry.domain.failure.NotFound;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;

final class ReadApiKeyService implements ReadApiKey {

    private final Transactions transactions;
    private final TenantAccess access;
    private final ApiKeys keys;

    ReadApiKeyService(DrivenPorts ports) {
        this.transactions = ports.transactions();
        this.access = new TenantAccess(ports);
        this.keys = ports.apiKeys().keys();
    }

    @Override
    public ApiKeyDetails read(TenantCaller by, TenantId tenant, ApiKeyId key) {
        return transactions.inTenant(tenant, () -> {
            access.require(by, tenant, Permission.READ_API_KEYS);
            return keys.find(tenant, key).orElseThrow(NotFound::new);
        });
    }
}
