package io.tenantry.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.SignedJWT;
import io.tenantry.RunningTenantry;
import io.tenantry.contract.Api;
import io.tenantry.contract.Api.Answer;
import io.tenantry.contract.Person;
import io.tenantry.domain.session.RotateSigningKeys.When;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens are checked by a program in another JVM, which has Nimbus on its class path and nothing of Tenantry. */
class TokenVerifierIT {

    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private static final String ISSUER = "https://accounts.example.com";

    @TempDir
    Path classes;

    private final RunningTenantry server =
            RunningTenantry.start(Map.of("TENANTRY_RATE_LIMITS", "off", "TENANTRY_PUBLIC_URL", ISSUER));
    private final Api api = new Api(server);
    private Process program;
    private PrintWriter asked;
    private BufferedReader answered;

    @BeforeEach
    void start() throws IOException, URISyntaxException {
        Path copy = classes.resolve(TokenVerifier.class.getName().replace('.', '/') + ".class");
        Files.createDirectories(copy.getParent());
        try (InputStream bytes = TokenVerifier.class.getResourceAsStream("TokenVerifier.class")) {
            Files.copy(bytes, copy);
        }
        Path nimbus = Path.of(JWSHeader.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes + File.pathSeparator + nimbus,
                        TokenVerifier.class.getName(),
                        server.baseUri().resolve("/.well-known/jwks.json").toString(),
                        ISSUER)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        asked = new PrintWriter(program.getOutputStream(), true, StandardCharsets.UTF_8);
        answered = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        program.destroy();
        server.close();
    }

    @Test
    void it_knows_a_users_token_and_a_machines_follows_a_rotation_and_refuses_what_is_forged() throws Exception {
        Person ada = Person.verifiedOwner(api);
        Answer signedIn = ada.signIn();
        String access = signedIn.text("/accessToken");
        String user = signedIn.text("/user/id");
        String tenant = signedIn.text("/tenant/id");
        Answer key = api.post(
                "/api/v1/tenants/" + tenant + "/api-keys",
                access,
                "{\"name\":\"Gateway\",\"scopes\":[\"billing:read\"]}");
        assertThat(key.status()).isEqualTo(201);
        String machine = machineToken(key.text("/id"), key.text("/key"));

        assertThat(ask(access)).isEqualTo(user + " " + tenant + " null");
        assertThat(ask(machine)).isEqualTo(key.text("/id") + " " + tenant + " billing:read");
        assertThat(ask(forged(machine, "billing:read", "billing:*"))).startsWith("refused: ");
        assertThat(ask(unsigned(machine))).startsWith("refused: ");

        server.tenantry().useCases().sessions().rotateSigningKeys().rotate(When.NOW);
        String next = signedByAnother(ada, access);

        assertThat(ask(next)).as("of the new key").isEqualTo(user + " " + tenant + " null");
        assertThat(ask(machine)).as("of the one before").startsWith(key.text("/id"));
    }

    /** As soon as the server signs by another key: within half a minute. */
    private static String signedByAnother(Person person, String before) throws ParseException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String token = person.access();
        while (kid(token).equals(kid(before)) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            token = person.access();
        }
        assertThat(kid(token)).isNotEqualTo(kid(before));
        return token;
    }

    private static String kid(String token) throws ParseException {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    private String machineToken(String id, String key) {
        String form = "grant_type=client_credentials&client_id=" + id + "&client_secret="
                + URLEncoder.encode(key, StandardCharsets.UTF_8);
        Answer answer = api.send(
                "POST",
                "/oauth/token",
                request -> request.header("Content-Type", "application/x-www-form-urlencoded"),
                form.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(200);
        return answer.text("/access_token");
    }

    private static String forged(String token, String said, String wanted) {
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        assertThat(claims).contains(said);
        return parts[0] + "." + encoded(claims.replace(said, wanted)) + "." + parts[2];
    }

    private static String unsigned(String token) {
        String[] parts = token.split("\\.", -1);
        return encoded("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + parts[1] + ".";
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String ask(String token) throws IOException {
        asked.println(token);
        return answered.readLine();
    }
}
