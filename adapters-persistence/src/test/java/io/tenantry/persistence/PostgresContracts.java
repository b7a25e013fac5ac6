package io.tenantry.persistence;

import io.tenantry.domain.contract.DrivenPortsUnderTest;

/** One set of ports for all contracts: each of their tests makes users and tenants of its own. */
final class PostgresContracts {

    private static final PersistenceForTests PERSISTENCE = PersistenceForTests.on(PostgresForTests.migrated(), 24);

    private PostgresContracts() {}

    static DrivenPortsUnderTest ports() {
        return PERSISTENCE.underTest();
    }
}
