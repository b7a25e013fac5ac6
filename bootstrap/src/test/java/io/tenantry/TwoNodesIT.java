package io.tenantry;

import static io.tenantry.contract.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tenantry.contract.Api;
import io.tenantry.contract.Api.Answer;
import io.tenantry.contract.Person;
import io.tenantry.database.ExternalPostgres;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one database and one mail server. */
class TwoNodesIT {

    private static final String SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @TempDir
    static Path cluster;

    private static ExternalPostgres postgres;
    private static GreenMail smtp;
    private static RunningTenantry one;
    private static RunningTenantry other;

    private final Api here = new Api(one).from("198.51.100.7");
    private final Api there = new Api(other).from("198.51.100.7");

    @BeforeAll
    static void start() {
        postgres = ExternalPostgres.start(cluster);
        postgres.execute("create role nodes login password 'nodes-password'", "create database nodes owner nodes");
        smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        Map<String, String> settings = new HashMap<>(Map.of(
                "DATABASE_URL",
                postgres.url("nodes", "nodes-password", "nodes"),
                "TENANTRY_SECRET",
                SECRET,
                "TENANTRY_PUBLIC_URL",
                "http://localhost:8080",
                "TENANTRY_TRUSTED_PROXIES",
                "127.0.0.1",
                "SMTP_URL",
                "smtp://127.0.0.1:" + smtp.getSmtp().getPort()));
        one = RunningTenantry.start(settings);
        other = RunningTenantry.start(settings);
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
        smtp.stop();
        postgres.close();
    }

    @Test
    void an_ended_sessions_token_stops_on_the_other_node_within_a_second() {
        Person ada = Person.owner(here);
        String own = ada.access();
        String ended = ada.access();
        assertThat(there.get("/api/v1/me", ended).status()).isEqualTo(200);

        assertThat(here.delete("/api/v1/me/sessions", own).status()).isEqualTo(200);

        within(A_SECOND, () -> there.get("/api/v1/me", ended).status() == 401);
        assertThat(there.get("/api/v1/me", own).status()).isEqualTo(200);
    }

    @Test
    void R7_4_3_a_changed_password_stops_the_other_sessions_on_the_other_node_within_a_second() {
        Person ada = Person.owner(here);
        String own = ada.access();
        String stale = ada.access();
        assertThat(there.get("/api/v1/me", stale).status()).isEqualTo(200);

        String body = json("currentPassword", Person.PASSWORD, "newPassword", "another horse battery");
        assertThat(here.post("/api/v1/me/password", own, body).status()).isEqualTo(204);

        within(A_SECOND, () -> there.get("/api/v1/me", stale).status() == 401);
        assertThat(there.get("/api/v1/me", own).status()).isEqualTo(200);
    }

    @Test
    void what_a_user_changes_of_themselves_is_seen_on_the_other_node_within_a_second() {
        Person ada = Person.owner(here);
        String access = ada.access();
        assertThat(there.get("/api/v1/me", access).text("/profile/timezone")).isEqualTo("UTC");

        here.send("PATCH", "/api/v1/me", access, "{\"profile\":{\"timezone\":\"Europe/Vienna\"}}");

        within(
                A_SECOND,
                () -> there.get("/api/v1/me", access).text("/profile/timezone").equals("Europe/Vienna"));
    }

    @Test
    void R6_3_1_wrong_passwords_are_counted_over_both_nodes() {
        Person ada = Person.owner(here);

        for (int guess = 0; guess < 5; guess++) {
            assertThat(ada.signIn(here, "wrong horse battery").status()).isEqualTo(401);
            assertThat(ada.signIn(there, "wrong horse battery").status()).isEqualTo(401);
        }

        assertThat(ada.signIn(here, Person.PASSWORD).status()).isEqualTo(429);
        assertThat(ada.signIn(there, Person.PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void no_mail_is_sent_twice_while_both_deliver() {
        List<String> people = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            Answer answer = (n % 2 == 0 ? here : there)
                    .from("192.0.2." + n)
                    .post(
                            "/api/auth/register",
                            json(
                                    "email",
                                    Api.fresh("many-") + "@many.example",
                                    "password",
                                    Person.PASSWORD,
                                    "confirmPassword",
                                    Person.PASSWORD));
            assertThat(answer.status()).isEqualTo(201);
            people.add(answer.text("/userId"));
        }

        within(Duration.ofSeconds(30), () -> received("many.example").size() >= people.size());
        LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());

        assertThat(received("many.example")).hasSize(people.size()).doesNotHaveDuplicates();
    }

    private static List<String> received(String domain) {
        List<String> recipients = new ArrayList<>();
        try {
            for (MimeMessage mail : smtp.getReceivedMessages()) {
                String to = mail.getAllRecipients()[0].toString();
                if (to.endsWith(domain)) {
                    recipients.add(to);
                }
            }
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return recipients;
    }

    private static void within(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within " + limit).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
