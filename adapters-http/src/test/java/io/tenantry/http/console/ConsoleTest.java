package io.tenantry.http.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.tenantry.http.TestServer;
import io.tenantry.http.auth.RouteAccess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the console is served; on a small one, for it need not be built to test this. */
final class ConsoleTest {

    private static final int HOSTILE_LENGTH = 7_700; // characters; with the rest of a request just below what is read
    /** A second's work; half a minute's if each costs the square of its length. */
    private static final int HOSTILE_ROUNDS = 40;

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.setup()
                .console(Console.in("/console-fixture/").orElseThrow())
                .beside(config ->
                        config.routes.get("/shop", ctx -> ctx.status(404).html("sold out"), RouteAccess.PUBLIC))
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/register",
                "/forgot",
                "/dashboard",
                "/profile",
                "/security",
                "/organizations/new",
                "/t/acme",
                "/t/acme/members",
                "/t/acme/audit?from=2026-01-01",
                "/login/"
            })
    void every_view_is_the_page_and_asked_for_anew(String path) throws Exception {
        HttpResponse<String> page = get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>A console</title>");
        assertThat(header(page, "Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(header(page, "Cache-Control")).contains("no-cache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/verify?token=x",
                "/reset?token=x",
                "/confirm-email?token=x",
                "/invitations/accept?token=x",
                "/reset/"
            })
    void a_view_whose_address_holds_a_token_is_the_page_and_kept_by_no_cache(String path) throws Exception {
        HttpResponse<String> page = get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>A console</title>");
        assertThat(header(page, "Cache-Control")).contains("no-store");
    }

    @Test
    void the_page_may_use_nothing_inline_and_nothing_foreign_and_stands_in_no_frame() throws Exception {
        String policy = header(get("/login"), "Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains(
                        "default-src 'none'",
                        "script-src 'self';",
                        "style-src 'self';",
                        "connect-src 'self';",
                        "frame-ancestors 'none'",
                        "base-uri 'none'",
                        "require-trusted-types-for 'script'")
                .doesNotContain("unsafe", "http", "*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/api/login",
                "/oauth/nothing",
                "/.well-known/nothing",
                "/nothing",
                "/problems/nothing",
                "/health/nothing",
                "/metrics",
                "/assets",
                "/invitations",
                "/organizations"
            })
    void what_is_no_view_is_not_found_as_ever(String path) throws Exception {
        HttpResponse<String> reply = get(path);
        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(header(reply, "Content-Type").orElseThrow()).doesNotContain("html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nothing", "/t", "/organizations", "/invitations/", "/apis", "/nothing/api", "/login/nothing"})
    void a_browser_that_looks_where_nothing_is_gets_the_page_as_404(String path) throws Exception {
        HttpResponse<String> page = get(path, "Accept", BROWSER);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<title>A console</title>");
        assertThat(header(page, "Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(header(page, "Cache-Control")).contains("no-cache");
        assertThat(header(page, "Content-Security-Policy").orElseThrow()).contains("default-src 'none'");
        assertThat(page.headers().allValues("Vary")).contains("Accept");
    }

    @Test
    void what_a_hosts_own_route_says_of_nothing_stays() throws Exception {
        HttpResponse<String> reply = get("/shop", "Accept", BROWSER);

        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(reply.body()).isEqualTo("sold out");
    }

    @Test
    void a_browser_that_asks_for_the_head_of_nothing_gets_that_of_the_page() throws Exception {
        HttpResponse<String> head = ask("HEAD", "/nothing", "Accept", BROWSER);
        assertThat(head.statusCode()).isEqualTo(404);
        assertThat(header(head, "Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/v1/nothing",
                "/api/login",
                "/oauth/nothing",
                "/.well-known/nothing",
                "/docs/nothing",
                "/problems/nothing",
                "/health/nothing",
                "/metrics",
                "/assets",
                "/assets/nothing.js",
                "/pages/nothing.css"
            })
    void where_programs_ask_nothing_is_ever_the_page(String path) throws Exception {
        HttpResponse<String> reply = get(path, "Accept", BROWSER);
        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(header(reply, "Content-Type").orElseThrow()).doesNotContain("html");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html|true",
                "TEXT/HTML; q=0.5|true",
                "text/html;q=0.9, application/json;q=0.8|true",
                "text/html, application/json|false",
                "text/html;q=0|false",
                "text/html;q=0.000, */*|false",
                "application/json, text/plain, */*|false",
                "*/*|false",
                "text/htmlx|false",
                "nonsense;;q|false"
            })
    void only_who_would_rather_have_html_than_json_is_a_browser(String accepted, boolean page) throws Exception {
        HttpResponse<String> reply = get("/nothing", "Accept", accepted);
        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(header(reply, "Content-Type").orElseThrow().startsWith("text/html"))
                .isEqualTo(page);
        assertThat(reply.headers().allValues("Vary")).contains("Accept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void what_changes_something_gets_no_page(String method) throws Exception {
        HttpResponse<String> reply = ask(method, "/nothing", "Accept", BROWSER);
        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(header(reply, "Content-Type").orElseThrow()).doesNotContain("html");
    }

    @ParameterizedTest
    @CsvSource({"/docs,API documentation", "/social/callback,<main", "/problems/not_found,There is nothing here"})
    void other_pages_stay_what_they_are(String path, String text) throws Exception {
        assertThat(get(path).body()).contains(text).doesNotContain("A console");
    }

    @ParameterizedTest
    @CsvSource({"/assets/page-0a1b2c.js,text/javascript", "/assets/page-0a1b2c.css,text/css"})
    void a_file_is_kept_for_ever(String path, String type) throws Exception {
        HttpResponse<String> file = get(path);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(header(file, "Content-Type").orElseThrow()).startsWith(type + ";");
        assertThat(header(file, "Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(header(file, "X-Content-Type-Options")).contains("nosniff");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br, zstd|br",
                "gzip|gzip",
                "br;q=0, gzip;q=0.5|gzip",
                "identity|",
                "gzip;q=0|",
                "brotli|",
                "BR ; Q=0.001|br",
                "br;q=1.000|br",
                "br;q=0.|",
                "br;q=0.000, gzip;q=0.0|",
                "*|br",
                "*;q=0|",
                "br;q=0, *;q=0.1|gzip",
                "*;q=0, gzip|gzip",
                ", ,gzip,|gzip",
                "br;q=2, gzip;q=0.1234|",
                "br;level=1, gzip;q|",
                "brgzip|"
            })
    void it_comes_as_the_client_likes_it(String accepted, String coding) throws Exception {
        HttpResponse<String> file = get("/assets/page-0a1b2c.js", "Accept-Encoding", accepted);
        assertThat(header(file, "Content-Encoding").orElse(null)).isEqualTo(coding);
        assertThat(file.headers().allValues("Vary")).contains("Accept-Encoding");
    }

    @ParameterizedTest
    @CsvSource({"br;q=0.,1,;", "br;q=1,1,x", "br,' ',x", "br;,' ',x", "'','br ',;", "'',',',x", "'',' ,',x"})
    void a_hostile_wish_is_answered_at_once(String start, String repeated, String end) {
        String accepted = start + repeated.repeat(HOSTILE_LENGTH / repeated.length()) + end;
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (int round = 0; round < HOSTILE_ROUNDS; round++) {
                assertThat(get("/assets/page-0a1b2c.js", "Accept-Encoding", accepted)
                                .statusCode())
                        .isEqualTo(200);
            }
        });
    }

    @Test
    void without_a_compressed_twin_it_comes_as_it_is() throws Exception {
        HttpResponse<String> file = get("/assets/page-0a1b2c.css", "Accept-Encoding", "br, gzip");
        assertThat(header(file, "Content-Encoding")).isEmpty();
        assertThat(file.body()).contains("color");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/page-0a1b2c.js.gz",
                "/assets/page-0a1b2c.js.br",
                "/assets/index.html",
                "/assets/..%2Findex.html",
                "/assets/manifest.json",
                "/assets/.hidden.js",
                "/assets/page-000000.js"
            })
    void no_other_file_is_served(String path) throws Exception {
        assertThat(get(path).statusCode()).isIn(400, 404);
    }

    @Test
    void without_a_console_the_server_says_so() throws Exception {
        try (TestServer plain = TestServer.start()) {
            assertThat(plain.client().get("/").text()).contains("-DskipConsole");
            assertThat(plain.client().get("/login").status()).isEqualTo(404);
        }
        assertThat(Console.in("/no-console/")).isEmpty();
    }

    /** Not by the client that knows only what the description of the API has: views are none of it. */
    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return ask("GET", path, headers);
    }

    private static HttpResponse<String> ask(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static Optional<String> header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name);
    }
}
