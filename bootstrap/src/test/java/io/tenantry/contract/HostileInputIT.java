package io.tenantry.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Api.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** R2.2.1: whatever is sent to whatever takes a body, the answer is a refusal in the contract's shape, never a 5xx. */
class HostileInputIT {

    private static final List<String> PATHS = List.of(
            "/api/tenants/register",
            "/api/tenants/login",
            "/api/auth/register",
            "/api/auth/register/",
            "/api/auth/login",
            "/api/auth/refresh",
            "/api/auth/logout",
            "/api/auth/token/",
            "/api/auth/token/refresh/",
            "/api/auth/verify/resend",
            "/api/auth/forgot",
            "/api/auth/reset",
            "/api/v1/session",
            "/api/v1/session/refresh");

    private static final List<String> MEMBERS = List.of(
            "name",
            "email",
            "password",
            "confirmPassword",
            "password_confirm",
            "organization_name",
            "organization_slug",
            "tenantName",
            "tenantSlug",
            "userFullName",
            "userEmail",
            "userPassword",
            "refreshToken",
            "refresh",
            "token",
            "firstName",
            "lastName",
            "tenant",
            "rememberMe",
            "session");

    private static final List<String> VALUES = List.of(
            "[]",
            "{}",
            "1",
            "true",
            "null",
            "1e400",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "[\"a@b.example\"]",
            "\"a@b.example,c@d.example\"",
            "\"a@b.example\\r\\nBcc: x@y.example\"",
            "\"" + "x".repeat(60_000) + "\"");

    private final Api api = new Api();

    static Stream<Arguments> bodies() {
        return PATHS.stream()
                .flatMap(path ->
                        hostile().entrySet().stream().map(body -> Arguments.of(path, body.getKey(), body.getValue())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("bodies")
    void a_hostile_body_is_refused(String path, String what, byte[] body) {
        Answer answer = api.send("POST", path, request -> request.header("Content-Type", "application/json"), body);

        assertThat(answer.status()).as(what).isBetween(400, 499);
    }

    static Stream<Arguments> members() {
        return PATHS.stream().flatMap(path -> MEMBERS.stream().map(member -> Arguments.of(path, member)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("members")
    void a_member_of_any_type_is_never_a_fault(String path, String member) {
        for (String value : VALUES) {
            Answer answer = api.post(path, "{\"" + member + "\":" + value + "}");

            assertThat(answer.status())
                    .as(value.substring(0, Math.min(40, value.length())))
                    .isLessThan(500);
        }
    }

    private static Map<String, byte[]> hostile() {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        bodies.put(
                "of depth 10,000",
                ("{\"email\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}").getBytes(StandardCharsets.UTF_8));
        bodies.put("that is an array", "[]".getBytes(StandardCharsets.UTF_8));
        bodies.put("that is a text", "\"x\"".getBytes(StandardCharsets.UTF_8));
        bodies.put("that is null", "null".getBytes(StandardCharsets.UTF_8));
        bodies.put(
                "with a member twice",
                "{\"email\":\"a@b.example\",\"email\":\"c@d.example\"}".getBytes(StandardCharsets.UTF_8));
        bodies.put("that ends early", "{\"email\":".getBytes(StandardCharsets.UTF_8));
        bodies.put("with more behind it", "{} {}".getBytes(StandardCharsets.UTF_8));
        bodies.put("of invalid UTF-8", new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'});
        bodies.put("in UTF-16", "{}".getBytes(StandardCharsets.UTF_16));
        bodies.put("with a byte order mark", "\uFEFF{}".getBytes(StandardCharsets.UTF_8));
        bodies.put("over 64 KiB", filled(70_000));
        bodies.put("of just under 1 MiB", filled(1_000_000));
        return bodies;
    }

    private static byte[] filled(int size) {
        byte[] body = new byte[size];
        Arrays.fill(body, (byte) ' ');
        body[0] = '{';
        body[size - 1] = '}';
        return body;
    }
}
