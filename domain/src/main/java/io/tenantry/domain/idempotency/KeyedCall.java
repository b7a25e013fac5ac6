package io.tenantry.domain.idempotency;

import io.tenantry.domain.credential.TokenDigest;

/**
 * A request that is to make something once, however often it comes.
 *
 * @param caller who calls, in one spelling: nobody shares it with another, but for those who have not said who they are
 * @param operation what is called: no two have the same
 * @param body of what was sent
 */
public record KeyedCall(String caller, String operation, IdempotencyKey key, TokenDigest body) {}
