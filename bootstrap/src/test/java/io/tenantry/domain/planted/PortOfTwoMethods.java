package io.tenantry.domain.planted;

import io.tenantry.domain.port.DrivingPort;

/** Breaks the rule on purpose: a use case is one method. */
@DrivingPort
public interface PortOfTwoMethods {

    void one();

    void other();
}
