package io.tenantry.domain.user;

import io.tenantry.domain.credential.Password;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import java.util.Optional;

/** Erases the caller from every table. The audit keeps their id, without a name. */
@DrivingPort
public interface DeleteAccount {

    /**
     * @throws io.tenantry.domain.failure.InvalidInput if the password is wrong ({@code password})
     * @throws io.tenantry.domain.failure.LastOwner while the user alone owns a tenant
     * @throws io.tenantry.domain.failure.Throttled if too many wrong passwords came before
     */
    void delete(Command command);

    record Command(Principal by, Optional<Password> password, Device device) {}
}
