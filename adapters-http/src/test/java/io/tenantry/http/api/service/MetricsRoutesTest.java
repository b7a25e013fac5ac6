package io.tenantry.http.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.http.MetricsEndpoint;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests call from the same machine; who says to speak for others does not. */
class MetricsRoutesTest {
    private static final String NUMBERS = "# TYPE up gauge\nup 1\n";
    private static final String TOKEN = "s3cr3t/+metrics=";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.setup().metrics(NUMBERS, TOKEN).start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_caller_on_the_same_machine_reads_the_numbers() {
        Reply reply = server.client().get("/metrics");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(reply.text()).isEqualTo(NUMBERS);
    }

    @ParameterizedTest
    @CsvSource({
        "Forwarded,for=203.0.113.9",
        "X-Forwarded-For,203.0.113.9",
        "x-forwarded-for,127.0.0.1",
        "X-Forwarded-Proto,https",
        "X-Forwarded-Host,localhost"
    })
    void who_comes_through_a_proxy_finds_nothing_there(String header, String value) {
        Reply reply = server.client().get("/metrics", header, value);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text()).doesNotContain("gauge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER  "})
    void who_comes_through_a_proxy_with_the_token_reads_the_numbers(String scheme) {
        Reply reply = throughProxy(scheme + TOKEN);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo(NUMBERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer ",
                "Bearer x",
                "Bearer s3cr3t",
                "Basic s3cr3t/+metrics=",
                "s3cr3t/+metrics=",
                "Bearer S3CR3T/+METRICS="
            })
    void another_token_is_404(String header) {
        assertThat(throughProxy(header).status()).isEqualTo(404);
    }

    @Test
    void R14_2_1_no_token_is_taken_from_a_query_string() {
        assertThat(server.client()
                        .get("/metrics?token=" + TOKEN + "&access_token=" + TOKEN, "X-Forwarded-For", "203.0.113.9")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Bearer null", "Bearer Optional.empty"})
    void without_a_token_set_none_opens_it(String header) {
        try (TestServer closed = TestServer.setup().metrics(NUMBERS, null).start()) {
            assertThat(closed.client()
                            .get("/metrics", "X-Forwarded-For", "203.0.113.9", "Authorization", header)
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_server_without_metrics_has_no_such_path() {
        try (TestServer without = TestServer.start()) {
            assertThat(without.client().get("/metrics").status()).isEqualTo(404);
        }
    }

    @Test
    void the_token_is_shown_nowhere() {
        assertThat(new MetricsEndpoint(() -> NUMBERS, Optional.of(TOKEN)).toString())
                .doesNotContain(TOKEN);
    }

    private static Reply throughProxy(String authorization) {
        return server.client().get("/metrics", "X-Forwarded-For", "203.0.113.9", "Authorization", authorization);
    }
}
