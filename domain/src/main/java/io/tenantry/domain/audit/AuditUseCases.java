package io.tenantry.domain.audit;

/** The use cases about the audit. */
public record AuditUseCases(
        RecordRefusal recordRefusal,
        RemoveExpired removeExpired,
        ReadAudit readAudit,
        VerifyAudit verifyAudit,
        RecordOperation recordOperation) {}
