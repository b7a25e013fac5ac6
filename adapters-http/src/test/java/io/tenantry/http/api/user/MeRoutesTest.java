package io.tenantry.http.api.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.domain.user.AppointOperator;
import io.tenantry.domain.user.EmailAddress;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        Person owner = Person.owner(server);
        Reply me = owner.me();
        assertThat(me.at("/email")).isEqualTo(owner.email());
        assertThat(me.json().at("/emailVerified").asBoolean()).isFalse();
        assertThat(me.at("/createdAt")).isEqualTo("2026-01-01T00:00:00.000Z");
        assertThat(me.at("/tenant/status")).isEqualTo("active");
        assertThat(me.at("/role")).isEqualTo("owner");
        assertThat(me.json().at("/memberships/0/tenant")).isEqualTo(me.json().get("tenant"));
        assertThat(me.at("/memberships/0/joinedAt")).isEqualTo("2026-01-01T00:00:00.000Z");
    }

    @Test
    void who_has_no_tenant_sees_none() {
        Reply me = Person.verified(server).me();
        assertThat(me.at("/firstName")).isEqualTo("Ada");
        assertThat(me.at("/fullName")).isEqualTo("Ada Lovelace");
        assertThat(me.json().at("/emailVerified").asBoolean()).isTrue();
        assertThat(me.json().get("tenant").isNull()).isTrue();
        assertThat(me.json().get("role").isNull()).isTrue();
        assertThat(me.json().get("memberships")).isEmpty();
    }

    @Test
    void who_has_said_nothing_of_themselves_has_the_usual_profile_and_no_factor() {
        JsonNode me = Person.verified(server).me().json();
        assertThat(me.get("phone").isNull()).isTrue();
        assertThat(me.get("operator").asBoolean()).isFalse();
        assertThat(me.get("profile")).hasToString("""
                {"timezone":"UTC","locale":"en","notifications":{"product":false,"invitations":true},\
                "preferences":{},"avatarUrl":null}""");
        assertThat(me.get("mfa")).hasToString("""
                {"totp":false,"recoveryCodesLeft":0,"passkeys":0}""");
    }

    @Test
    void an_operator_is_told_so() {
        Person person = Person.verified(server);
        server.tenantry()
                .useCases()
                .users()
                .appointOperator()
                .appoint(new AppointOperator.Command(EmailAddress.of(person.email()), true));
        assertThat(person.me().json().get("operator").asBoolean()).isTrue();
    }

    @Test
    void R15_3_1_nothing_is_shown_of_how_secrets_and_schemas_are_kept() {
        assertThat(Person.owner(server).me().text())
                .doesNotContainIgnoringCase("hash", "salt", "schema", "secret", "tenant_");
    }

    @Test
    void a_patch_changes_what_it_names_and_answers_with_all() {
        Person person = Person.verified(server);
        Reply changed = person.patch("/api/v1/me", """
                {"firstName":" Augusta ","phone":"+44 20 7946 0958","profile":{"timezone":"Europe/London",
                 "locale":"EN-gb","notifications":{"product":true},"preferences":{"theme":"dark","n":[1,{}]}}}""");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.at("/firstName")).isEqualTo("Augusta");
        assertThat(changed.at("/lastName")).isEqualTo("Lovelace");
        assertThat(changed.at("/phone")).isEqualTo("+44 20 7946 0958");
        assertThat(changed.json().get("profile")).hasToString("""
                {"timezone":"Europe/London","locale":"en-GB","notifications":{"product":true,"invitations":true},\
                "preferences":{"theme":"dark","n":[1,{}]},"avatarUrl":null}""");
        assertThat(person.me().json()).isEqualTo(changed.json());
    }

    @Test
    void what_a_patch_does_not_name_stays_and_null_clears() {
        Person person = Person.verified(server);
        person.patch("/api/v1/me", """
                {"phone":"12345","profile":{"timezone":"Asia/Tokyo","locale":"de","preferences":{"a":1},
                 "notifications":{"product":true,"invitations":false}}}""");
        JsonNode cleared = person.patch("/api/v1/me", """
                        {"lastName":null,"profile":{"locale":null,"notifications":{"invitations":null}}}""").json();
        assertThat(cleared.get("lastName").isNull()).isTrue();
        assertThat(cleared.get("fullName").asText()).isEqualTo("Ada");
        assertThat(cleared.get("phone").asText()).isEqualTo("12345");
        assertThat(cleared.get("profile")).hasToString("""
                {"timezone":"Asia/Tokyo","locale":"en","notifications":{"product":true,"invitations":true},\
                "preferences":{"a":1},"avatarUrl":null}""");
        assertThat(person.patch("/api/v1/me", "{}").json()).isEqualTo(cleared);
    }

    @Test
    void null_in_place_of_an_object_clears_all_that_is_in_it() {
        Person person = Person.verified(server);
        person.patch("/api/v1/me", """
                {"profile":{"timezone":"Asia/Tokyo","notifications":{"product":true},"preferences":{"a":1}}}""");
        assertThat(person.patch("/api/v1/me", "{\"profile\":null}").json().get("profile"))
                .hasToString("""
                {"timezone":"UTC","locale":"en","notifications":{"product":false,"invitations":true},\
                "preferences":{},"avatarUrl":null}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"firstName", "lastName", "phone"})
    void R2_2_1_a_text_of_which_nothing_is_left_is_refused_and_null_alone_clears(String field) {
        Person person = Person.verified(server);
        person.patch("/api/v1/me", "{\"phone\":\"12345\"}");
        for (String nothing : List.of("", " ", "\u3000")) {
            Reply reply = person.patch("/api/v1/me", "{\"" + field + "\":\"" + nothing + "\"}");
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json().get("errors").fieldNames()).toIterable().containsExactly(field);
            assertThat(person.me().json().get(field).isTextual()).isTrue();
        }
        assertThat(person.patch("/api/v1/me", "{\"" + field + "\":null}")
                        .json()
                        .get(field)
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'firstName':7}|firstName",
                "{'firstName':' '}|firstName",
                "{'firstName':['Ada']}|firstName",
                "{'lastName':'a\\u0000b'}|lastName",
                "{'lastName':'a\\ud800b'}|lastName",
                "{'lastName':'a\\nb'}|lastName",
                "{'phone':'call me'}|phone",
                "{'phone':'12'}|phone",
                "{'phone':123456}|phone",
                "{'profile':7}|profile",
                "{'profile':[]}|profile",
                "{'profile':'x'}|profile",
                "{'profile':{'timezone':'Mars/Olympus'}}|profile.timezone",
                "{'profile':{'timezone':'+02:00'}}|profile.timezone",
                "{'profile':{'timezone':'SystemV/AST4'}}|profile.timezone",
                "{'profile':{'timezone':'UTC+2'}}|profile.timezone",
                "{'profile':{'timezone':'europe/berlin'}}|profile.timezone",
                "{'profile':{'timezone':''}}|profile.timezone",
                "{'profile':{'locale':''}}|profile.locale",
                "{'profile':{'timezone':{}}}|profile.timezone",
                "{'profile':{'locale':'de_DE'}}|profile.locale",
                "{'profile':{'locale':'x-private'}}|profile.locale",
                "{'profile':{'locale':'und'}}|profile.locale",
                "{'profile':{'locale':'a'}}|profile.locale",
                "{'profile':{'locale':'en-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd'}}|profile.locale",
                "{'profile':{'locale':true}}|profile.locale",
                "{'profile':{'notifications':true}}|profile.notifications",
                "{'profile':{'notifications':{'product':'yes'}}}|profile.notifications.product",
                "{'profile':{'notifications':{'invitations':1}}}|profile.notifications.invitations",
                "{'profile':{'preferences':[]}}|profile.preferences",
                "{'profile':{'preferences':'{}'}}|profile.preferences",
                "{'profile':{'preferences':{'a':'b\\u0000'}}}|profile.preferences",
                "{'profile':{'preferences':{'a\\u0000':1}}}|profile.preferences",
                "{'profile':{'preferences':{'a':[{'b':'\\udc00'}]}}}|profile.preferences",
                "{'profile':{'preferences':{'a':1e400}}}|profile.preferences"
            })
    void R2_2_1_what_cannot_be_used_is_told_by_field_and_nothing_changes(String body, String field) {
        Person person = Person.verified(server);
        JsonNode before = person.me().json();
        Reply reply = person.patch("/api/v1/me", body.replace('\'', '"'));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("errors").fieldNames()).toIterable().containsExactly(field);
        assertThat(person.me().json()).isEqualTo(before);
    }

    @Test
    void every_field_that_cannot_be_used_is_told_at_once() {
        Reply reply = Person.verified(server).patch("/api/v1/me", """
                {"firstName":7,"phone":"x","profile":{"timezone":"x","notifications":{"product":7}}}""");
        assertThat(reply.json().get("errors")).hasToString("""
                {"firstName":"First name must be text","phone":"Phone is malformed",\
                "profile.timezone":"Profile.timezone is malformed",\
                "profile.notifications.product":"Profile.notifications.product must be true or false"}""");
    }

    @Test
    void preferences_have_4_kib_and_no_byte_more() {
        Person person = Person.verified(server);
        // {"a":"…"} are 8 bytes around the text.
        assertThat(person.patch("/api/v1/me", preferences(4096 - 8)).status()).isEqualTo(200);
        Reply over = person.patch("/api/v1/me", preferences(4096 - 8 + 1));
        assertThat(over.status()).isEqualTo(400);
        assertThat(over.json().at("/errors/profile.preferences").isTextual()).isTrue();
        assertThat(person.me().at("/profile/preferences/a")).hasSize(4096 - 8);
    }

    @Test
    void R15_3_1_what_is_not_for_users_to_change_is_passed_over() {
        Person person = Person.verified(server);
        JsonNode before = person.me().json();
        Reply reply = person.patch("/api/v1/me", """
                {"id":"0199c1de-7a60-7c3e-9d55-0f6f0c1a2b3c","email":"evil@example.com","emailVerified":false,
                 "operator":true,"role":"owner","isAdmin":true,"status":"x","tenantId":"x","schema":"x","passwordHash":"x",
                 "fullName":"Eve","createdAt":"2000-01-01T00:00:00.000Z","mfa":{"totp":true},"memberships":[{}],
                 "profile":{"avatarUrl":"https://evil.example/","operator":true}}""");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json()).isEqualTo(before);
        assertThat(person.me().json()).isEqualTo(before);
    }

    @Test
    void nobody_reads_or_changes_without_signing_in() {
        for (String method : List.of("GET", "PATCH", "DELETE")) {
            assertThat(server.client().send(method, "/api/v1/me", null).status())
                    .isEqualTo(401);
        }
        assertThat(server.client().get("/api/v1/me/export").status()).isEqualTo(401);
    }

    private static String preferences(int length) {
        return "{\"profile\":{\"preferences\":{\"a\": \"" + "x".repeat(length) + "\"}}}";
    }
}
