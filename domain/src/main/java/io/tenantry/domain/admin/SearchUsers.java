package io.tenantry.domain.admin;

import io.tenantry.domain.page.Page;
import io.tenantry.domain.page.PageRequest;
import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.Device;
import io.tenantry.domain.session.Principal;
import io.tenantry.domain.user.User;

/** Searches all users. For operators; noted in the audit. */
@DrivingPort
public interface SearchUsers {

    /** @throws io.tenantry.domain.failure.Forbidden if the caller is no operator with two factors */
    Page<User> search(Command command);

    record Command(Principal by, SearchText query, PageRequest page, Device device) {}
}
