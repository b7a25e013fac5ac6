package io.tenantry.http;

import io.tenantry.http.HttpAdapter.Ports;
import io.tenantry.http.auth.Routes;
import io.tenantry.http.contract.AuthPathDispatcher;
import io.tenantry.http.contract.frontendauth.FrontendAuthRoutes;
import io.tenantry.http.contract.statuswatch.StatuswatchRoutes;
import io.tenantry.http.contract.stockshift.StockshiftRoutes;
import io.tenantry.http.contract.tenants.TenantsRoutes;

/** The routes of the contracts that front ends rely on already. */
final class ContractApis {
    private ContractApis() {}

    static void mount(Routes routes, Ports ports, Shared shared) {
        new TenantsRoutes(ports.tenants().registerTenant(), shared.sessionCalls(), shared.caller(), shared.codec())
                .mount(routes);
        StockshiftRoutes stockshift = new StockshiftRoutes(
                ports.tenants().registerTenant(), shared.sessionCalls(), shared.caller(), shared.codec());
        StatuswatchRoutes statuswatch = new StatuswatchRoutes(
                ports.tenants().registerTenant(),
                shared.sessionCalls(),
                ports.users().whoAmI(),
                shared.caller(),
                shared.codec());
        FrontendAuthRoutes frontendAuth =
                new FrontendAuthRoutes(ports.users(), ports.credentials(), shared.cookieSessions(), shared.caller());
        stockshift.mount(routes);
        statuswatch.mount(routes);
        frontendAuth.mount(routes);
        new AuthPathDispatcher(stockshift, statuswatch, frontendAuth, shared.passwordSignIn(), shared.cookieSessions())
                .mount(routes);
    }
}
