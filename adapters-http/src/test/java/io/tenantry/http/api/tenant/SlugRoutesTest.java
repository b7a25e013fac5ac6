package io.tenantry.http.api.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.application.Policies;
import io.tenantry.http.Company;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlugRoutesTest {
    private static final String SLUGS = "/api/v1/slugs/";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anybody_may_ask_whether_a_slug_can_be_had() {
        String taken = Company.in(server).slug();
        assertThat(available("free-one")).isTrue();
        assertThat(available(taken)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"www", "a", "-a", "Upper", "xn--a", "%F0%9F%98%80", "a'b", "public", "x%20y"})
    void what_nobody_may_have_is_not_available(String slug) {
        assertThat(available(slug)).isFalse();
    }

    @Test
    void whoever_asks_too_often_has_to_wait() {
        try (TestServer limited = TestServer.setup().policies(Policies.STANDARD).start()) {
            List<Reply> replies = Stream.generate(() -> limited.client().get(SLUGS + "some-name"))
                    .limit(500)
                    .toList();
            assertThat(replies.get(0).status()).isEqualTo(200);
            assertThat(replies.get(499).status()).isEqualTo(429);
        }
    }

    private static boolean available(String slug) {
        Reply reply = server.client().get(SLUGS + slug);
        assertThat(reply.status()).isEqualTo(200);
        return reply.json().get("available").asBoolean();
    }
}
