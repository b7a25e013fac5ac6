package io.tenantry.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.http.RawHttp;
import io.tenantry.http.TestServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a header is never a fault of the server. */
class OddHeadersTest {
    private static final List<String> NAMES = List.of(
            "Accept",
            "Accept-Charset",
            "Accept-Encoding",
            "Accept-Language",
            "Access-Control-Request-Method",
            "Authorization",
            "Connection",
            "Content-Encoding",
            "Content-Type",
            "Cookie",
            "Expect",
            "Forwarded",
            "Host",
            "If-Modified-Since",
            "If-None-Match",
            "Idempotency-Key",
            "Origin",
            "Range",
            "Sec-Fetch-Site",
            "Sec-WebSocket-Version",
            "Transfer-Encoding",
            "Upgrade",
            "User-Agent",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-HTTP-Method-Override",
            "X-Request-Id");
    private static final List<String> VALUES =
            List.of("", "\"", ",,;;==\"", "q=,;q=x", "\u00e9\u00ff", "a".repeat(4000), "*", "-1", "%00%zz", "{}");

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.setup()
                .trustedProxies("127.0.0.1", "::1")
                .corsOrigins("https://app.example.com")
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> odd() {
        return NAMES.stream().flatMap(name -> VALUES.stream().map(value -> Arguments.of(name, value)));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void an_odd_header_is_never_a_fault(String name, String value) {
        String host = name.equals("Host") ? "" : "Host: localhost\r\n";
        String headers = host + name + ": " + value + "\r\n\r\n";
        for (String line : List.of(
                "GET /api/v1/me",
                "GET /api/auth/verify?token=x",
                "POST /api/auth/logout",
                "POST /api/v1/session/refresh",
                "OPTIONS /api/auth/login",
                "GET /docs")) {
            assertThat(RawHttp.send(server, line + " HTTP/1.1\r\n" + headers).status())
                    .as("%s with %s: %s", line, name, value)
                    .isBetween(200, 499);
        }
    }
}
