package io.tenantry.persistence;

import io.tenantry.domain.contract.DomainClaimsContract;
import io.tenantry.domain.contract.DrivenPortsUnderTest;

class PostgresDomainClaimsTest extends DomainClaimsContract {

    @Override
    protected DrivenPortsUnderTest ports() {
        return PostgresContracts.ports();
    }
}
