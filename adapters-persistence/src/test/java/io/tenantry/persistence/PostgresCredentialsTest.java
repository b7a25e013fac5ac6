package io.tenantry.persistence;

import io.tenantry.domain.contract.CredentialsContract;
import io.tenantry.domain.contract.DrivenPortsUnderTest;

class PostgresCredentialsTest extends CredentialsContract {

    @Override
    protected DrivenPortsUnderTest ports() {
        return PostgresContracts.ports();
    }
}
