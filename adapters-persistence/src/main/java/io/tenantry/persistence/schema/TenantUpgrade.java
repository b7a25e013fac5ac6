package io.tenantry.persistence.schema;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings tenants' schemas up: several at a time, each in a transaction of its own; one that fails holds up no other. */
final class TenantUpgrade {

    private static final Logger LOG = LoggerFactory.getLogger(TenantUpgrade.class);
    private static final int AT_ONCE = 4;
    private static final int LONGEST_ERROR = 500;

    private TenantUpgrade() {}

    /** @return the names of the schemas that failed; why stands in the ledger */
    static List<String> run(Jdbi owner, List<InstallationDao.Stale> stale) {
        if (stale.isEmpty()) {
            return List.of();
        }
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(AT_ONCE, stale.size()));
        try {
            List<Future<Optional<String>>> results = stale.stream()
                    .map(tenant -> workers.submit(() -> upgrade(owner, tenant)))
                    .toList();
            return results.stream().flatMap(TenantUpgrade::failure).toList();
        } finally {
            workers.shutdownNow();
        }
    }

    private static Optional<String> upgrade(Jdbi owner, InstallationDao.Stale tenant) {
        try {
            owner.useTransaction(handle -> handle.attach(InstallationDao.class).apply(tenant.id()));
            return Optional.empty();
        } catch (JdbiException failed) {
            LOG.error("The schema {} could not be brought up", tenant.schemaName(), failed);
            String error = String.valueOf(failed.getMessage());
            String shown = error.substring(0, Math.min(LONGEST_ERROR, error.length()));
            owner.useTransaction(handle -> handle.attach(InstallationDao.class).failed(tenant.id(), shown));
            return Optional.of(tenant.schemaName());
        }
    }

    private static Stream<String> failure(Future<Optional<String>> result) {
        try {
            return result.get().stream();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("tenants' schemas could not be brought up", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while tenants' schemas were brought up", stopped);
        }
    }
}
