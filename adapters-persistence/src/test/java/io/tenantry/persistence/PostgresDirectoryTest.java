package io.tenantry.persistence;

import io.tenantry.domain.contract.DirectoryContract;
import io.tenantry.domain.contract.DrivenPortsUnderTest;

class PostgresDirectoryTest extends DirectoryContract {

    @Override
    protected DrivenPortsUnderTest ports() {
        return PostgresContracts.ports();
    }
}
