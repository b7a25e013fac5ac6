package io.tenantry.persistence;

import io.tenantry.domain.contract.DomainsContract;
import io.tenantry.domain.contract.DrivenPortsUnderTest;

class PostgresDomainsTest extends DomainsContract {

    @Override
    protected DrivenPortsUnderTest ports() {
        return PostgresContracts.ports();
    }
}
