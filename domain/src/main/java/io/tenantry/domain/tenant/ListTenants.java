package io.tenantry.domain.tenant;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.user.EmailAddress;
import java.util.List;

/** Reads the installation's tenants, a page at a time, with domain and owners: for its operator. */
@DrivingPort
public interface ListTenants {

    List<Listed> list(Query query);

    /**
     * @param after the number of the last tenant seen; 0 at first
     * @param limit 1 to 1,000
     */
    record Query(long after, int limit) {}

    /** @param owners in the order in which they joined */
    record Listed(Tenant tenant, Domain domain, List<EmailAddress> owners) {}
}
