package io.tenantry;

import static io.tenantry.contract.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Api;
import io.tenantry.contract.Api.Answer;
import io.tenantry.contract.Together;
import io.tenantry.database.ExternalPostgres;
import io.tenantry.tenant.Company;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one database, to which a client repeats what it asked for. */
class TwoNodesRepetitionIT {

    private static final String SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final int CALLERS = 20;

    @TempDir
    static Path folder;

    private static ExternalPostgres postgres;
    private static RunningTenantry one;
    private static RunningTenantry other;

    private final Api here = api(one);
    private final Api there = api(other);

    @BeforeAll
    static void start() {
        postgres = ExternalPostgres.start(folder.resolve("cluster"));
        postgres.execute("create role nodes login password 'nodes-password'", "create database nodes owner nodes");
        Map<String, String> settings = Map.of(
                "DATABASE_URL",
                postgres.url("nodes", "nodes-password", "nodes"),
                "TENANTRY_SECRET",
                SECRET,
                "TENANTRY_PUBLIC_URL",
                "http://localhost:8080",
                "TENANTRY_RATE_LIMITS",
                "off",
                "TENANTRY_DATA",
                folder.resolve("data").toString());
        one = RunningTenantry.start(settings);
        other = RunningTenantry.start(settings);
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
        postgres.close();
    }

    @RepeatedTest(5)
    void of_twenty_that_ask_both_for_one_key_one_makes_it_and_all_come_to_hold_it() {
        Company company = Company.founded(here);
        String body = "{\"name\":\"Billing\",\"scopes\":[\"billing:read\"]}";
        String idempotencyKey = UUID.randomUUID().toString();

        List<Answer> answers = Together.all(
                CALLERS,
                n -> untilAnswered(
                        n % 2 == 0 ? here : there,
                        company.path("/api-keys"),
                        body,
                        company.owner().access(),
                        idempotencyKey));

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers).filteredOn(answer -> !isRepeated(answer)).hasSize(1);
        assertThat(answers)
                .extracting(answer -> answer.text("/key"))
                .containsOnly(answers.get(0).text("/key"));
        assertThat(here.get(company.path("/api-keys"), company.owner().access())
                        .json()
                        .at("/items"))
                .hasSize(1);
    }

    @Test
    void a_registration_that_one_has_answered_is_answered_by_the_other_as_well() {
        String body = json("name", "Acme", "email", Api.fresh("once-") + "@acme.example", "password", Api.PASSWORD);

        Answer first = post(here, "/api/tenants/register", body, "registration-1");
        Answer again = post(there, "/api/tenants/register", body, "registration-1");
        Answer anothers = post(there, "/api/tenants/register", body.replace("Acme", "Globex"), "registration-1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(isRepeated(again)).isTrue();
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(anothers.status()).isEqualTo(422);
    }

    @Test
    void two_who_chose_the_same_key_do_not_meet() {
        Company acme = Company.founded(here);
        Company globex = Company.founded(there);

        Answer ofAcme = create(here, acme);
        Answer ofGlobex = create(there, globex);

        assertThat(ofAcme.status()).isEqualTo(201);
        assertThat(ofGlobex.status()).isEqualTo(201);
        assertThat(ofGlobex.text("/id")).isNotEqualTo(ofAcme.text("/id"));
        assertThat(create(there, acme).text("/id")).isEqualTo(ofAcme.text("/id"));
    }

    private static Answer create(Api api, Company company) {
        return untilAnswered(
                api, "/api/v1/tenants", json("name", "Second"), company.owner().access(), "1");
    }

    /** As a client does that hears 409 with Retry-After, only sooner. */
    private static Answer untilAnswered(Api api, String path, String body, String access, String key) {
        Answer answer = signedIn(api, path, body, access, key);
        while (answer.status() == 409 && "request_under_way".equals(answer.text("/code"))) {
            LockSupport.parkNanos(10_000_000);
            answer = signedIn(api, path, body, access, key);
        }
        return answer;
    }

    private static Answer signedIn(Api api, String path, String body, String access, String key) {
        return api.send(
                "POST",
                path,
                request -> request.header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + access)
                        .header("Idempotency-Key", key),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer post(Api api, String path, String body, String key) {
        return api.send(
                "POST",
                path,
                request -> request.header("Content-Type", "application/json").header("Idempotency-Key", key),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isRepeated(Answer answer) {
        return answer.response()
                .headers()
                .firstValue("Idempotency-Replayed")
                .filter("true"::equals)
                .isPresent();
    }

    private static Api api(RunningTenantry node) {
        return new Api(node.baseUri(), new SentMails(folder.resolve("data").resolve("mail")));
    }
}
