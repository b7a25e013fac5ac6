package io.tenantry.application.audit;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.domain.audit.AuditUseCases;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases about the audit. */
public final class AuditServices {

    private AuditServices() {}

    /** @param random must be cryptographically strong */
    public static AuditUseCases of(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        return new AuditUseCases(
                new RecordRefusalService(ports, policies, clock, random),
                new RemoveExpiredService(ports, policies, clock),
                new ReadAuditService(ports),
                new VerifyAuditService(ports),
                new RecordOperationService(ports, clock, random));
    }
}
