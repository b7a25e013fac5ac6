package io.tenantry.http.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.domain.webhook.Attempt;
import io.tenantry.domain.webhook.WebhookUrl;
import io.tenantry.http.Company;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookRoutesTest {
    private static final String USUAL =
            "{\"url\":\"https://hooks.example.org/in\",\"description\":\" Billing \",\"events\":[\"tenant.changed\",\"member.joined\"]}";

    private static TestServer server;

    private final Company company = Company.in(server);

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void who_makes_one_is_shown_its_secret_this_once() {
        Reply made = company.admin().post(company.path("/webhooks"), USUAL);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "url",
                        "description",
                        "events",
                        "active",
                        "createdAt",
                        "failingSince",
                        "previousSecretExpiresAt",
                        "secret");
        assertThat(made.at("/description")).isEqualTo("Billing");
        assertThat(made.at("/secret")).startsWith("whsec_");
        assertThat(made.header("Location")).contains(one(made));
        Reply read = company.owner().get(one(made));
        assertThat(read.json().has("secret")).isFalse();
        assertThat(company.owner().get(company.path("/webhooks")).json().at("/items"))
                .containsExactly(read.json());
    }

    @Test
    void what_is_changed_is_what_the_body_names() {
        Reply made = company.owner().post(company.path("/webhooks"), USUAL);

        Reply changed = company.owner().patch(one(made), "{\"active\":false,\"events\":[\"*\"],\"description\":null}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.at("/url")).isEqualTo("https://hooks.example.org/in");
        assertThat(changed.at("/description")).isEmpty();
        assertThat(changed.json().at("/events/0").textValue()).isEqualTo("*");
        assertThat(changed.json().at("/active").booleanValue()).isFalse();
        assertThat(company.owner().patch(one(made), "{}").json()).isEqualTo(changed.json());
    }

    @Test
    void a_renewed_secret_is_another_and_a_removed_webhook_is_gone() {
        Reply made = company.owner().post(company.path("/webhooks"), USUAL);

        Reply renewed = company.owner().post(one(made) + "/secret", "{}");

        assertThat(renewed.status()).isEqualTo(200);
        assertThat(renewed.at("/secret")).startsWith("whsec_").isNotEqualTo(made.at("/secret"));
        assertThat(renewed.at("/previousSecretExpiresAt")).startsWith("2026-01-02T");
        assertThat(company.owner().delete(one(made), "").status()).isEqualTo(204);
        assertThat(company.owner().get(one(made)).status()).isEqualTo(404);
        assertThat(company.owner().delete(one(made), "").status()).isEqualTo(404);
    }

    @Test
    void what_was_sent_is_listed_and_sent_once_more_when_that_is_wanted() {
        Reply made = company.owner().post(company.path("/webhooks"), USUAL);
        Reply test = company.owner().post(one(made) + "/test", "{}");
        assertThat(test.status()).isEqualTo(202);
        assertThat(test.at("/eventType")).isEqualTo("webhook.test");
        server.tenantry().receivers().answer(new WebhookUrl("https://hooks.example.org/in"), Attempt.answered(500));

        server.tenantry().deliverWebhooks();

        JsonNode failed = first(one(made));
        assertThat(failed.at("/id").textValue()).isEqualTo(test.at("/id"));
        assertThat(failed.at("/status").textValue()).isEqualTo("pending");
        assertThat(failed.at("/attempts").intValue()).isEqualTo(1);
        assertThat(failed.at("/lastStatus").intValue()).isEqualTo(500);
        assertThat(failed.at("/lastError").textValue()).isEqualTo("status");
        server.tenantry().receivers().answer(new WebhookUrl("https://hooks.example.org/in"), Attempt.answered(200));
        Reply replayed = company.owner().post(one(made) + "/deliveries/" + test.at("/id") + "/replay", "{}");
        assertThat(replayed.status()).isEqualTo(202);
        server.tenantry().deliverWebhooks();
        assertThat(first(one(made)).at("/status").textValue()).isEqualTo("delivered");
        assertThat(first(one(made)).at("/deliveredAt").textValue()).startsWith("2026-01-01T");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'events':['*']}|url",
                "{'url':'ftp://example.org','events':['*']}|url",
                "{'url':'https://0x7f000001/','events':['*']}|url",
                "{'url':'https://2130706433/','events':['*']}|url",
                "{'url':'https://ada:x@example.org/','events':['*']}|url",
                "{'url':'https://example.org/#a','events':['*']}|url",
                "{'url':7,'events':['*']}|url",
                "{'url':'https://example.org/'}|events",
                "{'url':'https://example.org/','events':[]}|events",
                "{'url':'https://example.org/','events':'*'}|events",
                "{'url':'https://example.org/','events':['webhook.test']}|events",
                "{'url':'https://example.org/','events':['session.sign_in']}|events",
                "{'url':'https://example.org/','events':['*'],'description':7}|description"
            })
    void what_cannot_be_used_is_named(String body, String field) {
        Reply refused = company.owner().post(company.path("/webhooks"), body.replace('\'', '"'));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors").fieldNames()).toIterable().containsExactly(field);
    }

    @Test
    void a_description_has_two_hundred_characters_at_most() {
        String body = "{\"url\":\"https://example.org/\",\"events\":[\"*\"],\"description\":\"%s\"}";

        assertThat(company.owner()
                        .post(company.path("/webhooks"), body.formatted("ü".repeat(200)))
                        .status())
                .isEqualTo(201);
        assertThat(company.owner()
                        .post(company.path("/webhooks"), body.formatted("ü".repeat(201)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void where_nothing_may_be_sent_is_told_under_its_field() {
        server.tenantry().receivers().refuse(new WebhookUrl("https://inside.example.org/"));

        Reply refused = company.owner()
                .post(company.path("/webhooks"), "{\"url\":\"https://inside.example.org/\",\"events\":[\"*\"]}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors").fieldNames()).toIterable().containsExactly("url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/secret", "/test", "/deliveries/" + "0199c1de-7a61-7c3e-9d55-0f6f0c1a2b3c" + "/replay"})
    void R8_2_1_members_are_refused_and_strangers_find_nothing(String below) {
        Reply made = company.owner().post(company.path("/webhooks"), USUAL);
        Person stranger = Company.in(server).owner();

        assertThat(call(company.member(), one(made) + below).status()).isEqualTo(403);
        assertThat(call(stranger, one(made) + below).status()).isEqualTo(404);
        assertThat(call(company.owner(), company.path("/webhooks/" + UUID.randomUUID()) + below)
                        .status())
                .isEqualTo(404);
        assertThat(call(company.owner(), company.path("/webhooks/none") + below).status())
                .isEqualTo(404);
    }

    private static Reply call(Person by, String path) {
        return path.endsWith("/secret") || path.endsWith("/test") || path.endsWith("/replay")
                ? by.post(path, "{}")
                : by.get(path);
    }

    private JsonNode first(String webhook) {
        return company.owner().get(webhook + "/deliveries").json().at("/items/0");
    }

    private String one(Reply made) {
        return company.path("/webhooks/" + made.at("/id"));
    }
}
