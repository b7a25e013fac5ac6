package io.tenantry.http;

import io.tenantry.http.HttpAdapter.Ports;
import io.tenantry.http.HttpAdapter.Settings;
import io.tenantry.http.api.service.HealthRoutes;
import io.tenantry.http.api.session.KeyRoutes;
import io.tenantry.http.api.session.SessionRoutes;
import io.tenantry.http.api.user.MeRoutes;
import io.tenantry.http.auth.Routes;

/** The routes that are no other contract's: below {@code /api/v1}, and those of the service itself. */
final class NativeApi {
    private NativeApi() {}

    static void mount(Routes routes, Ports ports, Settings settings, Shared shared) {
        mountService(routes, settings, shared);
        mountSession(routes, shared);
        mountMe(routes, ports);
    }

    private static void mountService(Routes routes, Settings settings, Shared shared) {
        new HealthRoutes(settings.notReady()).mount(routes);
        new KeyRoutes(shared.keyring()).mount(routes);
    }

    private static void mountSession(Routes routes, Shared shared) {
        new SessionRoutes(shared.passwordSignIn(), shared.sessionCalls(), shared.cookieSessions(), shared.codec())
                .mount(routes);
    }

    private static void mountMe(Routes routes, Ports ports) {
        new MeRoutes(ports.users().whoAmI()).mount(routes);
    }
}
