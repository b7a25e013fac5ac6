package io.tenantry.domain.admin;

import io.tenantry.domain.apikey.ApiKeyDetails;
import io.tenantry.domain.tenant.Tenant;

/** A key as an operator sees it: whose it is, never what opens it. */
public record FoundApiKey(ApiKeyDetails details, Tenant tenant) {}
