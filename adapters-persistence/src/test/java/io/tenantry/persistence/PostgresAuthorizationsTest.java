package io.tenantry.persistence;

import io.tenantry.domain.contract.AuthorizationsContract;
import io.tenantry.domain.contract.DrivenPortsUnderTest;

class PostgresAuthorizationsTest extends AuthorizationsContract {

    @Override
    protected DrivenPortsUnderTest ports() {
        return PostgresContracts.ports();
    }
}
