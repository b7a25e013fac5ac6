package io.tenantry.persistence.schema;

import io.tenantry.persistence.schema.FleetDao.Stale;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one tenant's schema up after the other, on one connection, each in a transaction of its own. */
final class TenantUpgrade {

    private static final Logger LOG = LoggerFactory.getLogger(TenantUpgrade.class);
    private static final int LONGEST_ERROR = 500;
    private static final int TRIES = 3;

    /** A lock that could not be had, a deadlock, a serialization failure: another try may do. */
    private static final Set<String> IN_THE_WAY = Set.of("55P03", "40P01", "40001");

    private final Handle handle;
    private final FleetTally tally;
    private final Optional<Consumer<Stale>> putOff;

    /** @param putOff takes those that another run is at work on, or where something else is in the way */
    TenantUpgrade(Handle handle, FleetTally tally, Consumer<Stale> putOff) {
        this(handle, tally, Optional.of(putOff));
    }

    /** Waits for other runs, and tries a few times. */
    TenantUpgrade(Handle handle, FleetTally tally) {
        this(handle, tally, Optional.empty());
    }

    private TenantUpgrade(Handle handle, FleetTally tally, Optional<Consumer<Stale>> putOff) {
        this.handle = handle;
        this.tally = tally;
        this.putOff = putOff;
    }

    /** @throws JdbiException if the connection is lost; the ledger says what was done */
    void bringUp(Stale tenant) {
        bringUp(tenant, TRIES);
    }

    private void bringUp(Stale tenant, int tries) {
        try {
            if (handle.inTransaction(transaction -> isDone(transaction.attach(FleetDao.class), tenant))) {
                tally.done();
            } else {
                putOff.orElseThrow().accept(tenant);
            }
        } catch (JdbiException failed) {
            SQLException why = ScriptFailure.sql(failed).orElseThrow(() -> failed);
            if (!IN_THE_WAY.contains(String.valueOf(why.getSQLState()))) {
                fail(tenant, why, failed);
            } else if (putOff.isPresent()) {
                LOG.debug("The schema {} is put off", tenant.schemaName(), failed);
                putOff.get().accept(tenant);
            } else if (tries > 1) {
                LOG.debug("The schema {} is tried again", tenant.schemaName(), failed);
                bringUp(tenant, tries - 1);
            } else {
                fail(tenant, why, failed);
            }
        }
    }

    /** False if it is to be put off. What another run has done, or removed, is done. */
    private boolean isDone(FleetDao dao, Stale tenant) {
        boolean waits = putOff.isEmpty();
        if (waits) {
            dao.waitForOthers();
        }
        Optional<Boolean> behind = waits ? dao.hold(tenant.id()) : dao.holdIfFree(tenant.id());
        if (behind.isEmpty()) {
            return waits;
        }
        if (behind.get()) {
            dao.bePatientWithWorkAlone();
            dao.apply(tenant.id());
        }
        return true;
    }

    private void fail(Stale tenant, SQLException why, JdbiException failed) {
        if (isConnectionLost(why)) {
            throw failed;
        }
        String said = ScriptFailure.said(why);
        TenantFailure failure =
                new TenantFailure(tenant.schemaName(), said.substring(0, Math.min(LONGEST_ERROR, said.length())));
        LOG.error("The schema {} could not be brought up: {}", failure.schema(), failure.error());
        LOG.debug("What PostgreSQL said in full", failed);
        handle.useTransaction(transaction -> transaction.attach(FleetDao.class).failed(tenant.id(), failure.error()));
        tally.failed(failure);
    }

    private static boolean isConnectionLost(SQLException why) {
        String state = String.valueOf(why.getSQLState());
        return state.startsWith("08") || state.startsWith("57P");
    }
}
