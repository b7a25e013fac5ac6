package io.tenantry.http.api.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.http.People;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MeRoutesTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void an_owner_sees_tenant_role_and_membership() {
        String email = People.owner(server);
        Reply me = me(email);
        assertThat(me.at("/email")).isEqualTo(email);
        assertThat(me.json().at("/emailVerified").asBoolean()).isFalse();
        assertThat(me.at("/createdAt")).isEqualTo("2026-01-01T00:00:00.000Z");
        assertThat(me.at("/tenant/status")).isEqualTo("active");
        assertThat(me.at("/role")).isEqualTo("owner");
        assertThat(me.json().at("/memberships/0/tenant")).isEqualTo(me.json().get("tenant"));
        assertThat(me.at("/memberships/0/joinedAt")).isEqualTo("2026-01-01T00:00:00.000Z");
    }

    @Test
    void who_has_no_tenant_sees_none() {
        Reply me = me(People.verified(server));
        assertThat(me.at("/firstName")).isEqualTo("Ada");
        assertThat(me.at("/fullName")).isEqualTo("Ada Lovelace");
        assertThat(me.json().at("/emailVerified").asBoolean()).isTrue();
        assertThat(me.json().get("tenant").isNull()).isTrue();
        assertThat(me.json().get("role").isNull()).isTrue();
        assertThat(me.json().get("memberships")).isEmpty();
    }

    @Test
    void R15_3_1_nothing_is_shown_of_how_secrets_and_schemas_are_kept() {
        assertThat(me(People.owner(server)).text())
                .doesNotContainIgnoringCase("hash", "salt", "schema", "secret", "tenant_");
    }

    private static Reply me(String email) {
        String token = People.signIn(server, email).at("/accessToken");
        return server.client().get("/api/v1/me", "Authorization", "Bearer " + token);
    }
}
