package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar from start to end, on one data folder: each test leaves a server running for the next. */
class ServerLifeIT {

    private static final Map<String, String> SETTINGS = Map.of("PORT", "0", "TENANTRY_BCRYPT_COST", "4");
    private static final String PASSWORD = "correct horse battery";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path directory;

    private static ServerJar server;

    @BeforeAll
    static void start() {
        server = ServerJar.serve(directory, SETTINGS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_tenant_is_still_there_after_the_server_was_killed() throws JsonProcessingException {
        register("killed");

        server.kill();
        server = ServerJar.serve(directory, SETTINGS);

        assertThat(signIn("killed").statusCode()).isEqualTo(200);
    }

    @Test
    void R9700_4_14_a_refresh_token_that_was_spent_before_the_kill_stays_spent() throws JsonProcessingException {
        register("spent");
        String refresh = json(server.post(
                        "/api/auth/token/", "{\"email\":\"owner@spent.example\",\"password\":\"" + PASSWORD + "\"}"))
                .at("/refresh")
                .textValue();
        JsonNode pair = json(server.post("/api/auth/token/refresh/", "{\"refresh\":\"" + refresh + "\"}"));
        String second = pair.at("/refresh").textValue();
        server.post("/api/auth/logout/", "{\"refresh\":\"" + second + "\"}");

        server.kill();
        server = ServerJar.serve(directory, SETTINGS);

        assertThat(server.post("/api/auth/token/refresh/", "{\"refresh\":\"" + second + "\"}")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_second_server_on_the_same_folder_is_refused_in_one_line() {
        ServerJar.Ended second = ServerJar.run(directory, SETTINGS, "serve");

        assertThat(second.status()).isEqualTo(1);
        assertThat(second.err()).contains("another server is running on it").doesNotContain("\tat ");
        assertThat(second.err().lines().filter(line -> line.startsWith("tenantry: ")))
                .hasSize(1);
        assertThat(server.get("/health/ready", "").statusCode()).isEqualTo(200);
    }

    @Test
    void commands_work_beside_a_running_server() throws JsonProcessingException {
        register("beside");

        ServerJar.Ended listed = ServerJar.run(directory, SETTINGS, "tenants", "--json");
        ServerJar.Ended migrated = ServerJar.run(directory, SETTINGS, "migrate");
        ServerJar.Ended appointed = ServerJar.run(directory, SETTINGS, "operator", "add", "owner@beside.example");

        assertThat(listed.status()).isZero();
        assertThat(JSON.readTree(listed.out()).findValuesAsText("slug")).contains("beside");
        assertThat(migrated.status()).isZero();
        assertThat(appointed.out()).startsWith("owner@beside.example is an operator");
        assertThat(signIn("beside").statusCode()).isEqualTo(200);
    }

    @Test
    void R7_4_2_suspending_a_tenant_stops_a_token_that_is_out_and_activating_brings_it_back()
            throws JsonProcessingException {
        String token = register("halted");
        assertThat(me(token)).isEqualTo(200);

        assertThat(ServerJar.run(directory, SETTINGS, "tenant", "suspend", "halted")
                        .out())
                .isEqualTo("halted is suspended" + System.lineSeparator());
        within(Duration.ofSeconds(1), () -> me(token) == 401);

        assertThat(ServerJar.run(directory, SETTINGS, "tenant", "activate", "halted")
                        .status())
                .isZero();
        within(Duration.ofSeconds(1), () -> me(token) == 200);
    }

    @Test
    void asked_to_end_it_finishes_the_request_under_way_and_takes_no_other() throws IOException {
        String body = registration("last");
        try (Socket client = new Socket(server.uri().getHost(), server.uri().getPort())) {
            OutputStream request = client.getOutputStream();
            request.write(
                    ("POST /api/tenants/register HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: " + body.length() + "\r\n\r\n" + body.substring(0, 10))
                            .getBytes(StandardCharsets.US_ASCII));
            request.flush();
            pauseUntilRead();
            server.terminate();
            within(Duration.ofSeconds(5), ServerLifeIT::takesNoConnection);
            request.write(body.substring(10).getBytes(StandardCharsets.US_ASCII));
            request.flush();

            assertThat(firstLine(client)).isEqualTo("HTTP/1.1 201 Created");
        }
        server.awaitEnd();

        assertThat(directory.resolve(".tenantry/postgres/postmaster.pid")).doesNotExist();
        server = ServerJar.serve(directory, SETTINGS);
        assertThat(signIn("last").statusCode()).isEqualTo(200);
    }

    @Test
    void asked_to_end_it_stops_the_database_and_a_command_starts_it_for_itself() throws JsonProcessingException {
        register("alone");
        server.close();
        assertThat(directory.resolve(".tenantry/postgres/postmaster.pid")).doesNotExist();

        ServerJar.Ended listed = ServerJar.run(directory, SETTINGS, "tenants");

        assertThat(listed.out()).contains("alone.localhost", "owner@alone.example");
        assertThat(directory.resolve(".tenantry/postgres/postmaster.pid")).doesNotExist();
        server = ServerJar.serve(directory, SETTINGS);
    }

    @Test
    void R16_2_5_no_log_holds_a_password_a_token_or_the_secret() throws IOException {
        String token = register("logged");
        String log = Files.readString(directory.resolve("serve.log"));

        assertThat(log)
                .doesNotContain(PASSWORD, token)
                .doesNotContain(
                        Files.readString(directory.resolve(".tenantry/secret")).strip());
    }

    private static String registration(String name) {
        return "{\"name\":\"" + name + "\",\"email\":\"owner@" + name + ".example\",\"password\":\"" + PASSWORD + "\"}";
    }

    private static String register(String name) throws JsonProcessingException {
        HttpResponse<String> answer = server.post("/api/tenants/register", registration(name));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).at("/data/auth/accessToken").textValue();
    }

    private static HttpResponse<String> signIn(String name) {
        return server.post(
                "/api/tenants/login", "{\"email\":\"owner@" + name + ".example\",\"password\":\"" + PASSWORD + "\"}");
    }

    private static int me(String token) {
        return server.get("/api/v1/me", token).statusCode();
    }

    private static JsonNode json(HttpResponse<String> answer) throws JsonProcessingException {
        return JSON.readTree(answer.body());
    }

    private static String firstLine(Socket client) throws IOException {
        return new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }

    /** The server has begun on what was sent before once it has answered what was sent after. */
    private static void pauseUntilRead() {
        for (int i = 0; i < 5; i++) {
            assertThat(server.get("/health/live", "").statusCode()).isEqualTo(200);
        }
    }

    private static boolean takesNoConnection() {
        try (Socket socket = new Socket(server.uri().getHost(), server.uri().getPort())) {
            return !socket.isConnected();
        } catch (IOException refused) {
            return true;
        }
    }

    private static void within(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        boolean met = condition.getAsBoolean();
        while (!met && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            met = condition.getAsBoolean();
        }
        assertThat(met).isTrue();
    }
}
