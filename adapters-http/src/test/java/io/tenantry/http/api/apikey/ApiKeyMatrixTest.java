package io.tenantry.http.api.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.membership.Role;
import io.tenantry.http.ApiKey;
import io.tenantry.http.Company;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which scope opens what, cell by cell: each scope alone, on each route that keys may call. */
class ApiKeyMatrixTest {
    private static final String NOBODYS = "-";
    private static final List<String> SCOPES = List.of(
            "tenant:read",
            "tenant:write",
            "members:read",
            "members:write",
            "keys:read",
            "keys:write",
            "audit:read",
            "billing:read",
            "tenant:delete");

    private static TestServer server;
    private static Setting setting;
    private static Company other;

    /** A route, the scope that opens it, and what is answered then. */
    private record Call(String method, String path, String body, String scope, int granted) {}

    private static final List<Call> CALLS = List.of(
            new Call("GET", "", null, "tenant:read", 200),
            new Call("PATCH", "", "{\"name\":\"Renamed\"}", "tenant:write", 200),
            new Call("GET", "/members", null, "members:read", 200),
            new Call("PATCH", "/members/{colleague}", "{\"role\":\"admin\"}", "members:write", 200),
            new Call("PATCH", "/members/{colleague}", "{\"role\":\"owner\"}", NOBODYS, 0),
            new Call("PATCH", "/members/{partner}", "{\"role\":\"member\"}", NOBODYS, 0),
            new Call("DELETE", "/members/{partner}", null, NOBODYS, 0),
            new Call("GET", "/invitations", null, "members:write", 200),
            new Call("POST", "/invitations", "{\"email\":\"{new}\",\"role\":\"member\"}", "members:write", 201),
            new Call("POST", "/invitations", "{\"email\":\"{new}\",\"role\":\"owner\"}", NOBODYS, 0),
            new Call("POST", "/invitations/{invitation}/resend", null, "members:write", 200),
            new Call("DELETE", "/invitations/{invitation}", null, "members:write", 200),
            new Call("DELETE", "/members/{colleague}", null, "members:write", 204),
            new Call("POST", "/api-keys", "{\"name\":\"x\",\"scopes\":[]}", "keys:write", 201),
            new Call("POST", "/api-keys", "{\"name\":\"x\",\"scopes\":[\"other:thing\"]}", NOBODYS, 0),
            new Call("GET", "/api-keys", null, "keys:read", 200),
            new Call("GET", "/api-keys/{key}", null, "keys:read", 200),
            new Call("PATCH", "/api-keys/{key}", "{\"name\":\"x\"}", "keys:write", 200),
            new Call("POST", "/api-keys/{key}/rotate", "{}", "keys:write", 200),
            new Call("GET", "/api-keys/{key}/usage", null, "keys:read", 200),
            new Call("DELETE", "/api-keys/{key}", null, "keys:write", 204),
            new Call("GET", "/audit", null, "audit:read", 200));

