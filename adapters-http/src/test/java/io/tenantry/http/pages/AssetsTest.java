package io.tenantry.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.http.Client;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that pages use, and the description itself. */
final class AssetsTest {

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
    @CsvSource({
        "/openapi.yaml,application/yaml",
        "/pages/style.css,text/css",
        "/pages/verify.js,text/javascript",
        "/pages/icon.svg,image/svg+xml",
        "/pages/swagger-ui.css,text/css",
        "/pages/swagger-ui-bundle.js,text/javascript",
        "/pages/swagger-ui-bundle.js.LICENSE.txt,text/plain"
    })
    void a_file_says_what_it_is_and_may_be_kept_a_short_while(String path, String type) {
        Reply reply = client.get(path);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type").orElseThrow()).startsWith(type + ";");
        assertThat(reply.header("Cache-Control")).contains("public, max-age=300");
        assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(reply.header("Content-Encoding")).isEmpty();
    }

    @Test
    void the_description_is_served_as_it_was_written() {
        assertThat(client.get("/openapi.yaml").text()).isEqualTo(ClassPath.text("/openapi.yaml"));
    }

    @Test
    void who_has_a_file_already_is_told_so() {
        String tag = client.get("/pages/style.css").header("ETag").orElseThrow();
        Reply known = client.get("/pages/style.css", "If-None-Match", "W/\"other\", " + tag);
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.text()).isEmpty();
        assertThat(known.header("ETag")).contains(tag);
        assertThat(client.get("/pages/style.css", "If-None-Match", "W/\"other\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void two_files_have_two_tags() {
        assertThat(client.get("/pages/style.css").header("ETag"))
                .isNotEqualTo(client.get("/pages/docs.css").header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate, GZIP;q=0.5, br", "gzip ; q=1.0"})
    void who_takes_gzip_gets_it(String accepted) throws Exception {
        HttpResponse<byte[]> zipped = raw(accepted);
        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(zipped.headers().allValues("Vary")).contains("Accept-Encoding", "Origin");
        assertThat(unzip(zipped.body())).isEqualTo(ClassPath.bytes("style.css"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "br", "gzip;q=0", "gzip;q=0.0", "xgzip"})
    void who_does_not_take_gzip_gets_the_file_as_it_is(String accepted) throws Exception {
        HttpResponse<byte[]> plain = raw(accepted);
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(plain.body()).isEqualTo(ClassPath.bytes("style.css"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pages/nothing.css",
                "/pages/Pages.class",
                "/pages/verify.html",
                "/pages/swagger-ui.version",
                "/pages/index.html",
                "/pages/swagger-initializer.js",
                "/pages/oauth2-redirect.html",
                "/pages"
            })
    void no_other_file_is_served(String path) {
        assertThat(client.get(path).status()).isEqualTo(404);
    }

    @Test
    void the_documentation_asks_nobody_else_whether_the_description_is_valid() {
        assertThat(client.get("/pages/docs.js").text())
                .contains("url: \"/openapi.yaml\"")
                .contains("validatorUrl: null");
    }

    private static HttpResponse<byte[]> raw(String accepted) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + server.port() + "/pages/style.css");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept-Encoding", accepted)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] unzip(byte[] zipped) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return in.readAllBytes();
        }
    }
}
