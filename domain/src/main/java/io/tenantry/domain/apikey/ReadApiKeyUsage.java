package io.tenantry.domain.apikey;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.TenantCaller;
import io.tenantry.domain.tenant.TenantId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads what a key was used for. Needs {@link io.tenantry.domain.membership.Permission#READ_API_KEYS}. */
@DrivingPort
public interface ReadApiKeyUsage {

    /** How many days are told of at most. */
    int MOST_DAYS = 366;

    /**
     * Days without use are told of too, with zeros.
     *
     * @throws io.tenantry.domain.failure.NotFound if there is no such tenant or key, or the caller is no member
     * @throws io.tenantry.domain.failure.InvalidInput if the last day is before the first, or there are too many
     */
    List<DailyUse> read(Command command);

    /**
     * @param from the first day, in UTC; empty for 29 days before the last
     * @param to the last day; empty for today
     */
    record Command(TenantCaller by, TenantId tenant, ApiKeyId key, Optional<LocalDate> from, Optional<LocalDate> to) {}
}
