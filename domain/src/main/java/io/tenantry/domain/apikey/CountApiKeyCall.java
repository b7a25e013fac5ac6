package io.tenantry.domain.apikey;

import io.tenantry.domain.port.DrivingPort;
import io.tenantry.domain.session.KeyPrincipal;

/** Counts a call by a key, or by a token of it, that was let pass. */
@DrivingPort
public interface CountApiKeyCall {

    void count(KeyPrincipal by);
}
