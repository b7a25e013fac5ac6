package io.tenantry.http.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import org.junit.jupiter.api.Test;

class HealthRoutesTest {
    @Test
    void a_server_that_can_answer_is_live_and_ready() {
        try (TestServer server = TestServer.start()) {
            assertThat(server.client().get("/health/live").text()).isEqualTo("{\"status\":\"up\"}");
            assertThat(server.client().get("/health/ready").status()).isEqualTo(200);
        }
    }

    @Test
    void one_without_its_database_lives_and_says_why_it_is_not_ready() {
        try (TestServer server =
                TestServer.setup().notReady("the database does not answer").start()) {
            assertThat(server.client().get("/health/live").status()).isEqualTo(200);
            Reply ready = server.client().get("/health/ready");
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.at("/detail")).isEqualTo("the database does not answer");
            assertThat(ready.header("Retry-After")).contains("1");
        }
    }
}
