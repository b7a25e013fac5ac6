package io.tenantry.persistence;

import io.tenantry.domain.contract.DeliveryFairnessContract;
import io.tenantry.domain.contract.DrivenPortsUnderTest;

class PostgresDeliveryFairnessTest extends DeliveryFairnessContract {

    @Override
    protected DrivenPortsUnderTest ports() {
        return PostgresContracts.ports();
    }
}
