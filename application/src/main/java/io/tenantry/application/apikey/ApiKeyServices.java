package io.tenantry.application.apikey;

import io.tenantry.application.DrivenPorts;
import io.tenantry.application.Later;
import io.tenantry.application.Policies;
import io.tenantry.domain.apikey.ApiKeyUseCases;
import io.tenantry.domain.apikey.IssueApiKey;
import io.tenantry.domain.apikey.ListApiKeys;
import io.tenantry.domain.apikey.ReadApiKey;
import io.tenantry.domain.apikey.ReadApiKeyUsage;
import io.tenantry.domain.apikey.RenameApiKey;
import io.tenantry.domain.apikey.RevokeApiKey;
import io.tenantry.domain.apikey.RotateApiKey;
import io.tenantry.domain.apikey.VerifyApiKey;
import io.tenantry.domain.apikey.WriteApiKeyUse;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Builds the use cases about API keys. */
public final class ApiKeyServices {

    private ApiKeyServices() {}

    /** @param random must be cryptographically strong */
    public static ApiKeyUseCases of(DrivenPorts ports, Policies policies, InstantSource clock, RandomGenerator random) {
        return new ApiKeyUseCases(
                Later.port(IssueApiKey.class),
                Later.port(ListApiKeys.class),
                Later.port(ReadApiKey.class),
                Later.port(RenameApiKey.class),
                Later.port(RotateApiKey.class),
                Later.port(RevokeApiKey.class),
                Later.port(ReadApiKeyUsage.class),
                Later.port(VerifyApiKey.class),
                new AuthenticateApiKeyService(ports, policies, clock),
                new CountApiKeyCallService(ports.apiKeys(), clock),
                Later.port(WriteApiKeyUse.class));
    }
}
