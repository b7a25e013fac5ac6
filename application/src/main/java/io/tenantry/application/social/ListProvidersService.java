package io.tenantry.application.social;

import io.tenantry.application.DrivenPorts;
import io.tenantry.domain.social.IdentityProviders;
import io.tenantry.domain.social.ListProviders;
import java.util.List;

final class ListProvidersService implements ListProviders {

    private final IdentityProviders providers;

    ListProvidersService(DrivenPorts ports) {
        this.providers = ports.identityProviders();
    }

    @Override
    public List<IdentityProviders.Provider> list() {
        return providers.all();
    }
}
