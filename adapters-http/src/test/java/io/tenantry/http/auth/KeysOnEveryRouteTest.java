package io.tenantry.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import io.tenantry.http.Company;
import io.tenantry.http.GivenKeys;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of a key on each route that there is, so that a new one cannot be forgotten. */
class KeysOnEveryRouteTest {
    private static final Set<HandlerType> METHODS =
            Set.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.PATCH, HandlerType.DELETE);
    private static final String TENANT = "/api/v1/tenants/{id}";
    private static final GivenKeys KEYS = new GivenKeys();
    private static final List<Endpoint> ENDPOINTS = new CopyOnWriteArrayList<>();

    private static TestServer server;
    private static String key;

    @BeforeAll
    static void start() {
        server = TestServer.setup()
                .ports(KEYS::in)
                .beside(config -> config.unsafe
                        .internalRouter
                        .allHttpHandlers()
                        .forEach(parsed -> ENDPOINTS.add(parsed.endpoint)))
                .start();
        key = KEYS.ofOwner(Company.in(server), "tenant:* members:* keys:* audit:* webhooks:*");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void keys_reach_these_routes_and_no_others() {
        Set<String> reached = endpoints(RouteAccess.USER_OR_KEY)
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .filter(name -> !name.contains("/webhooks"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(reached)
                .containsExactlyInAnyOrder(
                        "GET " + TENANT,
                        "PATCH " + TENANT,
                        "GET " + TENANT + "/members",
                        "PATCH " + TENANT + "/members/{userId}",
                        "DELETE " + TENANT + "/members/{userId}",
                        "POST " + TENANT + "/invitations",
                        "GET " + TENANT + "/invitations",
                        "DELETE " + TENANT + "/invitations/{invitationId}",
                        "POST " + TENANT + "/invitations/{invitationId}/resend",
                        "POST " + TENANT + "/api-keys",
                        "GET " + TENANT + "/api-keys",
                        "GET " + TENANT + "/api-keys/{keyId}",
                        "PATCH " + TENANT + "/api-keys/{keyId}",
                        "DELETE " + TENANT + "/api-keys/{keyId}",
                        "POST " + TENANT + "/api-keys/{keyId}/rotate",
                        "GET " + TENANT + "/api-keys/{keyId}/usage",
                        "GET " + TENANT + "/audit");
    }

    @Test
    void R8_2_1_a_good_key_is_403_where_users_alone_may_call_and_a_bad_one_401() {
        List<Endpoint> forUsers = Stream.of(RouteAccess.USER, RouteAccess.OPERATOR, RouteAccess.PUBLIC_OR_USER)
                .flatMap(KeysOnEveryRouteTest::endpoints)
                .toList();
        assertThat(forUsers).hasSizeGreaterThan(40).allSatisfy(endpoint -> {
            assertThat(call(endpoint, "X-API-Key", key).status()).isEqualTo(403);
            assertThat(call(endpoint, "Authorization", "Bearer " + key).status())
                    .isEqualTo(403);
            refused(call(endpoint, "X-API-Key", GivenKeys.unknown()));
            refused(call(endpoint, "Authorization", "Bearer " + GivenKeys.unknown()));
        });
    }

    @Test
    void a_bad_key_is_401_where_keys_may_call() {
        assertThat(endpoints(RouteAccess.USER_OR_KEY)).isNotEmpty().allSatisfy(endpoint -> {
            refused(call(endpoint, "X-API-Key", GivenKeys.unknown()));
            refused(call(endpoint, "Authorization", "Bearer " + GivenKeys.unknown()));
        });
    }

    @Test
    void R8_2_2_another_tenant_is_404_to_a_key_wherever_it_may_call() {
        assertThat(endpoints(RouteAccess.USER_OR_KEY))
                .filteredOn(
                        endpoint -> Set.of(HandlerType.GET, HandlerType.DELETE).contains(endpoint.method))
                .isNotEmpty()
                .allSatisfy(endpoint ->
                        assertThat(call(endpoint, "X-API-Key", key).status()).isEqualTo(404));
    }

    private static void refused(Reply reply) {
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).contains("Bearer");
    }

    private static Reply call(Endpoint endpoint, String header, String value) {
        String path = endpoint.path.replaceAll("\\{[^}]+}", "0199c1de-7a60-7c3e-9d55-0f6f0c1a2b3c");
        return server.client().send(endpoint.method.name(), path, null, header, value);
    }

    private static Stream<Endpoint> endpoints(RouteAccess access) {
        return ENDPOINTS.stream()
                .filter(endpoint -> METHODS.contains(endpoint.method))
                .filter(endpoint -> roles(endpoint).contains(access));
    }

    private static Set<RouteRole> roles(Endpoint endpoint) {
        Roles roles = endpoint.metadata(Roles.class);
        return roles == null ? Set.of() : roles.getRoles();
    }
}
