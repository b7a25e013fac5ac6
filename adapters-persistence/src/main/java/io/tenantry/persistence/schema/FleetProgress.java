package io.tenantry.persistence.schema;

/**
 * How far tenants' schemas have been brought up.
 *
 * @param done how many are
 * @param failed how many could not be
 * @param total how many were behind
 */
public record FleetProgress(int done, int failed, int total) {}
