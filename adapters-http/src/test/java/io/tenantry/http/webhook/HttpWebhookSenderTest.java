package io.tenantry.http.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenantry.domain.failure.Unavailable;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.webhook.Attempt;
import io.tenantry.domain.webhook.DeliveryError;
import io.tenantry.domain.webhook.EventType;
import io.tenantry.domain.webhook.WebhookEvent;
import io.tenantry.domain.webhook.WebhookFixture;
import io.tenantry.domain.webhook.WebhookSecret;
import io.tenantry.domain.webhook.WebhookUrl;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events sent over real sockets to receivers that mean well and ill. */
class HttpWebhookSenderTest {
    private static final Duration LONGEST = Duration.ofMillis(800);
    private static final Instant NOW = Instant.parse("2026-01-30T12:00:00.750Z");

    private final HttpWebhookSender sender =
            new HttpWebhookSender("9.9", new Reach(List.of("127.0.0.0/8"), InetAddress::getAllByName), LONGEST);
    private final WebhookEvent event = WebhookFixture.event(new TenantId(new UUID(1, 2)), EventType.MEMBER_JOINED);
    private final WebhookSecret secret = WebhookFixture.aSecret();

    @AfterEach
    void close() {
        sender.close();
    }

    @Test
    void what_is_sent_is_signed_as_standard_webhooks_has_it() throws Exception {
        try (Receiver receiver = Receiver.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            assertThat(send(receiver)).isEqualTo(Attempt.answered(204));

            assertThat(receiver.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request).startsWith("POST /in?key=a%20b HTTP/1.1\r\n"));
            assertThat(receiver.header("webhook-id")).isEqualTo("msg_" + event.id());
            assertThat(receiver.header("webhook-timestamp")).isEqualTo("1769774400");
            assertThat(receiver.header("webhook-signature")).isEqualTo(signature(secret, receiver.body()));
            assertThat(receiver.header("content-type")).isEqualTo("application/json");
            assertThat(receiver.header("user-agent")).isEqualTo("Tenantry/9.9");
            assertThat(receiver.header("host")).isEqualTo("127.0.0.1:" + receiver.port());
            assertThat(receiver.requests().get(0))
                    .doesNotContainIgnoringCase("cookie")
                    .doesNotContainIgnoringCase("upgrade");
        }
    }

    @Test
    void the_body_tells_what_happened_by_ids() throws IOException {
        try (Receiver receiver = Receiver.answering("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok")) {
            send(receiver);

            JsonNode body = new ObjectMapper().readTree(receiver.body());
            assertThat(body.fieldNames()).toIterable().containsExactly("type", "timestamp", "data");
            assertThat(body.at("/type").textValue()).isEqualTo("member.joined");
            assertThat(body.at("/timestamp").textValue())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
            assertThat(body.at("/data/tenantId").textValue())
                    .isEqualTo(event.tenant().toString());
            assertThat(body.at("/data/actor/type").textValue()).isEqualTo("user");
            assertThat(body.at("/data/actor/id").textValue())
                    .isEqualTo(event.actor().id().orElseThrow().toString());
            assertThat(body.at("/data/userId").textValue())
                    .isEqualTo(event.subject().orElseThrow().toString());
            assertThat(body.at("/data/target/type").textValue()).isEqualTo("invitation");
            assertThat(body.at("/data/details/role").textValue()).isEqualTo("member");
        }
    }

    @Test
    void two_secrets_make_two_signatures() throws Exception {
        WebhookSecret before = WebhookFixture.aSecret();
        try (Receiver receiver = Receiver.answering("HTTP/1.1 200 OK\r\n\r\n")) {
            sender.send(url(receiver), event, List.of(secret, before), NOW);

            assertThat(receiver.header("webhook-signature"))
                    .isEqualTo(signature(secret, receiver.body()) + " " + signature(before, receiver.body()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 410, 429, 500, 503})
    void every_status_but_those_of_success_is_a_failure_that_is_told(int status) {
        try (Receiver receiver = Receiver.answering("HTTP/1.1 " + status + " No\r\ncontent-length: 0\r\n\r\n")) {
            assertThat(send(receiver)).isEqualTo(Attempt.answered(status));
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void no_redirection_is_followed(int status) {
        try (Receiver elsewhere = Receiver.answering("HTTP/1.1 200 OK\r\n\r\n");
                Receiver receiver = Receiver.answering("HTTP/1.1 " + status + " There\r\nlocation: "
                        + url(elsewhere).value() + "\r\ncontent-length: 0\r\n\r\n")) {
            assertThat(send(receiver)).isEqualTo(Attempt.answered(status));
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void who_does_not_answer_is_left_in_time() {
        try (Receiver receiver = Receiver.answering(
                out -> LockSupport.parkNanos(LONGEST.multipliedBy(3).toNanos()))) {
            assertCut(receiver);
        }
    }

    @Test
    void who_answers_a_byte_at_a_time_is_left_in_time() {
        try (Receiver receiver = Receiver.answering(out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            drip(out);
        })) {
            assertCut(receiver);
        }
    }

    @Test
    void a_body_that_comes_a_byte_at_a_time_is_left_in_time() {
        try (Receiver receiver = Receiver.answering(out -> {
            out.write("HTTP/1.1 200 OK\r\ncontent-length: 4000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            drip(out);
        })) {
            assertCut(receiver);
        }
    }

    @Test
    void a_giant_body_is_not_read_to_its_end() {
        AtomicInteger written = new AtomicInteger();
        try (Receiver receiver = Receiver.answering(out -> {
            out.write("HTTP/1.1 200 OK\r\ncontent-length: 999999999\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] portion = new byte[65_536];
            while (written.get() < 999_000_000) {
                out.write(portion);
                written.addAndGet(portion.length);
            }
        })) {
            assertThat(send(receiver)).isEqualTo(Attempt.answered(200));
            assertThat(written).hasValueLessThan(64_000_000);
        }
    }

    @ParameterizedTest
    @CsvSource({"'nonsense\r\n\r\n',PROTOCOL", "'',PROTOCOL"})
    void what_is_no_http_is_told_as_that(String answer, DeliveryError error) {
        try (Receiver receiver = Receiver.answering(answer)) {
            assertThat(send(receiver)).isEqualTo(Attempt.failed(error));
        }
    }

    @Test
    void who_is_not_there_is_told_as_unreachable() {
        Receiver gone = Receiver.answering("");
        gone.close();

        assertThat(send(gone)).isEqualTo(Attempt.failed(DeliveryError.UNREACHABLE));
    }

    @Test
    void who_speaks_no_tls_where_it_must_is_told_as_that() {
        try (Receiver receiver = Receiver.answering("HTTP/1.1 200 OK\r\n\r\n")) {
            WebhookUrl encrypted = new WebhookUrl(url(receiver).value().replace("http:", "https:"));

            assertThat(sender.send(encrypted, event, List.of(secret), NOW))
                    .isEqualTo(Attempt.failed(DeliveryError.TLS));
        }
    }

    @Test
    void a_name_that_leads_elsewhere_at_the_second_look_gains_nothing() {
        AtomicInteger looks = new AtomicInteger();
        Reach.Names rebinding = host ->
                new InetAddress[] {InetAddress.getByName(looks.getAndIncrement() == 0 ? "127.0.0.1" : "169.254.169.254")
                };
        try (Receiver receiver = Receiver.answering("HTTP/1.1 200 OK\r\n\r\n");
                HttpWebhookSender pinning =
                        new HttpWebhookSender("9.9", new Reach(List.of("127.0.0.0/8"), rebinding), LONGEST)) {
            WebhookUrl named = new WebhookUrl("http://hooks.example.org:" + receiver.port() + "/in");

            assertThat(pinning.send(named, event, List.of(secret), NOW)).isEqualTo(Attempt.answered(200));
            assertThat(looks).hasValue(1);
            assertThat(receiver.header("host")).isEqualTo("hooks.example.org:" + receiver.port());
            assertThat(pinning.send(named, event, List.of(secret), NOW))
                    .isEqualTo(Attempt.failed(DeliveryError.ADDRESS_REFUSED));
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void without_leave_nothing_goes_to_this_machine() {
        try (Receiver receiver = Receiver.answering("HTTP/1.1 200 OK\r\n\r\n");
                HttpWebhookSender strict = new HttpWebhookSender("9.9", List.of())) {
            assertThat(strict.mayReach(url(receiver))).isFalse();
            assertThat(sender.mayReach(url(receiver))).isTrue();
            assertThat(strict.send(url(receiver), event, List.of(secret), NOW))
                    .isEqualTo(Attempt.failed(DeliveryError.ADDRESS_REFUSED));
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void where_the_dns_does_not_answer_in_time_it_is_tried_later() {
        Reach.Names silent = host -> {
            throw new Reach.NoAnswer(new TimeoutException());
        };
        try (HttpWebhookSender asking = new HttpWebhookSender("9.9", new Reach(List.of(), silent), LONGEST)) {
            WebhookUrl named = new WebhookUrl("https://hooks.example.org/in");

            assertThatThrownBy(() -> asking.mayReach(named)).isInstanceOf(Unavailable.class);
            assertThat(asking.send(named, event, List.of(secret), NOW))
                    .isEqualTo(Attempt.failed(DeliveryError.TIMEOUT));
        }
    }

    @Test
    void what_is_under_way_is_cut_at_the_end() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Reach here = new Reach(List.of("127.0.0.0/8"), InetAddress::getAllByName);
        HttpWebhookSender patient = new HttpWebhookSender("9.9", here, Duration.ofMinutes(1));
        try (Receiver receiver = Receiver.answering(out -> {
            asked.countDown();
            hold(over);
        })) {
            CompletableFuture<Attempt> sending =
                    CompletableFuture.supplyAsync(() -> patient.send(url(receiver), event, List.of(secret), NOW));
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

            patient.close();

            assertThat(sending.get(10, TimeUnit.SECONDS)).isEqualTo(Attempt.failed(DeliveryError.TIMEOUT));
        } finally {
            over.countDown();
        }
    }

    private static void hold(CountDownLatch until) throws IOException {
        try {
            assertThat(until.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private void assertCut(Receiver receiver) {
        long start = System.nanoTime();

        assertThat(send(receiver)).isEqualTo(Attempt.failed(DeliveryError.TIMEOUT));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST.multipliedBy(3));
    }

    private static void drip(OutputStream out) throws IOException {
        for (int i = 0; i < 200; i++) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            out.write('x');
            out.flush();
        }
    }

    private Attempt send(Receiver receiver) {
        return sender.send(url(receiver), event, List.of(secret), NOW);
    }

    private static WebhookUrl url(Receiver receiver) {
        return new WebhookUrl("http://127.0.0.1:" + receiver.port() + "/in?key=a%20b");
    }

    /** Computed here once more, from what the receiver knows. */
    private String signature(WebhookSecret of, String body) throws GeneralSecurityException {
        byte[] key = Base64.getDecoder().decode(of.value().substring("whsec_".length()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String signed = "msg_" + event.id() + ".1769774400." + body;
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
