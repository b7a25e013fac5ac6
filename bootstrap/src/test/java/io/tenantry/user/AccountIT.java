package io.tenantry.user;

import static io.tenantry.contract.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.DatabaseDump;
import io.tenantry.RunningTenantry;
import io.tenantry.SentMails;
import io.tenantry.contract.Api;
import io.tenantry.contract.Api.Answer;
import io.tenantry.contract.Person;
import io.tenantry.database.ExternalPostgres;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does with their own account, from the first day to the last, on a real database. */
class AccountIT {

    private static final String SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @TempDir
    static Path cluster;

    private static ExternalPostgres postgres;
    private static RunningTenantry tenantry;

    private final Api api = new Api(tenantry);

    @BeforeAll
    static void start() {
        postgres = ExternalPostgres.start(cluster);
        postgres.execute("create role life login password 'life-password'", "create database life owner life");
        tenantry = RunningTenantry.start(Map.of(
                "DATABASE_URL",
                postgres.url("life", "life-password", "life"),
                "TENANTRY_SECRET",
                SECRET,
                "TENANTRY_RATE_LIMITS",
                "off"));
    }

    @AfterAll
    static void stop() {
        tenantry.close();
        postgres.close();
    }

    @Test
    void a_profile_is_changed_member_by_member_and_null_clears() {
        String access = Person.verified(api).access();

        Answer changed = api.send("PATCH", "/api/v1/me", access, """
                {"lastName":"Lovelace","phone":"+43 1 234","profile":{"timezone":"Europe/Vienna","locale":"de-AT",
                 "notifications":{"product":true},"preferences":{"theme":"dark"}}}""");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("/fullName")).isEqualTo("Ada Lovelace");
        assertThat(changed.text("/profile/locale")).isEqualTo("de-AT");
        assertThat(changed.text("/profile/preferences/theme")).isEqualTo("dark");
        assertThat(changed.json().at("/profile/notifications/invitations").booleanValue())
                .isTrue();

        Answer cleared = api.send("PATCH", "/api/v1/me", access, "{\"phone\":null,\"lastName\":null}");
        assertThat(cleared.json().at("/phone").isNull()).isTrue();
        assertThat(cleared.text("/profile/timezone")).isEqualTo("Europe/Vienna");
    }

    @Test
    void a_picture_is_kept_small_and_shown_to_its_user() throws IOException {
        String access = Person.verified(api).access();

        Answer stored = api.send(
                "PUT",
                "/api/v1/me/avatar",
                request -> request.header("Content-Type", "image/png").header("Authorization", "Bearer " + access),
                picture(640, 400));
        assertThat(stored.status()).isIn(200, 204);

        String url = api.get("/api/v1/me", access).text("/profile/avatarUrl");
        Answer shown = api.get(java.net.URI.create(url).getPath(), access);
        assertThat(shown.status()).isEqualTo(200);
        BufferedImage image =
                ImageIO.read(new java.io.ByteArrayInputStream(shown.response().body()));
        assertThat(image.getWidth()).isEqualTo(256);
        assertThat(image.getHeight()).isEqualTo(256);
        assertThat(api.get(
                                java.net.URI.create(url).getPath(),
                                Person.verified(api).access())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void R7_5_2_sessions_are_listed_with_their_device_and_ended_one_by_one() {
        Person ada = Person.verified(api);
        String own = ada.access();
        String other = ada.access();

        JsonNode items = api.get("/api/v1/me/sessions", own).json().at("/items");
        assertThat(items).hasSize(2);
        JsonNode foreign = StreamSupport.stream(items.spliterator(), false)
                .filter(session -> !session.at("/current").booleanValue())
                .findFirst()
                .orElseThrow();
        assertThat(foreign.at("/ip").textValue()).isEqualTo("127.0.0.1");
        assertThat(foreign.at("/userAgent").textValue()).contains("Java");

        String path = "/api/v1/me/sessions/" + foreign.at("/id").textValue();
        assertThat(api.delete(path, Person.verified(api).access()).status()).isEqualTo(404);
        assertThat(api.delete(path, own).status()).isEqualTo(200);
        assertThat(api.get("/api/v1/me", other).status()).isEqualTo(401);
        assertThat(api.delete(path, own).status()).isEqualTo(404);
    }

    @Test
    void an_export_tells_all_that_is_kept_and_no_secret() {
        Person ada = Person.verified(api);
        String access = ada.access();
        Person.Generator generator = ada.setUpGenerator(access);

        Answer export = api.get("/api/v1/me/export", access);

        assertThat(export.status()).isEqualTo(200);
        assertThat(export.json().toString())
                .contains(ada.email(), "session.sign_in", "127.0.0.1")
                .doesNotContain(generator.secret(), "$2a$", "$2b$", "digest");
    }

    @Test
    void a_deleted_person_is_in_no_table_and_the_audit_keeps_an_id_without_a_name() {
        Person ada = Person.verified(api);
        String access = ada.access();
        String id = api.get("/api/v1/me", access).text("/id");
        api.send("PATCH", "/api/v1/me", access, "{\"phone\":\"0664 7654321\",\"lastName\":\"Unmistakable\"}");
        ada.setUpGenerator(access);

        assertThat(api.send("DELETE", "/api/v1/me", access, json("password", "wrong horse"))
                        .status())
                .isEqualTo(400);
        assertThat(api.send("DELETE", "/api/v1/me", access, json("password", Person.PASSWORD))
                        .status())
                .isEqualTo(204);

        assertThat(api.get("/api/v1/me", access).status()).isEqualTo(401);
        assertThat(ada.signIn().status()).isEqualTo(401);
        awaitMail(ada.email());
        String dump = DatabaseDump.of(postgres.superuserUrl("life"));
        assertThat(dump).contains(id).doesNotContain(ada.email(), "0664 7654321", "Unmistakable");
    }

    @Test
    void the_only_owner_of_a_tenant_is_not_deleted() {
        Person ada = Person.owner(api);

        Answer refused = api.send("DELETE", "/api/v1/me", ada.access(), json("password", Person.PASSWORD));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/code")).isEqualTo("last_owner");
        assertThat(ada.signIn().status()).isEqualTo(200);
    }

    @Test
    void R_E9_who_registers_a_deleted_address_inherits_nothing() {
        Person ada = Person.verified(api);
        String access = ada.access();
        String id = api.get("/api/v1/me", access).text("/id");
        api.send("DELETE", "/api/v1/me", access, json("password", Person.PASSWORD));

        Answer anew = api.post(
                "/api/auth/register",
                json("email", ada.email(), "password", Person.PASSWORD, "confirmPassword", Person.PASSWORD));

        assertThat(anew.status()).isEqualTo(201);
        assertThat(anew.text("/userId")).isNotEqualTo(id);
        assertThat(ada.signIn().status()).isEqualTo(403);
        assertThat(api.get("/api/v1/me", access).status()).isEqualTo(401);
    }

    /** The last mail to the address has gone out, and the row with it. */
    private static void awaitMail(String email) {
        SentMails mails = tenantry.sent();
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (System.nanoTime() < end
                && mails.all().stream().noneMatch(mail -> mail.contains("To: " + email) && mail.contains("deleted"))) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    }

    private static byte[] picture(int width, int height) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }
}
