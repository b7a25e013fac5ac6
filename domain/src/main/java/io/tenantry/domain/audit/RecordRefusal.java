package io.tenantry.domain.audit;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.TenantCaller;
import java.util.Optional;

/** Notes in the audit that a request was refused before it reached a use case. Bounded: a flood of them leaves few rows. */
@DrivingPort
public interface RecordRefusal {

    void record(Command command);

    /**
     * @param by who called, if that is known
     * @param reason the stable code of the refusal
     * @param route what was called: the route's pattern, never what a caller typed
     */
    record Command(Optional<TenantCaller> by, String reason, String route, Device device) {}
}
