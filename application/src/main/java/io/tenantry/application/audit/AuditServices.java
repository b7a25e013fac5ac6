package io.tenantry.application.audit;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Later;
import io.tenantry.application.Policies;
import io.tenantry.domain.audit.AuditUseCases;
import io.tenantry.domain.audit.RecordRefusal;
import io.tenantry.domain.audit.RemoveExpired;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases about the audit. */
public final class AuditServices {

    private AuditServices() {}

    /** @param random must be cryptographically strong */
    public static AuditUseCases of(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        return new AuditUseCases(Later.of(RecordRefusal.class), Later.of(RemoveExpired.class));
    }
}
