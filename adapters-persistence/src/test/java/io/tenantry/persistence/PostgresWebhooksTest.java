package io.tenantry.persistence;

import io.tenantry.domain.contract.DrivenPortsUnderTest;
import io.tenantry.domain.contract.WebhooksContract;

class PostgresWebhooksTest extends WebhooksContract {

    @Override
    protected DrivenPortsUnderTest ports() {
        return PostgresContracts.ports();
    }
}
