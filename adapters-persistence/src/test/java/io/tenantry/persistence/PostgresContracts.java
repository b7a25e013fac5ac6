package io.tenantry.persistence;

import io.tenantry.domain.apikey.KeyUses;
import io.tenantry.domain.contract.DrivenPortsUnderTest;
import io.tenantry.persistence.apikey.TenantUnits;
import io.tenantry.persistence.apikey.WrittenKeyUses;
import io.tenantry.persistence.schema.ControlJdbi;
import io.tenantry.persistence.schema.ControlSchema;
import io.tenantry.persistence.transaction.CurrentTransaction;
import io.tenantry.persistence.transaction.JdbiTransactions;
import org.jdbi.v3.core.Jdbi;

/** One set of ports for all contracts: each of their tests makes users and tenants of its own. */
final class PostgresContracts {

    private static final PersistenceForTests PERSISTENCE = PersistenceForTests.on(PostgresForTests.migrated(), 24);

    private PostgresContracts() {}

    static DrivenPortsUnderTest ports() {
        return PERSISTENCE.underTest();
    }

    /** Counts what keys are used for, on the same database, and has counted nothing yet. */
    static KeyUses anotherNode() {
        CurrentTransaction current = new CurrentTransaction();
        Jdbi jdbi = ControlJdbi.on(PERSISTENCE.pool(), new ControlSchema("tenantry"));
        return new WrittenKeyUses(new JdbiTransactions(jdbi, current, change -> {}), current, new TenantUnits());
    }
}
