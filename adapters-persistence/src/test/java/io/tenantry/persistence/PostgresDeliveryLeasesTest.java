package io.tenantry.persistence;

import io.tenantry.domain.contract.DeliveryLeasesContract;
import io.tenantry.domain.contract.DrivenPortsUnderTest;

class PostgresDeliveryLeasesTest extends DeliveryLeasesContract {

    @Override
    protected DrivenPortsUnderTest ports() {
        return PostgresContracts.ports();
    }
}
