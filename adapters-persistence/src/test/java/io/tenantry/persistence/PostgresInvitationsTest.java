package io.tenantry.persistence;

import io.tenantry.domain.contract.DrivenPortsUnderTest;
import io.tenantry.domain.contract.InvitationsContract;

class PostgresInvitationsTest extends InvitationsContract {

    @Override
    protected DrivenPortsUnderTest ports() {
        return PostgresContracts.ports();
    }
}
