package io.tenantry.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.failure.Unavailable;
import io.tenantry.http.RawHttp;
import io.tenantry.http.TestServer;
import io.tenantry.http.auth.RouteAccess;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a caller wrote makes a line in the log. */
class FaultLogTest {
    private static final String FORGED = "forged";
    private static final String BREAKS = "\r\n\u001b[2J\u0085\u2028\u2029\u202e\u0000" + FORGED;

    @Test
    void R16_4_1_no_text_that_the_log_is_given_breaks_its_line() {
        Refusal fault = Refusal.of(new IllegalStateException(BREAKS));
        Refusal refusal = Refusal.of(new Unavailable(Duration.ZERO));
        String log = logged(() -> {
            FaultLog.write(fault, BREAKS, BREAKS, new IllegalStateException(BREAKS, new RuntimeException(BREAKS)));
            FaultLog.write(refusal, BREAKS, BREAKS, new Unavailable(Duration.ZERO, new RuntimeException(BREAKS)));
        });
        assertThat(log.lines()).hasSize(2).allSatisfy(line -> assertThat(line).contains("route=??", FORGED));
        hasNoBreaks(log);
    }

    @Test
    void R16_4_1_a_place_in_a_strange_class_breaks_no_line() {
        RuntimeException strange = new RuntimeException();
        strange.setStackTrace(new StackTraceElement[] {new StackTraceElement("a\nb", "c\u2028d", "e\u001bf", 1)});
        String log = logged(() -> FaultLog.warn("something went wrong", strange));
        assertThat(log.lines()).singleElement().asString().contains("something went wrong", "a?b.c?d(e?f:1)");
        hasNoBreaks(log);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fault/%0d%0aforged",
                "/fault/%1b[2Jforged",
                "/fault/%E2%80%A8forged",
                "/fault/x?forged=%0d%0aforged",
                "/fault/\u001bforged",
                "/fault/\u00e2\u0080\u00a8forged",
                "/error/%0d%0aforged",
                "/error/%E2%80%A8forged",
                "/nowhere/%0aforged",
                "/%zz%0aforged"
            })
    void R16_4_1_nothing_of_a_request_gets_into_the_log(String path) {
        String log = logged(() -> request(path));
        assertThat(log).doesNotContain(FORGED);
        assertThat(log.lines()).hasSizeLessThanOrEqualTo(1);
        hasNoBreaks(log);
    }

    /** Faults quote all that came with the request. */
    private static void request(String path) {
        try (TestServer server = TestServer.setup()
                .beside(config -> {
                    config.routes.get(
                            "/fault/{name}",
                            ctx -> {
                                throw new IllegalStateException(
                                        ctx.pathParam("name") + ctx.userAgent() + ctx.queryString() + BREAKS);
                            },
                            RouteAccess.PUBLIC);
                    config.routes.get(
                            "/error/{name}",
                            ctx -> {
                                throw new StackOverflowError(ctx.pathParam("name") + ctx.userAgent() + BREAKS);
                            },
                            RouteAccess.PUBLIC);
                })
                .start()) {
            RawHttp.send(
                    server,
                    "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: \u00e2\u0080\u00a8forged\tforged\r\n"
                            + "X-Request-Id: forged\r\nX-Forwarded-For: forged\r\n\r\n");
        }
    }

    private static void hasNoBreaks(String log) {
        assertThat(log).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\r\\n]]");
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
