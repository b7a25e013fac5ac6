package io.tenantry.persistence;

import io.tenantry.domain.contract.AuditReadingContract;
import io.tenantry.domain.contract.DrivenPortsUnderTest;

class PostgresAuditReadingTest extends AuditReadingContract {

    @Override
    protected DrivenPortsUnderTest ports() {
        return PostgresContracts.ports();
    }
}
