package io.tenantry.http.api.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.membership.Role;
import io.tenantry.http.Company;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may call what, cell by cell: each role, in their own tenant, in one of others, and in none that there is. */
class TenantMatrixTest {
    private static final String PLEDGE = "{\"password\":\"" + People.PASSWORD + "\",\"slug\":\"{slug}\"}";

    private static TestServer server;
    private static Company other;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        other = Company.in(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** A route, and what owner, admin and member get in their own tenant. {@code partner} is an owner, {@code colleague} a member. */
    private record Call(String method, String path, String body, int owner, int admin, int member) {
        int in(Who who) {
            return switch (who) {
                case OWNER -> owner;
                case ADMIN -> admin;
                case MEMBER -> member;
                case STRANGER -> 404;
                case SIGNED_OUT -> 401;
            };
        }
    }

    private static final List<Call> CALLS = List.of(
            new Call("GET", "", null, 200, 200, 200),
            new Call("PATCH", "", "{\"name\":\"Renamed\"}", 200, 200, 403),
            new Call("DELETE", "", PLEDGE, 204, 403, 403),
            new Call("GET", "/members", null, 200, 200, 200),
            new Call("PATCH", "/members/{colleague}", "{\"role\":\"admin\"}", 200, 200, 403),
            new Call("PATCH", "/members/{colleague}", "{\"role\":\"owner\"}", 200, 403, 403),
            new Call("PATCH", "/members/{partner}", "{\"role\":\"member\"}", 200, 403, 403),
            new Call("DELETE", "/members/{colleague}", null, 204, 204, 403),
            new Call("DELETE", "/members/{partner}?apiKeys=keep", null, 204, 403, 403),
            new Call("DELETE", "/members/{absent}", null, 404, 404, 403),
            new Call("POST", "/leave", null, 204, 204, 204),
            new Call("GET", "/domains", null, 200, 200, 200),
            new Call("POST", "/domains", "{\"host\":\"new.example\"}", 201, 201, 403),
            new Call("POST", "/domains/{host}/verify", null, 200, 200, 403),
            new Call("DELETE", "/domains/{host}", null, 204, 204, 403),
            new Call("GET", "/audit", null, 200, 200, 403));

    private enum Who {
        OWNER,
        ADMIN,
        MEMBER,
        STRANGER,
        SIGNED_OUT
    }

    static Stream<Arguments> cells() {
        return CALLS.stream().flatMap(call -> Arrays.stream(Who.values()).map(who -> Arguments.of(call, who)));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void R8_2_1_only_the_documented_cells_are_granted(Call call, Who who) {
        Setting setting = Setting.fresh();
        assertThat(setting.send(call, who, setting.company.id()).status()).isEqualTo(call.in(who));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void R8_2_2_a_tenant_of_others_is_the_same_as_none(Call call, Who who) {
        Setting setting = Setting.fresh();
        Reply foreign = setting.send(call, who, other.id());
        Reply absent = setting.send(call, who, UUID.randomUUID().toString());
        Reply malformed = setting.send(call, who, "no-id");
        assertThat(foreign.status()).isEqualTo(who == Who.SIGNED_OUT ? 401 : 404);
        assertThat(List.of(withoutId(foreign), withoutId(malformed))).containsOnly(withoutId(absent));
    }

    private static String withoutId(Reply reply) {
        return reply.text().replace(reply.at("/requestId"), "") + reply.header("Content-Type");
    }

    /** A company of which nobody has changed anything yet. */
    private record Setting(Company company, Person partner, Person colleague, Person stranger, String host) {
        static Setting fresh() {
            Company company = Company.in(server);
            Setting setting = new Setting(
                    company,
                    Person.verified(server),
                    Person.verified(server),
                    Person.owner(server),
                    "a" + company.id() + ".example");
            company.join(setting.partner, Role.OWNER);
            company.join(setting.colleague, Role.MEMBER);
            Reply claimed = company.owner().post(company.path("/domains"), "{\"host\":\"" + setting.host + "\"}");
            server.tenantry().dns().show(claimed.at("/txtRecord/name"), claimed.at("/txtRecord/value"));
            return setting;
        }

        Reply send(Call call, Who who, String tenant) {
            String path = "/api/v1/tenants/" + tenant + filled(call.path);
            byte[] body = call.body == null ? null : filled(call.body).getBytes(StandardCharsets.UTF_8);
            return server.client().send(call.method, path, body, headers(who, body));
        }

        private String[] headers(Who who, byte[] body) {
            Stream<String> type = body == null ? Stream.empty() : Stream.of("Content-Type", "application/json");
            Stream<String> token = who == Who.SIGNED_OUT
                    ? Stream.empty()
                    : Stream.of("Authorization", person(who).bearer());
            return Stream.concat(type, token).toArray(String[]::new);
        }

        private Person person(Who who) {
            return switch (who) {
                case OWNER -> company.owner();
                case ADMIN -> company.admin();
                case MEMBER -> company.member();
                default -> stranger;
            };
        }

        private String filled(String template) {
            return template.replace("{slug}", template.contains("{slug}") ? company.slug() : "")
                    .replace("{partner}", Company.userId(partner))
                    .replace("{colleague}", Company.userId(colleague))
                    .replace("{absent}", UUID.randomUUID().toString())
                    .replace("{host}", host);
        }
    }
}
