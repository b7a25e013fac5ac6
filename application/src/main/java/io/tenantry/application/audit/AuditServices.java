package io.tenantry.application.audit;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Later;
import io.tenantry.application.Policies;
import io.tenantry.domain.audit.AuditUseCases;
import io.tenantry.domain.audit.ReadAudit;
import io.tenantry.domain.audit.RecordOperation;
import io.tenantry.domain.audit.VerifyAudit;
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
                Later.port(ReadAudit.class),
                Later.port(VerifyAudit.class),
                Later.port(RecordOperation.class));
    }
}
