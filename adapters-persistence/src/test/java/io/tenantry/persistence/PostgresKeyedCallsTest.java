package io.tenantry.persistence;

import io.tenantry.domain.contract.DrivenPortsUnderTest;
import io.tenantry.domain.contract.KeyedCallsContract;

class PostgresKeyedCallsTest extends KeyedCallsContract {

    @Override
    protected DrivenPortsUnderTest ports() {
        return PostgresContracts.ports();
    }
}
