package io.tenantry.persistence;

import io.tenantry.domain.apikey.KeyUses;
import io.tenantry.domain.contract.DrivenPortsUnderTest;
import io.tenantry.domain.contract.QuotasContract;

class PostgresQuotasTest extends QuotasContract {

    @Override
    protected DrivenPortsUnderTest ports() {
        return PostgresContracts.ports();
    }

    @Override
    protected KeyUses anotherNode() {
        return PostgresContracts.anotherNode();
    }
}
