package io.tenantry.http.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.http.Client;
import io.tenantry.http.Company;
import io.tenantry.http.Operator;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may call the routes of the operators, and what none of these does. */
class AdminAccessTest {
    private static TestServer server;
    private static Client client;
    private static Company company;
    private static Person operator;
    private static String user;
    private static String key;

    private record Call(String method, String path, String body) {
        Reply by(Person person) {
            return client.send(method, path, bytes(), headers("Authorization", person.bearer()));
        }

        Reply by(String name, String value) {
            return client.send(method, path, bytes(), headers(name, value));
        }

        private byte[] bytes() {
            return body == null ? null : body.getBytes(StandardCharsets.UTF_8);
        }

        private String[] headers(String name, String value) {
            return body == null
                    ? new String[] {name, value}
                    : new String[] {name, value, "Content-Type", "application/json"};
        }
    }

    @BeforeAll
    static void start() {
        server = TestServer.start();
        client = server.client();
        operator = Operator.of(server);
        company = Company.in(server);
        user = Company.userId(Person.verified(server));
        key = company.owner()
                .post(company.path("/api-keys"), "{\"name\":\"Billing\",\"scopes\":[]}")
                .at("/id");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Call> everyRoute() {
        String tenant = "/api/v1/admin/tenants/" + company.id();
        String person = "/api/v1/admin/users/" + user;
        return Stream.of(
                new Call("GET", "/api/v1/admin/tenants", null),
                new Call("PATCH", tenant, "{\"plan\":\"FREE\"}"),
                new Call("POST", tenant + "/restore", "{}"),
                new Call("GET", "/api/v1/admin/users", null),
                new Call("PATCH", person, "{\"disabled\":false}"),
                new Call("POST", person + "/password-reset", "{}"),
                new Call("DELETE", person + "/sessions", null),
                new Call("GET", "/api/v1/admin/api-keys", null),
                new Call("DELETE", "/api/v1/admin/api-keys/" + key, null),
                new Call("GET", "/api/v1/admin/audit", null),
                new Call("GET", "/api/v1/admin/stats", null));
    }

    @Test
    void these_are_all_the_routes_there_are() {
        long described = new String(client.get("/openapi.yaml").bytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("      operationId: admin"))
                .count();
        assertThat(everyRoute()).hasSize((int) described);
    }

    @ParameterizedTest
    @MethodSource("everyRoute")
    void R8_2_1_operators_with_two_factors_may(Call call) {
        int granted = call.path().endsWith(key) ? 204 : 200;
        int status = call.by(operator).status();
        assertThat(status).isEqualTo(call.path().endsWith("/restore") ? 409 : granted);
    }

    @ParameterizedTest
    @MethodSource("everyRoute")
    void R8_2_1_others_may_not_whatever_their_role(Call call) {
        Person oneFactor = Operator.withOneFactor(server);
        for (Person other : List.of(company.owner(), company.admin(), company.member(), oneFactor)) {
            Reply reply = call.by(other);
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.at("/code")).isEqualTo("forbidden");
        }
    }

    @ParameterizedTest
    @MethodSource("everyRoute")
    void R8_2_1_who_is_not_signed_in_is_401(Call call) {
        assertThat(call.by("X-Nothing", "x").status()).isEqualTo(401);
        assertThat(call.by("Authorization", "Bearer x").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("everyRoute")
    void R8_2_2_others_do_not_learn_what_there_is_nor_what_a_body_should_be(Call call) {
        String absent = UUID.randomUUID().toString();
        String path =
                call.path().replace(company.id(), absent).replace(user, absent).replace(key, absent);
        Call other = new Call(call.method(), path, call.body() == null ? null : "[");
        assertThat(other.by(company.owner()).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("everyRoute")
    void what_is_not_there_is_404_to_operators(Call call) {
        for (String absent : List.of(UUID.randomUUID().toString(), "x")) {
            String path = call.path()
                    .replace(company.id(), absent)
                    .replace(user, absent)
                    .replace(key, absent);
            if (!path.equals(call.path())) {
                assertThat(new Call(call.method(), path, call.body())
                                .by(operator)
                                .status())
                        .isEqualTo(404);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyRoute")
    void R6_4_6_no_route_of_an_operator_sets_a_password(Call call) {
        String password = "another horse battery";
        Person victim = Person.verified(server);
        String path = call.path().replace(user, Company.userId(victim));
        String body = """
                {"disabled":false,"plan":"FREE","password":"%1$s","newPassword":"%1$s","passwordHash":"%1$s"}""".formatted(password);
        new Call(call.method(), path, call.method().equals("GET") ? null : body).by(operator);
        assertThat(client.post("/api/v1/session", People.credentials(victim.email(), password))
                        .status())
                .isEqualTo(401);
        assertThat(client.post("/api/v1/session", People.credentials(victim.email(), People.PASSWORD))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("everyRoute")
    void R8_2_3_no_answer_to_an_operator_holds_a_secret(Call call) {
        assertThat(call.by(operator)
                        .text()
                        .replaceAll("previousSecret(Requests|ExpiresAt)", "")
                        .toLowerCase(Locale.ROOT))
                .doesNotContain("hash", "secret", "salt", "digest", "accesstoken", "refreshtoken", "\"token\"");
    }
}
