package io.tenantry.domain.idempotency;

/** The use cases about calls that may be repeated. */
public record IdempotencyUseCases(MakeOnce makeOnce) {}
