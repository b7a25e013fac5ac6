package io.tenantry.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.failure.Overloaded;
import io.tenantry.domain.failure.Unavailable;
import io.tenantry.http.HttpAdapter.Ports;
import io.tenantry.http.People;
import io.tenantry.http.PortsFixture;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the server's fault, or beyond its strength. */
class FaultsTest {
    private static final String SECRET = "secret-detail-of-the-database";
    private static final List<String> SIGN_INS =
            List.of("/api/v1/session", "/api/tenants/login", "/api/auth/login", "/api/auth/token/");

    @ParameterizedTest
    @CsvSource({
        "/api/v1/session,/requestId",
        "/api/tenants/login,/error",
        "/api/auth/login,/error",
        "/api/auth/token/,/reference"
    })
    void a_fault_shows_the_requests_id_and_nothing_of_the_exception(String path, String reference) {
        try (TestServer server = failing(() -> new IllegalStateException(SECRET))) {
            Reply reply = signIn(server, path);
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.at(reference))
                    .isEqualTo(reply.header("X-Request-Id").orElseThrow());
            assertThat(reply.text()).doesNotContain(SECRET, "Exception");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/session", "/api/tenants/login", "/api/auth/login", "/api/auth/token/"})
    void R16_5_4_an_error_of_the_jvm_is_answered_likewise_and_the_server_lives_on(String path) {
        try (TestServer server = failing(() -> new StackOverflowError(SECRET))) {
            Reply reply = signIn(server, path);
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.text())
                    .contains(reply.header("X-Request-Id").orElseThrow())
                    .doesNotContain(SECRET);
            assertThat(server.client().get("/health/live").status()).isEqualTo(200);
        }
    }

    @Test
    void the_tenants_contract_says_what_failed() {
        try (TestServer server = failing(() -> new IllegalStateException(SECRET))) {
            assertThat(signIn(server, "/api/tenants/login").at("/message")).isEqualTo("Unable to login");
            Reply register = server.client().post("/api/tenants/register", """
                            {"name":"Company","email":"a@example.com","password":"correct horse battery"}""");
            assertThat(register.at("/message")).isEqualTo("Error registering tenant");
        }
    }

    @Test
    void R16_2_5_the_log_has_one_line_with_the_reference_and_no_message_of_the_exception() {
        try (TestServer server = failing(() -> new IllegalStateException(SECRET, new RuntimeException(SECRET)))) {
            Reply[] reply = new Reply[1];
            String log = logged(() -> reply[0] = signIn(server, "/api/tenants/login"));
            String reference = reply[0].header("X-Request-Id").orElseThrow();
            assertThat(log.lines().filter(line -> line.contains(reference)))
                    .singleElement()
                    .asString()
                    .contains("ERROR", "/api/tenants/login", "IllegalStateException", "RuntimeException");
            assertThat(log).doesNotContain(SECRET, People.PASSWORD, "a@example.com");
        }
    }

    @Test
    void an_overload_is_503_with_a_time_to_wait_of_whole_seconds() {
        try (TestServer server = failing(() -> new Overloaded(Duration.ofMillis(1500)))) {
            for (String path : SIGN_INS) {
                Reply reply = signIn(server, path);
                assertThat(reply.status()).isEqualTo(503);
                assertThat(reply.header("Retry-After")).contains("2");
            }
        }
    }

    @Test
    void R16_5_2_a_database_that_is_down_is_503_with_at_least_a_second_to_wait() {
        try (TestServer server = failing(() -> new Unavailable(Duration.ZERO, new RuntimeException(SECRET)))) {
            for (String path : SIGN_INS) {
                Reply reply = signIn(server, path);
                assertThat(reply.status()).isEqualTo(503);
                assertThat(reply.header("Retry-After")).contains("1");
                assertThat(reply.text()).doesNotContain(SECRET);
            }
        }
    }

    private static TestServer failing(Supplier<Throwable> fault) {
        return TestServer.setup().ports(ports -> withFaults(ports, fault)).start();
    }

    private static Ports withFaults(Ports ports, Supplier<Throwable> fault) {
        Ports withoutSignIn = PortsFixture.withSignIn(ports, command -> {
            throw thrown(fault.get());
        });
        return PortsFixture.withRegisterTenant(withoutSignIn, command -> {
            throw thrown(fault.get());
        });
    }

    private static RuntimeException thrown(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        return (RuntimeException) fault;
    }

    private static Reply signIn(TestServer server, String path) {
        return server.client().post(path, People.credentials("a@example.com", People.PASSWORD));
    }

    private static String logged(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return log.toString(StandardCharsets.UTF_8);
    }
}
