package io.tenantry.persistence;

import io.tenantry.domain.contract.CeremoniesContract;
import io.tenantry.domain.contract.DrivenPortsUnderTest;

class PostgresCeremoniesTest extends CeremoniesContract {

    @Override
    protected DrivenPortsUnderTest ports() {
        return PostgresContracts.ports();
    }
}
