package io.tenantry.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.http.Client;
import io.tenantry.http.People;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as a browser gets them. Each answer is held against the description by the client as well. */
final class PagesTest {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "connect-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]*)\"|from \"\\.(/[^\"]*)\"");
    private static final Pattern SCRIPT = Pattern.compile("<script([^>]*)>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("<style|\\sstyle=|\\son[a-z]+=|javascript:");
    private static final Pattern FOREIGN = Pattern.compile("(?i)https?://(?!www\\.w3\\.org/2000/svg)|[\"'(]//");

    private static TestServer server;
    private static Client client;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        client = server.client();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/verify",
                "/confirm-email",
                "/reset",
                "/social/callback",
                "/invitations/accept",
                "/docs",
                "/problems/not_found",
                "/api/auth/verify?token=x"
            })
    void every_page_may_load_files_of_this_server_alone_and_stand_in_no_frame(String path) {
        Reply page = client.get(path, "Accept", HTML);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy")).contains(CONTENT_SECURITY_POLICY);
        assertThat(page.header("X-Frame-Options")).contains("DENY");
        assertThat(page.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.header("Referrer-Policy")).contains("no-referrer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/verify",
                "/confirm-email",
                "/reset",
                "/social/callback",
                "/invitations/accept",
                "/docs",
                "/problems/not_found"
            })
    void every_page_tells_its_language_and_title_and_fits_small_screens(String path) {
        assertThat(client.get(path).text())
                .startsWith("<!doctype html>\n<html lang=\"en\">")
                .contains("name=\"viewport\"")
                .containsPattern("<title>[^<]*Tenantry</title>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/verify",
                "/confirm-email",
                "/reset",
                "/social/callback",
                "/invitations/accept",
                "/docs",
                "/problems/not_found"
            })
    void no_page_has_anything_inline(String path) {
        String html = client.get(path).text();
        assertThat(SCRIPT.matcher(html).results()).allSatisfy(script -> {
            assertThat(script.group(1)).contains("src=\"/pages/");
            assertThat(script.group(2)).isEmpty();
        });
        assertThat(INLINE.matcher(html).find()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/verify",
                "/confirm-email",
                "/reset",
                "/social/callback",
                "/invitations/accept",
                "/docs",
                "/problems/not_found",
                "/pages/style.css",
                "/pages/call.js",
                "/pages/words.js",
                "/pages/verify.js",
                "/pages/confirm-email.js",
                "/pages/reset.js",
                "/pages/social.js",
                "/pages/second-step.js",
                "/pages/invitation.js",
                "/pages/docs.js",
                "/pages/docs.css",
                "/pages/icon.svg"
            })
    void nothing_leads_to_another_host_and_everything_referred_to_is_there(String path) {
        String text = client.get(path).text();
        assertThat(FOREIGN.matcher(text).find()).isFalse();
        assertThat(REFERENCE.matcher(text).results().map(PagesTest::address))
                .allSatisfy(address -> assertThat(client.get(address).status()).isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/verify?token=",
                "/confirm-email?token=",
                "/reset?token=",
                "/social/callback?code=",
                "/invitations/accept?token=",
                "/api/auth/verify?token="
            })
    void a_page_with_a_token_is_kept_by_no_cache_and_holds_nothing_of_its_address(String path) {
        Reply page = client.get(path + "s3cr3t%3Cscript%3E&next=3vil", "Accept", HTML);
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.text()).doesNotContain("s3cr3t", "3vil");
        assertThat(page.headers().toString()).doesNotContain("s3cr3t", "3vil");
        assertThat(page.text()).isEqualTo(client.get(path, "Accept", HTML).text());
    }

    @Test
    void R_CSRF_to_open_the_link_of_a_mail_verifies_nothing() {
        String email = People.unverified(server);
        String query = "?token=" + People.mailedToken(server, email);
        client.get("/verify" + query, "Accept", HTML);
        client.get("/api/auth/verify" + query, "Accept", HTML);
        client.send("HEAD", "/verify" + query, null);
        client.send("HEAD", "/api/auth/verify" + query, null);
        assertThat(signIn(email).status()).isEqualTo(403);
        assertThat(client.get("/api/auth/verify" + query, "Accept", "application/json")
                        .status())
                .isEqualTo(200);
        assertThat(signIn(email).status()).isEqualTo(200);
    }

    @Test
    void R_E1_beside_the_button_stands_who_should_not_press_it() {
        for (String path : List.of("/verify", "/api/auth/verify?token=x")) {
            assertThat(client.get(path, "Accept", HTML).text())
                    .containsPattern("id=\"caution\">Only press this if you signed up yourself\\."
                            + " If you did not, close this page\\.</p>\\s*<button [^>]*aria-describedby=\"caution\"");
        }
    }

    @Test
    void to_open_the_link_for_a_new_password_does_not_spend_it() {
        String email = People.verified(server);
        client.post("/api/auth/forgot", "{\"email\":\"" + email + "\"}");
        String token = People.mailedToken(server, email);
        client.get("/reset?token=" + token, "Accept", HTML);
        String body = """
                {"token":"%s","password":"another horse battery","confirmPassword":"another horse battery"}""".formatted(token);
        assertThat(client.post("/api/auth/reset", body).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/verify?token=x", "/docs", "/problems/not_found", "/openapi.yaml", "/pages/style.css"})
    void head_has_the_headers_of_get_and_no_body(String path) {
        Reply get = client.get(path);
        Reply head = client.send("HEAD", path, null);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        for (String name : List.of("Content-Type", "Cache-Control", "ETag", "Content-Security-Policy")) {
            assertThat(head.header(name)).isEqualTo(get.header(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/verify/", "/docs/", "/problems/not_found/", "/openapi.yaml/"})
    void a_slash_at_the_end_does_not_matter(String path) {
        assertThat(client.get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/verify",
                "/confirm-email",
                "/reset",
                "/social/callback",
                "/invitations/accept",
                "/docs",
                "/pages/style.css"
            })
    void pages_are_for_reading(String path) {
        Reply reply = client.post(path, "{}");
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).contains("GET, HEAD, OPTIONS");
    }

    private static String address(MatchResult reference) {
        return reference.group(1) != null ? reference.group(1) : "/pages" + reference.group(2);
    }

    private static Reply signIn(String email) {
        return client.post("/api/auth/login", People.credentials(email, People.PASSWORD));
    }
}
