package io.tenantry.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.config.JavalinConfig;
import io.tenantry.http.People;
import io.tenantry.http.RawHttp;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that send their bodies slowly, or not at all, keep nobody else from being answered. */
@Timeout(60)
class SlowBodiesTest {
    private static final int PLACES = 2;
    private static final String LOGIN = People.credentials("nobody@example.com", People.PASSWORD);

    private final BodyWaits waits = new BodyWaits(PLACES, Duration.ofSeconds(20));
    private final TestServer server = with(waits);
    private final List<Socket> slow = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/session,/detail",
        "/api/tenants/login,/message",
        "/api/auth/login,/message",
        "/api/auth/token/,/detail"
    })
    void R16_5_2_when_all_places_are_taken_a_further_slow_body_is_503_in_the_contracts_words(
            String path, String pointer) throws IOException {
        occupyAllPlaces();
        String request = post(path, LOGIN.length()) + LOGIN.substring(0, 5);
        Reply reply = RawHttp.sendChecked(server, "POST", path, request);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).contains("1");
        assertThat(reply.header("Connection")).contains("close");
        assertThat(reply.json().at(pointer).asText()).isNotEmpty();
        assertThat(RawHttp.closes(server, request)).isTrue();
    }

    @Test
    void R_B6_when_all_places_are_taken_everybody_else_is_answered() throws IOException {
        occupyAllPlaces();
        for (int i = 0; i < 20; i++) {
            assertThat(server.client().get("/health/live").status()).isEqualTo(200);
        }
        Reply whole = RawHttp.send(server, post("/api/tenants/login", LOGIN.length()) + LOGIN);
        assertThat(whole.status()).isEqualTo(401);
        assertThat(whole.headers()).doesNotContainKey("Connection");
    }

    @Test
    void the_rest_of_an_unwanted_body_is_waited_for_in_the_same_places() throws IOException {
        occupyAllPlaces();
        Reply reply = RawHttp.send(server, post("/nowhere", 100) + "x");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Connection")).contains("close");
        Reply whole = RawHttp.send(server, post("/nowhere", 1) + "x");
        assertThat(whole.status()).isEqualTo(404);
        assertThat(whole.headers()).doesNotContainKey("Connection");
    }

    @Test
    void an_unwanted_body_takes_a_place_while_it_is_waited_for() throws IOException {
        trickle(post("/nowhere", 100) + "x");
        await(free -> free == PLACES - 1);
        assertThat(waits.free()).isEqualTo(PLACES - 1);
    }

    @Test
    void who_goes_away_gives_the_place_back() throws IOException {
        occupyAllPlaces();
        for (Socket socket : slow) {
            socket.close();
        }
        await(free -> free == PLACES);
        String login = post("/api/tenants/login", LOGIN.length()) + LOGIN;
        assertThat(RawHttp.send(server, login).status()).isEqualTo(401);
    }

    @Test
    void a_body_of_which_nothing_more_comes_is_408_at_its_deadline_and_the_connection_closed() {
        try (TestServer impatient = with(new BodyWaits(PLACES, Duration.ofMillis(200)))) {
            String request = post("/api/tenants/login", LOGIN.length()) + LOGIN.substring(0, 5);
            Reply reply = RawHttp.sendChecked(impatient, "POST", "/api/tenants/login", request);
            assertThat(reply.status()).isEqualTo(408);
            assertThat(RawHttp.closes(impatient, request)).isTrue();
        }
    }

    private void occupyAllPlaces() throws IOException {
        for (int i = 0; i < PLACES; i++) {
            trickle(post("/api/v1/session", 1000) + "{");
        }
        await(free -> free == 0);
    }

    private void trickle(String start) throws IOException {
        Socket socket = new Socket("localhost", server.port());
        slow.add(socket);
        socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
    }

    /** Ends by the timeout of the class if it never comes true. */
    private void await(IntPredicate free) {
        while (!free.test(waits.free())) {
            Thread.onSpinWait();
        }
    }

    private static TestServer with(BodyWaits waits) {
        return TestServer.setup().beside(config -> install(config, waits)).start();
    }

    private static void install(JavalinConfig config, BodyWaits waits) {
        config.jetty.modifyServletContextHandler(waits::install);
    }

    private static String post(String path, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + length + "\r\n\r\n";
    }
}
