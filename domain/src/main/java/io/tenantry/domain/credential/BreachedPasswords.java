package io.tenantry.domain.credential;

import io.tenantry.domain.port.DrivenPort;

/** Passwords that are known from breaches. Called outside of transactions. */
@DrivenPort
public interface BreachedPasswords {

    /** A set that holds none: the check is off. */
    BreachedPasswords NONE = password -> false;

    boolean contains(Password password);
}
