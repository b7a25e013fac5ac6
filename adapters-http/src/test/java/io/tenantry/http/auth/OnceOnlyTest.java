package io.tenantry.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.credential.TokenDigest;
import io.tenantry.domain.idempotency.Attempt;
import io.tenantry.domain.idempotency.KeyedCall;
import io.tenantry.domain.idempotency.KeyedCallFixture;
import io.tenantry.http.ApiKey;
import io.tenantry.http.Client;
import io.tenantry.http.Company;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.RawHttp;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that come again under one {@code Idempotency-Key}. */
class OnceOnlyTest {
    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final String TENANTS = "/api/v1/tenants";

    private TestServer server;
    private Client client;

    @BeforeEach
    void start() {
        server = TestServer.start();
        client = server.client();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** How one signs up by a contract, and what it says to another body. */
    record Registration(String path, String body, String refusal) {
        String of(String email) {
            return body.formatted(email).replace("PASSWORD", People.PASSWORD);
        }
    }

    static Stream<Registration> registrations() {
        String text = "The Idempotency-Key was used for another request";
        return Stream.of(
                new Registration("/api/tenants/register", """
                        {"name":"Acme","email":"%s","password":"PASSWORD"}""", "{\"success\":false,\"message\":\"" + text + "\"}"),
                new Registration(
                        "/api/auth/register", """
                        {"tenantName":"Acme","tenantSlug":"acme","userFullName":"Ada","userEmail":"%s","userPassword":"PASSWORD"}""", "{\"success\":false,\"message\":\"" + text + "\",\"data\":null}"),
                new Registration("/api/auth/register/", """
                        {"organization_name":"Acme","email":"%s","password":"PASSWORD","password_confirm":"PASSWORD"}""", "{\"detail\":\"" + text + ".\"}"),
                new Registration("/api/auth/register", """
                        {"email":"%s","password":"PASSWORD","confirmPassword":"PASSWORD"}""", "{\"message\":\"" + text + "\"}"));
    }

    @ParameterizedTest
    @MethodSource("registrations")
    void a_registration_that_comes_again_is_answered_as_at_first_in_every_contract(Registration registration) {
        String body = registration.of(People.newEmail());

        Reply first = client.post(registration.path(), body, KEY, "a");
        Reply again = client.post(registration.path(), body, KEY, "a");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header(REPLAYED)).isEmpty();
        isRepetitionOf(first, again);
        assertThat(client.post(registration.path(), body, KEY, "b").status()).isBetween(400, 409);
        assertThat(client.post(registration.path(), body).status()).isBetween(400, 409);
    }

