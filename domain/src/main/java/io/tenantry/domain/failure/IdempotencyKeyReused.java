package io.tenantry.domain.failure;

/** The idempotency key was that of a request with another body. */
public final class IdempotencyKeyReused extends DomainFailure {

    public IdempotencyKeyReused() {
        super("idempotency_key_reused", "The Idempotency-Key was used for another request");
    }
}