    @BeforeAll
    static void start() {
        server = TestServer.start();
        setting = Setting.in(server);
        other = Company.in(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> cells() {
        return CALLS.stream().flatMap(call -> SCOPES.stream().map(scope -> Arguments.of(call, scope)));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void R8_2_1_each_scope_opens_its_own_routes_and_no_others(Call call, String scope) {
        boolean granted = scope.equals(call.scope);
        Setting own = granted ? Setting.in(server) : setting;
        Reply reply = own.send(call, ApiKey.of(own.company, scope), own.company.id());
        assertThat(reply.status()).isEqualTo(granted ? call.granted : 403);
    }

    @Test
    void R8_2_1_a_key_without_scopes_opens_nothing() {
        ApiKey none = ApiKey.of(setting.company);
        assertThat(CALLS)
                .allSatisfy(call -> assertThat(
                                setting.send(call, none, setting.company.id()).status())
                        .isEqualTo(403));
    }

    @Test
    void a_scope_for_all_of_a_resource_opens_all_of_that_and_nothing_else() {
        ApiKey keys = ApiKey.of(setting.company, "keys:*");
        assertThat(keys.get(setting.company.path("/api-keys")).status()).isEqualTo(200);
        assertThat(keys.post(setting.company.path("/api-keys"), ApiKey.body()).status())
                .isEqualTo(201);
        assertThat(keys.get(setting.company.path("/members")).status()).isEqualTo(403);
    }

    static Stream<Call> granted() {
        return CALLS.stream().filter(call -> !call.scope.equals(NOBODYS));
    }

    @ParameterizedTest
    @MethodSource("granted")
    void R8_2_2_a_tenant_of_others_is_the_same_as_none(Call call) {
        ApiKey key = ApiKey.of(setting.company, call.scope);
        Reply foreign = setting.send(call, key, other.id());
        Reply absent = setting.send(call, key, UUID.randomUUID().toString());
        Reply malformed = setting.send(call, key, "no-id");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(List.of(withoutId(foreign), withoutId(malformed))).containsOnly(withoutId(absent));
    }

    @Test
    void R8_2_2_a_key_reaches_no_other_tenant_that_its_user_owns_too() {
        String second = setting.company
                .owner()
                .post("/api/v1/tenants", "{\"name\":\"Other\"}")
                .at("/id");
        ApiKey key = ApiKey.of(setting.company, "tenant:read");
        assertThat(setting.company.owner().get("/api/v1/tenants/" + second).status())
                .isEqualTo(200);
        assertThat(key.get("/api/v1/tenants/" + second).status()).isEqualTo(404);
    }

    @Test
    void R8_2_2_a_key_of_another_tenant_is_the_same_as_none() {
        ApiKey key = ApiKey.of(setting.company, "keys:*");
        ApiKey foreign = ApiKey.of(other, "keys:read");
        for (String below : List.of("", "/usage")) {
            Reply reply = key.get(foreign.path(setting.company, below));
            Reply absent = key.get(setting.company.path("/api-keys/" + UUID.randomUUID() + below));
            assertThat(reply.status()).isEqualTo(404);
            assertThat(withoutId(reply)).isEqualTo(withoutId(absent));
        }
    }

    @Test
    void R8_3_2_a_demoted_members_key_stops_at_once_though_it_was_kept() {
        Company company = Company.in(server);
        ApiKey revoked = ApiKey.of(company, company.admin(), "tenant:write");
        String admin = company.path("/members", company.admin());
        assertThat(company.owner().patch(admin, "{\"role\":\"member\"}").status())
                .isEqualTo(200);
        assertThat(revoked.send("PATCH", company.path(""), "{\"name\":\"Mine\"}")
                        .status())
                .isEqualTo(401);
    }

    private static String withoutId(Reply reply) {
        return reply.text().replace(reply.at("/requestId"), "") + reply.header("Content-Type");
    }

    /** A company of which nobody has changed anything yet. */
    private record Setting(Company company, Person partner, Person colleague, String invitation, ApiKey key) {
        static Setting in(TestServer server) {
            Company company = Company.in(server);
            String mailed = People.mailedToken(server, company.owner().email());
            server.client().get("/api/auth/verify?token=" + mailed);
            String invited = company.owner()
                    .post(company.path("/invitations"), invitation(People.newEmail()))
                    .at("/id");
            Setting fresh =
                    new Setting(company, Person.verified(server), Person.verified(server), invited, ApiKey.of(company));
            company.join(fresh.partner, Role.OWNER);
            company.join(fresh.colleague, Role.MEMBER);
            return fresh;
        }

        Reply send(Call call, ApiKey by, String tenant) {
            return by.send(
                    call.method,
                    "/api/v1/tenants/" + tenant + filled(call.path),
                    call.body == null ? null : filled(call.body));
        }

        private static String invitation(String email) {
            return "{\"email\":\"" + email + "\",\"role\":\"member\"}";
        }

        private String filled(String template) {
            return template.replace("{partner}", template.contains("{partner}") ? Company.userId(partner) : "")
                    .replace("{colleague}", template.contains("{colleague}") ? Company.userId(colleague) : "")
                    .replace("{invitation}", invitation)
                    .replace("{key}", key.id())
                    .replace("{new}", People.newEmail());
        }
    }
}