    @ParameterizedTest
    @MethodSource("registrations")
    void another_body_under_the_same_key_is_422_in_the_words_of_the_contract(Registration registration) {
        client.post(registration.path(), registration.of(People.newEmail()), KEY, "a");

        Reply other = client.post(registration.path(), registration.of(People.newEmail()), KEY, "a");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text()).isEqualTo(registration.refusal());
    }

    @ParameterizedTest
    @MethodSource("registrations")
    void a_key_that_is_none_is_400_in_the_words_of_the_contract(Registration registration) {
        String email = People.newEmail();

        Reply refused = client.post(registration.path(), registration.of(email), KEY, "two words");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().propertyStream().map(Map.Entry::getKey))
                .first()
                .isEqualTo(registration
                        .refusal()
                        .substring(2, registration.refusal().indexOf("\":")));
        assertThat(client.post(registration.path(), registration.of(email)).status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "\u00e9", "a\tb"})
    void a_key_of_the_wrong_form_is_400_and_makes_nothing(String key) {
        Person ada = Person.verified(server);

        Reply refused = raw(ada, KEY + ": " + key + "\r\n", "{\"name\":\"Second\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/code")).isEqualTo("bad_request");
        assertThat(tenants(ada)).isZero();
    }

    @Test
    void a_key_has_255_characters_at_most_and_stands_once() {
        Person ada = Person.verified(server);

        assertThat(create(ada, "Second", "k".repeat(256)).status()).isEqualTo(400);
        assertThat(raw(ada, KEY + ": a\r\n" + KEY + ": a\r\n", "{\"name\":\"Second\"}")
                        .status())
                .isEqualTo(400);
        assertThat(create(ada, "Second", "k".repeat(255)).status()).isEqualTo(201);
        assertThat(tenants(ada)).isEqualTo(1);
    }

    @Test
    void status_location_and_body_come_again_to_the_byte_and_one_tenant_is_made() {
        Person ada = Person.verified(server);

        Reply first = create(ada, "Grüße 👋", "a");
        Reply again = client.post(TENANTS + "/", "{\"name\":\"Grüße 👋\"}", "Authorization", ada.bearer(), KEY, "a");

        isRepetitionOf(first, again);
        assertThat(again.header("Location")).isEqualTo(first.header("Location")).isPresent();
        assertThat(again.header("Cache-Control")).contains("no-store");
        assertThat(tenants(ada)).isEqualTo(1);
    }

    @Test
    void a_secret_that_is_shown_once_comes_again_to_who_made_it() {
        Company company = Company.in(server);
        String path = company.path("/api-keys");

        Reply first = post(company.owner(), path, ApiKey.body("tenant:read"), "a");
        Reply again = post(company.owner(), path, ApiKey.body("tenant:read"), "a");

        isRepetitionOf(first, again);
        assertThat(again.at("/key")).startsWith("tk_");
        assertThat(company.owner().get(path).json().required("items")).hasSize(1);

        String rotate = path + "/" + first.at("/id") + "/rotate";
        Reply rotated = post(company.owner(), rotate, "{}", "a");
        isRepetitionOf(rotated, post(company.owner(), rotate, "{}", "a"));
        assertThat(new ApiKey(server, first.at("/id"), rotated.at("/key"))
                        .verify()
                        .at("/valid"))
                .isEqualTo("true");
    }

    @Test
    void callers_do_not_share_their_keys_be_they_users_or_api_keys() {
        Company company = Company.in(server);
        ApiKey one = ApiKey.of(company, "keys:write", "billing:read");
        ApiKey other = ApiKey.of(company, "keys:write", "billing:read");
        String path = company.path("/api-keys");
        String body = ApiKey.body("billing:read");

        List<Reply> made = List.of(
                post(company.owner(), path, body, "a"),
                post(company.admin(), path, body, "a"),
                post(one, path, body),
                post(other, path, body));

        assertThat(made).allMatch(reply -> reply.status() == 201);
        assertThat(made).extracting(reply -> reply.at("/id")).doesNotHaveDuplicates();
        assertThat(post(one, path, body).text()).isEqualTo(made.get(2).text());
        assertThat(post(other, path, body).text()).isEqualTo(made.get(3).text());
    }

    @Test
    void a_token_that_an_api_key_was_given_is_the_same_caller() {
        Company company = Company.in(server);
        ApiKey key = ApiKey.of(company, "keys:write");
        String path = company.path("/api-keys");
        String token = token(key, "");

        Reply first = post(key, path, ApiKey.body());
        Reply again = client.post(path, ApiKey.body(), "Authorization", "Bearer " + token, KEY, "a");

        isRepetitionOf(first, again);
    }

    @Test
    void R8_4_1_another_tenant_is_another_operation_and_its_walls_stand() {
        Company acme = Company.in(server);
        Company globex = Company.in(server);
        Reply made = post(acme.owner(), acme.path("/api-keys"), ApiKey.body(), "a");

        Reply foreign = post(globex.owner(), acme.path("/api-keys"), ApiKey.body(), "a");
        Reply own = post(globex.owner(), globex.path("/api-keys"), ApiKey.body(), "a");

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(own.status()).isEqualTo(201);
        assertThat(own.text()).doesNotContain(made.at("/key"));
    }

    @Test
    void who_is_not_signed_in_any_more_gets_no_answer_again() {
        Person ada = Person.verified(server);
        create(ada, "Second", "a");
        ada.delete("/api/v1/session", null);

        assertThat(create(ada, "Second", "a").status()).isEqualTo(401);
        assertThat(create(ada.again(), "Second", "a").header(REPLAYED)).contains("true");
    }

    @Test
    void R8_3_2_who_may_no_more_gets_no_answer_again() {
        Company company = Company.in(server);
        String path = company.path("/api-keys");
        Reply first = post(company.admin(), path, ApiKey.body(), "a");
        assertThat(first.status()).isEqualTo(201);
        company.owner().patch(company.path("/members", company.admin()), "{\"role\":\"member\"}");

        Reply demoted = post(company.admin(), path, ApiKey.body(), "a");
        assertThat(demoted.status()).isEqualTo(403);
        assertThat(demoted.text()).doesNotContain(first.at("/key"));

        company.owner().delete(company.path("/members", company.admin()), null);
        assertThat(post(company.admin(), path, ApiKey.body(), "a").status()).isEqualTo(404);
    }

    @Test
    void R8_3_3_a_token_for_less_than_its_key_may_gets_no_answer_that_the_key_got() {
        Company company = Company.in(server);
        ApiKey key = ApiKey.of(company, "keys:write", "tenant:read");
        String path = company.path("/api-keys");
        Reply first = post(key, path, ApiKey.body());
        String token = token(key, "&scope=tenant:read");

        Reply again = client.post(path, ApiKey.body(), "Authorization", "Bearer " + token, KEY, "a");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(403);
    }

    @Test
    void what_was_refused_may_be_tried_again_under_its_key() {
        Person ada = Person.verified(server);
        assertThat(create(ada, "", "a").status()).isEqualTo(400);
        assertThat(post(ada, TENANTS, "{", "a").status()).isEqualTo(400);

        assertThat(create(ada, "Second", "a").status()).isEqualTo(201);
        assertThat(tenants(ada)).isEqualTo(1);
    }

    @Test
    void a_newcomers_cookies_come_again_to_who_knows_token_and_password_and_to_nobody_else() {
        Company company = Company.in(server);
        client.get("/api/auth/verify?token="
                + People.mailedToken(server, company.owner().email()));
        String email = People.newEmail();
        company.owner().post(company.path("/invitations"), """
                {"email":"%s","role":"member"}""".formatted(email));
        String body = """
                {"token":"%s","password":"PASSWORD","session":"cookie"}""".formatted(People.mailedToken(server, email));
        String path = "/api/v1/invitations/accept";

        Reply first = client.post(path, body.replace("PASSWORD", People.PASSWORD), KEY, "a");
        Reply again = client.post(path, body.replace("PASSWORD", People.PASSWORD), KEY, "a");
        Reply stranger = client.post(path, body.replace("PASSWORD", "a guess of a password"), KEY, "a");

        isRepetitionOf(first, again);
        assertThat(again.all("Set-Cookie")).hasSize(2).isEqualTo(first.all("Set-Cookie"));
        assertThat(stranger.status()).isEqualTo(422);
        assertThat(stranger.all("Set-Cookie")).isEmpty();
    }

    @Test
    void of_twenty_at_once_one_makes_it_and_the_others_get_its_answer_or_409() throws Exception {
        Person ada = Person.verified(server);

        List<Reply> replies = together(20, () -> create(ada, "Second", "a"));

        assertThat(tenants(ada)).isEqualTo(1);
        List<Reply> made =
                replies.stream().filter(reply -> reply.status() == 201).toList();
        assertThat(made).filteredOn(reply -> reply.header(REPLAYED).isEmpty()).hasSize(1);
        assertThat(made).extracting(Reply::text).containsOnly(made.get(0).text());
        assertThat(replies).filteredOn(reply -> reply.status() != 201).allSatisfy(reply -> isUnderWay(reply));
    }

    @Test
    void who_died_at_work_is_waited_for_a_minute_and_what_it_made_is_not_made_again() {
        Person ada = Person.verified(server);
        KeyedCall call = new KeyedCall(
                "user " + Company.userId(ada),
                "POST " + TENANTS,
                KeyedCallFixture.key("a"),
                TokenDigest.of("{\"name\":\"Second\"}"));
        Attempt attempt = KeyedCallFixture.at(call, server.tenantry().clock().instant());
        inTransaction(() -> server.tenantry().ports().keyedCalls().begin(attempt));

        isUnderWay(create(ada, "Second", "a"));
        server.tenantry()
                .ports()
                .keyedCalls()
                .during(
                        attempt,
                        () -> inTransaction(
                                () -> server.tenantry().ports().keyedCalls().made()));
        server.tenantry().clock().advance(Attempt.LEASE);

        Reply lost = create(ada, "Second", "a");
        assertThat(lost.status()).isEqualTo(409);
        assertThat(lost.at("/code")).isEqualTo("answer_lost");
        assertThat(lost.header("Retry-After")).isEmpty();
        assertThat(tenants(ada)).isZero();
    }

    @Test
    void after_24_hours_a_key_is_as_new() {
        String body = """
                {"name":"Acme","email":"%s","password":"%s"}""".formatted(People.newEmail(), People.PASSWORD);
        client.post("/api/tenants/register", body, KEY, "a");
        server.tenantry().clock().advance(Duration.ofHours(24).minusMillis(1));
        assertThat(client.post("/api/tenants/register", body, KEY, "a").status())
                .isEqualTo(201);

        server.tenantry().clock().advance(Duration.ofMillis(1));

        assertThat(client.post("/api/tenants/register", body, KEY, "a").status())
                .isEqualTo(409);
    }

    @Test
    void where_nothing_is_made_a_key_means_nothing() {
        String email = People.owner(server);
        String body = People.credentials(email, People.PASSWORD);

        Reply first = client.post("/api/v1/session", body, KEY, "a");
        Reply again = client.post("/api/v1/session", body, KEY, "a");

        assertThat(again.header(REPLAYED)).isEmpty();
        assertThat(again.at("/refreshToken")).isNotEqualTo(first.at("/refreshToken"));
    }

    private static void isRepetitionOf(Reply first, Reply again) {
        assertThat(again.header(REPLAYED)).contains("true");
        assertThat(again.status()).isEqualTo(first.status()).isBetween(200, 202);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(again.header("X-Request-Id")).isNotEqualTo(first.header("X-Request-Id"));
    }

    private static void isUnderWay(Reply reply) {
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.at("/code")).isEqualTo("request_under_way");
        assertThat(reply.header("Retry-After")).contains("1");
    }

    private boolean inTransaction(Runnable work) {
        return server.tenantry().ports().transactions().outsideTenants(() -> {
            work.run();
            return true;
        });
    }

    private Reply create(Person person, String name, String key) {
        return post(person, TENANTS, "{\"name\":\"" + name + "\"}", key);
    }

    private Reply post(Person person, String path, String body, String key) {
        return client.post(path, body, "Authorization", person.bearer(), KEY, key);
    }

    private Reply post(ApiKey by, String path, String body) {
        return client.post(path, body, "X-API-Key", by.secret(), KEY, "a");
    }

    private String token(ApiKey key, String more) {
        String form = "grant_type=client_credentials&client_id=" + key.id() + "&client_secret=" + key.secret() + more;
        return client.send(
                        "POST",
                        "/oauth/token",
                        form.getBytes(StandardCharsets.US_ASCII),
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .at("/access_token");
    }

    private static int tenants(Person person) {
        return person.get(TENANTS).json().required("items").size();
    }

    private Reply raw(Person person, String headers, String body) {
        return RawHttp.sendChecked(
                server,
                "POST",
                TENANTS,
                "POST " + TENANTS + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + person.bearer()
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n" + headers
                        + "\r\n" + body);
    }

    private static <T> List<T> together(int callers, Callable<T> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            return threads.invokeAll(Stream.generate(() -> call).limit(callers).toList()).stream()
                    .map(OnceOnlyTest::result)
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T result(Future<T> done) {
        try {
            return done.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
