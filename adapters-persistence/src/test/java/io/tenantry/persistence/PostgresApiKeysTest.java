package io.tenantry.persistence;

import io.tenantry.domain.contract.ApiKeysContract;
import io.tenantry.domain.contract.DrivenPortsUnderTest;

class PostgresApiKeysTest extends ApiKeysContract {

    @Override
    protected DrivenPortsUnderTest ports() {
        return PostgresContracts.ports();
    }
}
