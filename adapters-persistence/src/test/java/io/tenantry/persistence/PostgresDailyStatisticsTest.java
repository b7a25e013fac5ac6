package io.tenantry.persistence;

import io.tenantry.domain.contract.DailyStatisticsContract;
import io.tenantry.domain.contract.DrivenPortsUnderTest;

class PostgresDailyStatisticsTest extends DailyStatisticsContract {

    @Override
    protected DrivenPortsUnderTest ports() {
        return PostgresContracts.ports();
    }
}
