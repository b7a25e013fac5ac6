package io.tenantry.webhook;

import static io.tenantry.contract.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tenantry.RunningTenantry;
import io.tenantry.contract.Api;
import io.tenantry.contract.Api.Answer;
import io.tenantry.domain.tenant.ChangeTenantStatus;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.tenant.Company;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole server tells a receiver on this machine what happens, and only because it is allowed to. */
class WebhooksIT {

    private static RunningTenantry tenantry;
    private static Api api;

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final AtomicInteger status = new AtomicInteger(204);
    private HttpServer receiver;

    private record Received(String id, String timestamp, String signature, String body) {}

    @BeforeAll
    static void start() {
        tenantry =
                RunningTenantry.start(Map.of("TENANTRY_RATE_LIMITS", "off", "TENANTRY_WEBHOOK_ALLOW", "127.0.0.0/8"));
        api = new Api(tenantry);
    }

    @AfterAll
    static void stop() {
        tenantry.close();
    }

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/in", this::receive);
        receiver.start();
    }

    @AfterEach
    void hangUp() {
        receiver.stop(0);
    }

    @Test
    void who_joins_is_told_signed_within_two_seconds_and_in_the_order_in_which_it_happened() throws Exception {
        Company company = Company.founded(api);
        Answer made = webhook(company, "member.joined,invitation.accepted,tenant.changed");
        String secret = made.text("/secret");

        company.joined("member");

        Received accepted = next(2);
        Received joined = next(2);
        assertThat(accepted.body()).startsWith("{\"type\":\"invitation.accepted\"");
        assertThat(joined.body()).startsWith("{\"type\":\"member.joined\"").contains(company.id());
        assertThat(joined.id()).startsWith("msg_").isNotEqualTo(accepted.id());
        for (Received one : new Received[] {accepted, joined}) {
            assertThat(one.signature()).isEqualTo(signature(secret, one));
        }
        assertThat(joined.body()).doesNotContain("@");
    }

    @Test
    void what_failed_is_shown_and_sent_again_with_the_same_id_and_those_behind_it_wait() throws Exception {
        Company company = Company.founded(api);
        Answer made = webhook(company, "tenant.changed");
        status.set(500);
        rename(company, "One");
        Received first = next(2);
        rename(company, "Two");
        Answer deliveries = deliveries(company, made);
        assertThat(deliveries.json().at("/items")).hasSize(2);

        status.set(200);
        Received again = next(8);
        Received second = next(2);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void a_suspended_tenant_hears_of_it() throws Exception {
        Company company = Company.founded(api);
        webhook(company, "tenant.suspended");

        tenantry.tenantry()
                .useCases()
                .tenants()
                .changeTenantStatus()
                .change(new ChangeTenantStatus.Command(new TenantId(company.uuid()), TenantStatus.SUSPENDED));

        assertThat(next(2).body()).startsWith("{\"type\":\"tenant.suspended\"").contains("\"type\":\"system\"");
    }

    @Test
    void elsewhere_in_the_network_nothing_is_reached() {
        Company company = Company.founded(api);
        for (String url : new String[] {"http://169.254.169.254/latest", "https://10.0.0.1/", "https://[::1]/"}) {
            Answer refused = api.post(
                    company.path("/webhooks"),
                    company.owner().access(),
                    "{\"url\":\"" + url + "\",\"events\":[\"*\"]}");

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/errors").has("url")).isTrue();
        }
    }

    private Answer webhook(Company company, String events) {
        Answer made = api.post(
                company.path("/webhooks"),
                company.owner().access(),
                "{\"url\":\"http://127.0.0.1:" + receiver.getAddress().getPort() + "/in\",\"events\":[\""
                        + events.replace(",", "\",\"") + "\"]}");
        assertThat(made.status()).isEqualTo(201);
        return made;
    }

    private static void rename(Company company, String name) {
        Answer renamed = api.send("PATCH", company.path(""), company.owner().access(), json("name", Api.fresh(name)));
        assertThat(renamed.status()).isEqualTo(200);
    }

    private static Answer deliveries(Company company, Answer webhook) {
        return api.get(
                company.path("/webhooks/" + webhook.text("/id") + "/deliveries"),
                company.owner().access());
    }

    private Received next(int seconds) throws InterruptedException {
        Received one = received.poll(seconds, TimeUnit.SECONDS);
        assertThat(one).as("within %s s", seconds).isNotNull();
        return one;
    }

    private void receive(HttpExchange exchange) throws IOException {
        received.add(new Received(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.sendResponseHeaders(status.get(), -1);
        exchange.close();
    }

    private static String signature(String secret, Received of) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        String signed = of.id() + "." + of.timestamp() + "." + of.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
