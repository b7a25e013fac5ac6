package io.tenantry.domain.apikey;

/** A key and its use. */
public record ApiKeyDetails(ApiKey key, ApiKeyUse use) {}
