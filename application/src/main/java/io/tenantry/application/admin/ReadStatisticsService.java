package io.tenantry.application.admin;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.admin.Directory;
import io.tenantry.domain.admin.ReadStatistics;
import io.tenantry.domain.admin.Statistics;
import io.tenantry.domain.audit.AuditAction;
import io.tenantry.domain.port.Transactions;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import java.time.InstantSource;
import java.util.Map;

final class ReadStatisticsService implements ReadStatistics {

    private final Transactions transactions;
    private final OperatorAccess access;
    private final Directory directory;
    private final InstantSource clock;

    ReadStatisticsService(DrivenPorts ports, OperatorAccess access, InstantSource clock) {
        this.transactions = ports.transactions();
        this.access = access;
        this.directory = ports.directory();
        this.clock = clock;
    }

    @Override
    public Statistics read(Principal by, Device device) {
        access.require(by);
        return transactions.acrossTenants(() -> {
            access.looked(AuditAction.ADMIN_READ_STATISTICS, by, device, Map.of());
            return directory.statistics(clock.instant());
        });
    }
}
