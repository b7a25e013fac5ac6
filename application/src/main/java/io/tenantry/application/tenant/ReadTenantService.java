package io.tenantry.application.tenant;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.membership.TenantAccess;
import io.tenantry.domain.membership.Permission;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.ReadTenant;
import io.tenantry.domain.tenant.TenantDetails;
import io.tenantry.domain.tenant.TenantId;

final class ReadTenantService implements ReadTenant {

    private final Transactions transactions;
    private final TenantAccess access;
    private final TenantReading reading;

    ReadTenantService(DrivenPorts ports) {
        this.transactions = ports.transactions();
        this.access = new TenantAccess(ports);
        this.reading = new TenantReading(ports);
    }

    @Override
    public TenantDetails read(TenantCaller by, TenantId tenant) {
        return transactions.inTenant(tenant, () -> reading.details(access.require(by, tenant, Permission.SEE_TENANT)));
    }
}
