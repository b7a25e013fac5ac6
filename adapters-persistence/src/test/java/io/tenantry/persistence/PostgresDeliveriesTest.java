package io.tenantry.persistence;

import io.tenantry.domain.contract.DeliveriesContract;
import io.tenantry.domain.contract.DrivenPortsUnderTest;

class PostgresDeliveriesTest extends DeliveriesContract {

    @Override
    protected DrivenPortsUnderTest ports() {
        return PostgresContracts.ports();
    }
}
