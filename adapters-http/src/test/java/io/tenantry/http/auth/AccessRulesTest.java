package io.tenantry.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.security.RouteRole;
import io.tenantry.http.RawHttp;
import io.tenantry.http.TestServer;
import org.junit.jupiter.api.Test;

class AccessRulesTest {
    private enum HostRole implements RouteRole {
        ANYONE
    }

    @Test
    void a_route_that_names_no_role_is_refused_to_everybody() {
        try (TestServer server = TestServer.setup()
                .beside(config -> config.routes.get("/forgotten", ctx -> ctx.result("open")))
                .start()) {
            assertThat(status(server, "GET /forgotten")).isEqualTo(403);
            assertThat(status(server, "GET /forgotten/")).isEqualTo(403);
        }
    }

    @Test
    void a_route_of_the_host_with_a_role_of_its_own_is_the_hosts_to_guard() {
        try (TestServer server = TestServer.setup()
                .beside(config -> config.routes.get("/own", ctx -> ctx.result("open"), HostRole.ANYONE))
                .start()) {
            assertThat(status(server, "GET /own")).isEqualTo(200);
        }
    }

    @Test
    void a_route_of_the_host_for_users_asks_for_a_token() {
        try (TestServer server = TestServer.setup()
                .beside(config -> config.routes.get("/members", ctx -> ctx.result("in"), RouteAccess.USER))
                .start()) {
            assertThat(status(server, "GET /members")).isEqualTo(401);
        }
    }

    private static int status(TestServer server, String line) {
        return RawHttp.send(server, line + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .status();
    }
}
