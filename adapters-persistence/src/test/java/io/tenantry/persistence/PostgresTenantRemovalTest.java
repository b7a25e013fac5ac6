package io.tenantry.persistence;

import io.tenantry.domain.contract.DrivenPortsUnderTest;
import io.tenantry.domain.contract.TenantRemovalContract;

class PostgresTenantRemovalTest extends TenantRemovalContract {

    @Override
    protected DrivenPortsUnderTest ports() {
        return PostgresContracts.ports();
    }
}
