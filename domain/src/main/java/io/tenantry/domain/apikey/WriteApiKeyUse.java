package io.tenantry.domain.apikey;

import io.tenantry.domain.port.DrivingPort;

/** Writes down what keys were used for, and tells the owners of tenants whose quota comes to its end. Called every second, and at the end. */
@DrivingPort
public interface WriteApiKeyUse {

    void write();
}
