package io.tenantry.http.api.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.domain.membership.Membership;
import io.tenantry.domain.membership.Role;
import io.tenantry.domain.tenant.ChangeTenantStatus;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.domain.user.UserId;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantSwitchRoutesTest {
    private static final String SWITCH = "/api/v1/session/tenant";

    private final TestServer server = TestServer.start();
    private Person person;
    private String own;
    private String second;

    @BeforeEach
    void join() {
        person = Person.owner(server);
        own = person.me().at("/tenant/id");
        second = Person.owner(server).me().at("/tenant/id");
        UserId user = new UserId(UUID.fromString(person.me().at("/id")));
        server.tenantry().ports().transactions().inTenant(tenant(second), () -> {
            server.tenantry()
                    .ports()
                    .memberships()
                    .add(new Membership(
                            tenant(second),
                            user,
                            Role.MEMBER,
                            server.tenantry().clock().instant(),
                            Optional.empty()));
            return second;
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void new_tokens_work_in_the_other_tenant_and_the_old_ones_in_theirs() {
        Reply changed = person.post(SWITCH, to(second));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.at("/tenant/id")).isEqualTo(second);
        assertThat(changed.at("/role")).isEqualTo("member");
        assertThat(changed.header("Cache-Control")).contains("no-store");
        assertThat(changed.headers()).doesNotContainKey("Set-Cookie");
        Person there = new Person(server, person.email(), changed.at("/accessToken"), changed.at("/refreshToken"));
        assertThat(there.me().at("/tenant/id")).isEqualTo(second);
        assertThat(person.me().at("/tenant/id")).isEqualTo(own);
        assertThat(refreshed(there).at("/tenant/id")).isEqualTo(second);
        assertThat(refreshed(person).at("/tenant/id")).isEqualTo(own);
    }

    @Test
    void it_stays_one_session() {
        JsonNode before = person.get("/api/v1/me/sessions").json();
        person.post(SWITCH, to(second));
        assertThat(person.get("/api/v1/me/sessions").json()).isEqualTo(before);
    }

    @Test
    void who_calls_by_cookie_gets_new_cookies_and_no_token() {
        Reply opened = server.client().post("/api/v1/session", """
                        {"email":"%s","password":"%s","session":"cookie","rememberMe":true,"tenant":"%s"}""".formatted(person.email(), People.PASSWORD, own));
        Reply changed = server.client().post(SWITCH, to(second), "Cookie", cookies(opened));
        assertThat(changed.at("/tenant/id")).isEqualTo(second);
        assertThat(changed.json().has("accessToken")).isFalse();
        assertThat(changed.all("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(set -> assertThat(set).contains("Max-Age="));
        Reply me = server.client().get("/api/v1/me", "Cookie", cookies(changed));
        assertThat(me.at("/tenant/id")).isEqualTo(second);
        Reply refreshed = server.client().post("/api/v1/session/refresh", "{}", "Cookie", cookies(changed));
        assertThat(refreshed.at("/tenant/id")).isEqualTo(second);
    }

    @Test
    void who_calls_by_token_gets_cookies_where_it_asks() {
        Reply changed = person.post(SWITCH, "{\"tenantId\":\"" + second + "\",\"session\":\"cookie\"}");
        assertThat(changed.cookie("tenantry_access")).isPresent();
        assertThat(changed.json().has("accessToken")).isFalse();
    }

    @Test
    void R8_2_2_a_tenant_of_others_is_404_like_none() {
        String foreign = Person.owner(server).me().at("/tenant/id");
        assertThat(person.post(SWITCH, to(foreign)).status()).isEqualTo(404);
        assertThat(person.post(SWITCH, to(UUID.randomUUID().toString())).status())
                .isEqualTo(404);
    }

    @Test
    void a_suspended_tenant_is_403() {
        server.tenantry()
                .useCases()
                .tenants()
                .changeTenantStatus()
                .change(new ChangeTenantStatus.Command(tenant(second), TenantStatus.SUSPENDED));
        Reply reply = person.post(SWITCH, to(second));
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.at("/code")).isEqualTo("tenant_suspended");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"tenantId\":7}", "{\"tenantId\":\"acme\"}", "{\"tenantId\":null}", "{\"tenantId\":[]}"})
    void what_is_no_id_is_400(String body) {
        Reply reply = person.post(SWITCH, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/errors/tenantId").isTextual()).isTrue();
    }

    @Test
    void nobody_switches_without_signing_in() {
        assertThat(server.client().post(SWITCH, to(second)).status()).isEqualTo(401);
    }

    @Test
    void R_CSRF_a_strange_page_cannot_switch_its_visitor() {
        Reply opened = server.client().post("/api/v1/session", """
                        {"email":"%s","password":"%s","session":"cookie"}""".formatted(person.email(), People.PASSWORD));
        Reply reply =
                server.client().post(SWITCH, to(second), "Cookie", cookies(opened), "Sec-Fetch-Site", "cross-site");
        assertThat(reply.status()).isEqualTo(403);
    }

    private Reply refreshed(Person of) {
        return server.client()
                .post("/api/v1/session/refresh", "{\"refreshToken\":\"%s\"}".formatted(of.refreshToken()));
    }

    private static String to(String tenant) {
        return "{\"tenantId\":\"" + tenant + "\"}";
    }

    private static TenantId tenant(String id) {
        return new TenantId(UUID.fromString(id));
    }

    private static String cookies(Reply opened) {
        return "tenantry_access=" + opened.cookie("tenantry_access").orElseThrow() + "; tenantry_refresh="
                + opened.cookie("tenantry_refresh").orElseThrow();
    }
}
