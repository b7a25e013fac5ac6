package io.tenantry.http.api.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MySessionsRoutesTest {
    private static final String SESSIONS = "/api/v1/me/sessions";

    private final TestServer server = TestServer.start();
    private final Person person = Person.signIn(server, People.verified(server), "User-Agent", "Laptop/1.0");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void R7_5_2_the_user_sees_where_they_are_signed_in_the_latest_used_first() {
        server.tenantry().clock().advance(Duration.ofMinutes(5));
        Person phone = person.again("User-Agent", "Phone/2.0");
        JsonNode items = phone.get(SESSIONS).json().get("items");
        assertThat(items.findValuesAsText("userAgent")).containsExactly("Phone/2.0", "Laptop/1.0");
        assertThat(items.findValuesAsText("current")).containsExactly("true", "false");
        assertThat(items.at("/1/createdAt").asText()).isEqualTo("2026-01-01T00:00:00.000Z");
        assertThat(items.at("/1/expiresAt").asText()).isEqualTo("2026-01-02T00:00:00.000Z");
        assertThat(items.at("/0/ip").asText()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(items.at("/0/rememberMe").asBoolean()).isFalse();
    }

    @Test
    void sessions_of_every_contract_are_among_them_and_remembered_ones_say_so() {
        server.client().post("/api/auth/token/", """
                        {"email":"%s","password":"%s","rememberMe":true}""".formatted(person.email(), People.PASSWORD));
        JsonNode items = person.get(SESSIONS).json().get("items");
        assertThat(items.findValuesAsText("rememberMe")).containsExactlyInAnyOrder("true", "false");
    }

    @Test
    void R7_5_2_one_session_is_ended_and_the_others_go_on() {
        Person other = person.again();
        Person third = person.again();
        Reply left = person.delete(SESSIONS + "/" + current(other), null);
        assertThat(left.json().get("items")).hasSize(2);
        assertThat(other.isSignedIn()).isFalse();
        assertThat(third.isSignedIn()).isTrue();
        assertThat(person.delete(SESSIONS + "/" + current(third), null).status())
                .isEqualTo(200);
        assertThat(person.isSignedIn()).isTrue();
    }

    @Test
    void R7_5_2_all_others_are_ended_at_once() {
        Person other = person.again();
        Reply left = person.delete(SESSIONS, null);
        assertThat(left.json().get("items").findValuesAsText("current")).containsExactly("true");
        assertThat(other.isSignedIn()).isFalse();
        assertThat(person.isSignedIn()).isTrue();
    }

    @Test
    void R8_2_2_a_strangers_session_is_404_like_none_and_goes_on() {
        Person stranger = Person.verified(server);
        for (String id : List.of(current(stranger), UUID.randomUUID().toString(), "current", "%27")) {
            assertThat(person.delete(SESSIONS + "/" + id, null).status()).isEqualTo(404);
        }
        assertThat(person.delete(SESSIONS + "/" + current(stranger), null).status())
                .isEqualTo(404);
        assertThat(stranger.isSignedIn()).isTrue();
    }

    @Test
    void who_ends_the_session_at_hand_by_cookie_has_none_afterwards() {
        Reply opened = server.client().post("/api/v1/session", """
                        {"email":"%s","password":"%s","session":"cookie"}""".formatted(person.email(), People.PASSWORD));
        String cookie = "tenantry_access=" + opened.cookie("tenantry_access").orElseThrow();
        String id = current(server.client().get(SESSIONS, "Cookie", cookie));
        Reply ended = server.client().delete(SESSIONS + "/" + id, "Cookie", cookie);
        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.all("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(set -> assertThat(set).contains("Max-Age=0"));
    }

    @Test
    void a_list_comes_in_pages_each_session_once() {
        for (int i = 0; i < 6; i++) {
            person.again();
        }
        List<String> seen = new ArrayList<>();
        String query = "?limit=3";
        do {
            Reply page = person.get(SESSIONS + query);
            page.json().get("items").findValuesAsText("id").forEach(seen::add);
            JsonNode next = page.json().get("nextCursor");
            query = next.isNull() ? null : "?limit=3&cursor=" + next.asText();
        } while (query != null);
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void a_page_goes_on_where_its_last_item_was_though_that_is_gone() {
        for (int i = 0; i < 4; i++) {
            person.again();
        }
        JsonNode first = person.get(SESSIONS + "?limit=2").json();
        String last = first.at("/items/1/id").asText();
        person.delete(SESSIONS + "/" + last, null);
        Reply next = person.get(
                SESSIONS + "?limit=100&cursor=" + first.get("nextCursor").asText());
        assertThat(next.status()).isEqualTo(200);
        assertThat(next.json().get("items").findValuesAsText("id")).isNotEmpty().doesNotContain(last);
        assertThat(next.json().get("nextCursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,limit",
        "limit=101,limit",
        "limit=-1,limit",
        "limit=x,limit",
        "limit=,limit",
        "limit=1e1,limit",
        "cursor=,cursor",
        "cursor=x,cursor",
        "cursor=%00,cursor",
        "cursor=****,cursor",
        "cursor=OTk5OTk5OTk5OTk5OTphYg,cursor"
    })
    void a_limit_or_cursor_that_is_none_is_400(String query, String field) {
        Reply reply = person.get(SESSIONS + "?" + query);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/errors/" + field).isTextual()).isTrue();
    }

    private static String current(Person of) {
        return current(of.get(SESSIONS));
    }

    private static String current(Reply sessions) {
        return sessions.json()
                .get("items")
                .valueStream()
                .filter(session -> session.get("current").asBoolean())
                .map(session -> session.get("id").asText())
                .findFirst()
                .orElseThrow();
    }
}
