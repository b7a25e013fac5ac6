package io.tenantry.domain.tenant;

import io.tenantry.domain.port.DrivenPort;
import java.util.Set;

/** TXT records of the DNS (RFC 1035, section 3.3.14). Slow: called outside of transactions. */
@DrivenPort
public interface TxtRecords {

    /**
     * The texts of all TXT records of a name, the character-strings of each joined; none if there is no such name.
     *
     * @throws io.tenantry.domain.failure.Unavailable if the DNS does not answer within a few seconds
     */
    Set<String> of(String name);
}
