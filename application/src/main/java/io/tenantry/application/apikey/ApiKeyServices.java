package io.tenantry.application.apikey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Policies;
import io.tenantry.domain.apikey.ApiKeyUseCases;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases about API keys. */
public final class ApiKeyServices {

    private ApiKeyServices() {}

    /** @param random must be cryptographically strong */
    public static ApiKeyUseCases of(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        return new ApiKeyUseCases(
                new IssueApiKeyService(ports, clock, random),
                new ListApiKeysService(ports),
                new ReadApiKeyService(ports),
                new RenameApiKeyService(ports, clock, random),
                new RotateApiKeyService(ports, clock, random),
                new RevokeApiKeyService(ports, clock, random),
                new ReadApiKeyUsageService(ports, clock),
                new VerifyApiKeyService(ports, policies, clock),
                new AuthenticateApiKeyService(ports, policies, clock),
                new CountApiKeyCallService(ports.apiKeys(), clock),
                new WriteApiKeyUseService(ports, clock, random));
    }
}
