package io.tenantry.persistence;

import io.tenantry.domain.contract.AuditEventsContract;
import io.tenantry.domain.contract.DrivenPortsUnderTest;

class PostgresAuditEventsTest extends AuditEventsContract {

    @Override
    protected DrivenPortsUnderTest ports() {
        return PostgresContracts.ports();
    }
}
