package io.tenantry.domain.apikey;

import java.time.LocalDate;

/**
 * What a key was used for on a day, in UTC.
 *
 * @param requests that were let pass
 * @param units that were counted against the tenant's quota
 */
public record DailyUse(LocalDate day, long requests, long units) {}
