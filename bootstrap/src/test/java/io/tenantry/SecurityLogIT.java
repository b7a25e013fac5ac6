package io.tenantry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenantry.contract.Api;
import io.tenantry.contract.Api.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The security log of a whole server, as whoever watches it reads it. */
class SecurityLogIT {

    private static final String EMAIL = "ada@acme.example";
    private static final String WRONG = "wrong horse battery";

    @TempDir
    Path folder;

    @Test
    void R16_3_1_a_sign_in_that_failed_and_one_that_did_not_leave_a_line_each_and_no_secret() throws IOException {
        Path log = folder.resolve("security.log");
        try (RunningTenantry running = RunningTenantry.start(Map.of("TENANTRY_SECURITY_LOG", log.toString()))) {
            Api api = new Api(running);
            api.post("/api/tenants/register", Api.json("name", "Acme", "email", EMAIL, "password", Api.PASSWORD));
            Answer refused = signIn(api, WRONG);
            Answer in = signIn(api, Api.PASSWORD);

            assertThat(refused.status()).isEqualTo(401);
            assertThat(in.status()).isEqualTo(200);
            String user = in.text("/user/id");
            assertThat(events(log)).anySatisfy(event -> {
                assertThat(event.at("/event").textValue()).isEqualTo("session.sign_in");
                assertThat(event.at("/outcome").textValue()).isEqualTo("refused");
                assertThat(event.at("/subject").textValue()).isEqualTo(user);
                assertThat(event.at("/ip").textValue()).isEqualTo("127.0.0.1");
                assertThat(event.at("/userAgent").textValue()).isEqualTo("Test\"/1");
            });
            assertThat(events(log)).anySatisfy(event -> {
                assertThat(event.at("/event").textValue()).isEqualTo("session.sign_in");
                assertThat(event.at("/outcome").textValue()).isEqualTo("success");
                assertThat(event.at("/actor/id").textValue()).isEqualTo(user);
            });
            assertThat(Files.readString(log))
                    .doesNotContain(EMAIL, Api.PASSWORD, WRONG, in.text("/accessToken"), in.text("/refreshToken"));
        }
    }

    private static Answer signIn(Api api, String password) {
        return api.send(
                "POST",
                "/api/v1/session",
                request -> request.header("Content-Type", "application/json").header("User-Agent", "Test\"/1"),
                Api.json("email", EMAIL, "password", password).getBytes(StandardCharsets.UTF_8));
    }

    private static List<JsonNode> events(Path log) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            events.add(new ObjectMapper().readTree(line));
        }
        return events;
    }
}
