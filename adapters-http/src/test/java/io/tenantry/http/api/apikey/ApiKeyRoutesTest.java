package io.tenantry.http.api.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.http.ApiKey;
import io.tenantry.http.Company;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyRoutesTest {
    private static TestServer server;
    private Company company;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void found() {
        company = Company.in(server);
    }

    @Test
    void a_key_is_shown_when_it_is_made_and_says_where_it_is_to_be_found() {
        Reply made = company.owner().post(company.path("/api-keys"), """
                {"name":" Billing ","scopes":["members:read","billing:read","members:read"],\
                "expiresAt":"2100-01-01T02:00:00.1234567+02:00"}""");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).contains(company.path("/api-keys/" + made.at("/id")));
        assertThat(made.header("Cache-Control")).contains("no-store");
        assertThat(made.at("/name")).isEqualTo("Billing");
        assertThat(made.json().get("scopes")).hasToString("[\"billing:read\",\"members:read\"]");
        assertThat(made.at("/expiresAt")).isEqualTo("2100-01-01T00:00:00.123Z");
        assertThat(made.at("/createdBy")).isEqualTo(Company.userId(company.owner()));
        assertThat(made.at("/key")).startsWith(made.at("/prefix") + "_").endsWith(made.at("/lastFour"));
        assertThat(made.json().get("active").booleanValue()).isTrue();
    }

    @Test
    void R6_5_2_it_is_shown_that_once_and_in_no_other_answer() {
        ApiKey key = ApiKey.of(company, "keys:*");
        Stream<Reply> later = Stream.of(
                company.owner().get(company.path("/api-keys")),
                company.owner().get(key.path(company, "")),
                company.owner().patch(key.path(company, ""), "{\"name\":\"Renamed\"}"),
                company.owner().get(key.path(company, "/usage")),
                company.owner().get(company.path("/audit")),
                key.get(key.path(company, "")),
                key.verify(),
                company.owner().get("/api/v1/me/export"));
        assertThat(later)
                .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(200))
                .allSatisfy(reply -> assertThat(reply.text() + reply.headers())
                        .doesNotContain(key.secret(), key.secret().substring(26, 40)));
    }

    @Test
    void the_newest_stands_first_and_a_page_goes_on_where_the_one_before_ended() {
        List<String> ids = Stream.generate(() -> {
                    server.tenantry().clock().advance(Duration.ofSeconds(1));
                    return ApiKey.of(company).id();
                })
                .limit(3)
                .toList();
        Reply first = company.admin().get(company.path("/api-keys?limit=2"));
        Reply second = company.admin().get(company.path("/api-keys?limit=2&cursor=" + first.at("/nextCursor")));
        assertThat(List.of(first.at("/items/0/id"), first.at("/items/1/id"), second.at("/items/0/id")))
                .containsExactly(ids.get(2), ids.get(1), ids.get(0));
        assertThat(second.json().get("nextCursor").isNull()).isTrue();
    }

    @Test
    void a_key_gets_another_name_and_keeps_all_else() {
        ApiKey key = ApiKey.of(company, "billing:read");
        Reply before = company.owner().get(key.path(company, ""));
        Reply after = company.owner().patch(key.path(company, ""), "{\"name\":\"Reports\",\"scopes\":[\"keys:*\"]}");
        assertThat(after.at("/name")).isEqualTo("Reports");
        assertThat(after.text()).isEqualTo(before.text().replace("\"Billing\"", "\"Reports\""));
    }

    @Test
    void a_rotated_keys_old_secret_works_through_the_overlap_and_it_is_counted_how_often() {
        ApiKey old = ApiKey.of(company, "tenant:read");
        Reply rotated = company.owner().post(old.path(company, "/rotate"), "{\"overlapSeconds\":60}");
        assertThat(rotated.status()).isEqualTo(200);
        assertThat(rotated.header("Cache-Control")).contains("no-store");
        ApiKey fresh = old.withSecret(rotated.at("/key"));
        assertThat(fresh.secret()).isNotEqualTo(old.secret()).startsWith(rotated.at("/prefix"));
        assertThat(Stream.of(old, old, fresh)
                        .map(key -> key.get(company.path("")).status()))
                .containsOnly(200);
        server.tenantry().useCases().apiKeys().writeApiKeyUse().write();
        Reply shown = company.owner().get(old.path(company, ""));
        assertThat(List.of(shown.at("/requests"), shown.at("/previousSecretRequests")))
                .containsExactly("3", "2");
        assertThat(shown.json().get("previousSecretExpiresAt").isNull()).isFalse();
        server.tenantry().clock().advance(Duration.ofSeconds(60));
        assertThat(old.get(company.path("")).status()).isEqualTo(401);
        assertThat(fresh.get(company.path("")).status()).isEqualTo(200);
    }

    @Test
    void without_an_overlap_the_old_secret_ends_at_once() {
        ApiKey old = ApiKey.of(company, "tenant:read");
        Reply rotated = company.owner().post(old.path(company, "/rotate"), null);
        assertThat(rotated.json().get("previousSecretExpiresAt").isNull()).isTrue();
        assertThat(old.get(company.path("")).status()).isEqualTo(401);
    }

    @Test
    void a_revoked_key_lets_nobody_pass_and_stays_listed() {
        ApiKey key = ApiKey.of(company, "tenant:read");
        for (int i = 0; i < 2; i++) {
            assertThat(company.owner().delete(key.path(company, ""), null).status())
                    .isEqualTo(204);
        }
        assertThat(key.get(company.path("")).status()).isEqualTo(401);
        Reply shown = company.owner().get(key.path(company, ""));
        assertThat(shown.json().get("active").booleanValue()).isFalse();
        assertThat(shown.json().get("revokedAt").isNull()).isFalse();
        assertThat(company.owner()
                        .patch(key.path(company, ""), "{\"name\":\"x\"}")
                        .at("/code"))
                .isEqualTo("conflict");
        assertThat(company.owner().post(key.path(company, "/rotate"), "{}").status())
                .isEqualTo(409);
    }

    @Test
    void an_expired_key_lets_nobody_pass() {
        String end = server.tenantry().clock().instant().plusSeconds(60).toString();
        Reply made = company.owner()
                .post(
                        company.path("/api-keys"),
                        "{\"name\":\"x\",\"scopes\":[\"tenant:read\"],\"expiresAt\":\"" + end + "\"}");
        ApiKey key = new ApiKey(server, made.at("/id"), made.at("/key"));
        assertThat(key.get(company.path("")).status()).isEqualTo(200);
        server.tenantry().clock().advance(Duration.ofSeconds(60));
        assertThat(key.get(company.path("")).status()).isEqualTo(401);
        assertThat(company.owner()
                        .get(key.path(company, ""))
                        .json()
                        .get("active")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void usage_is_told_day_by_day_and_altogether() {
        ApiKey key = ApiKey.of(company, "keys:read");
        key.get(key.path(company, ""));
        server.client().post("/api/v1/api-keys/verify", "{\"key\":\"" + key.secret() + "\",\"units\":7}");
        server.tenantry().useCases().apiKeys().writeApiKeyUse().write();
        Reply usage = company.owner().get(key.path(company, "/usage"));
        assertThat(usage.json().get("items")).hasSize(30);
        assertThat(usage.json().get("items").get(29).toString()).endsWith("\"requests\":2,\"units\":7}");
        assertThat(usage.json().get("totals")).hasToString("{\"requests\":2,\"units\":7}");
        Reply past = company.owner().get(key.path(company, "/usage?from=2024-02-28&to=2024-03-01"));
        assertThat(past.json().get("items").findValuesAsText("day"))
                .containsExactly("2024-02-28", "2024-02-29", "2024-03-01");
        assertThat(past.json().get("totals")).hasToString("{\"requests\":0,\"units\":0}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=yesterday",
                "from=2026-02-30",
                "to=2026-1-1",
                "from=2026-01-02&to=2026-01-01",
                "from=2020-01-01&to=2026-01-01",
                "from=0000-01-01&to=0000-01-02",
                "from=%C3%A4",
                "to=2026-01-01&to=2026-01-01",
                "from=+999999999-01-01",
                "from=2026-01-01T00:00:00Z"
            })
    void days_that_cannot_be_told_of_are_400(String query) {
        ApiKey key = ApiKey.of(company);
        Reply reply = company.owner().get(key.path(company, "/usage?" + query));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/code")).isEqualTo("validation_failed");
    }

    @Test
    void R8_3_3_a_key_makes_no_key_that_is_wider_than_itself() {
        ApiKey key = ApiKey.of(company, "keys:write", "billing:*");
        String all = company.path("/api-keys");
        assertThat(key.post(all, ApiKey.body("billing:read", "keys:write")).status())
                .isEqualTo(201);
        for (String wider : List.of("keys:read", "keys:*", "tenant:write", "other:read")) {
            assertThat(key.post(all, ApiKey.body(wider)).status()).isEqualTo(403);
        }
    }

    @Test
    void R8_2_1_members_see_and_make_no_keys() {
        ApiKey key = ApiKey.of(company);
        assertThat(company.member().get(company.path("/api-keys")).status()).isEqualTo(403);
        assertThat(company.member().get(key.path(company, "")).status()).isEqualTo(403);
        assertThat(company.member()
                        .post(company.path("/api-keys"), ApiKey.body())
                        .status())
                .isEqualTo(403);
        assertThat(company.member().delete(key.path(company, ""), null).status())
                .isEqualTo(403);
    }

    @Test
    void what_a_removed_members_keys_are_kept_for_becomes_the_callers() {
        ApiKey kept = ApiKey.of(company, company.admin(), "tenant:read");
        String admin = company.path("/members", company.admin());
        assertThat(company.owner().delete(admin + "?apiKeys=keep", null).status())
                .isEqualTo(204);
        assertThat(kept.get(company.path("")).status()).isEqualTo(200);
        assertThat(company.owner().get(kept.path(company, "")).at("/createdBy"))
                .isEqualTo(Company.userId(company.owner()));
    }

    @Test
    void what_a_demoted_members_keys_are_kept_for_becomes_the_callers() {
        ApiKey kept = ApiKey.of(company, company.admin(), "tenant:write");
        String admin = company.path("/members", company.admin());
        company.owner().patch(admin, "{\"role\":\"member\",\"apiKeys\":\"keep\"}");
        assertThat(kept.send("PATCH", company.path(""), "{\"name\":\"Still\"}").status())
                .isEqualTo(200);
    }

    @Test
    void a_removed_members_keys_are_revoked_if_nothing_is_said() {
        ApiKey gone = ApiKey.of(company, company.admin(), "tenant:read");
        company.owner().delete(company.path("/members", company.admin()), null);
        assertThat(gone.get(company.path("")).status()).isEqualTo(401);
    }
}
