package io.tenantry.persistence;

import io.tenantry.domain.contract.DrivenPortsUnderTest;
import io.tenantry.domain.contract.MemberChangesContract;

class PostgresMemberChangesTest extends MemberChangesContract {

    @Override
    protected DrivenPortsUnderTest ports() {
        return PostgresContracts.ports();
    }
}
