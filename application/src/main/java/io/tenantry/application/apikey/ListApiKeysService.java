package io.tenantry.application.apikey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.membership.TenantAccess;
import io.tenantry.domain.apikey.ApiKeyDetails;
import io.tenantry.domain.apikey.ApiKeys;
import io.tenantry.domain.apikey.ListApiKeys;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;

final class ListApiKeysService implements ListApiKeys {

    private final Transactions transactions;
    private final TenantAccess access;
    private final ApiKeys keys;

    ListApiKeysService(DrivenPorts ports) {
        this.transactions = ports.transactions();
        this.access = new TenantAccess(ports);
        this.keys = ports.apiKeys().keys();
    }

    @Override
    public Page<ApiKeyDetails> list(TenantCaller by, TenantId tenant, PageRequest page) {
        return transactions.inTenant(tenant, () -> {
            access.require(by, tenant, Permission.READ_API_KEYS);
            return keys.page(tenant, page);
        });
    }
}
