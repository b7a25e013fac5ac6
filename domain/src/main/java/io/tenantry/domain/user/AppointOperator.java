package io.tenantry.domain.user;

import io.tenantry.domain.port.DrivingPort;

/**
 * Makes a user an operator of the installation, or takes that back. An operator's rights work only in sessions that were
 * opened with two factors.
 */
@DrivingPort
public interface AppointOperator {

    /** @throws io.tenantry.domain.failure.NotFound if there is no user with this address */
    User appoint(Command command);

    record Command(EmailAddress email, boolean operator) {}
}
