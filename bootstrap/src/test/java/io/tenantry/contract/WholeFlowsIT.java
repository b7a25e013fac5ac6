package io.tenantry.contract;

import static io.tenantry.contract.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tenantry.RunningTenantry;
import io.tenantry.contract.Api.Answer;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The flows of the contracts from start to end, with the limits on, and the mails read from a mail server. */
class WholeFlowsIT {

    private static final String PASSWORD = "correct horse battery";
    private static final String NEXT = "another horse battery";
    private static final Pattern LINK = Pattern.compile("https?://\\S+[?&]token=([A-Za-z0-9_-]+)");

    private static GreenMail smtp;
    private static RunningTenantry tenantry;

    private final Api api = new Api(tenantry);

    @BeforeAll
    static void start() {
        smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        tenantry = RunningTenantry.start(
                Map.of("SMTP_URL", "smtp://127.0.0.1:" + smtp.getSmtp().getPort()));
    }

    @AfterAll
    static void stop() {
        tenantry.close();
        smtp.stop();
    }

    @Test
    void frontend_auth_registers_verifies_signs_in_forgets_and_resets() {
        String email = Api.fresh("front-") + "@flows.example";
        assertThat(api.post("/api/auth/register", registration(email)).status()).isEqualTo(201);
        assertThat(login(email, PASSWORD).status()).isEqualTo(403);

        assertThat(api.get("/api/auth/verify?token=" + token(email, "/verify")).status())
                .isEqualTo(200);
        Answer in = login(email, PASSWORD);
        assertThat(in.status()).isEqualTo(200);
        assertThat(in.text("/user/firstName")).isEqualTo("Ada");

        assertThat(api.post("/api/auth/forgot", json("email", email)).status()).isEqualTo(200);
        String reset = token(email, "/reset");
        assertThat(api.post("/api/auth/reset", json("token", reset, "password", NEXT, "confirmPassword", NEXT))
                        .status())
                .isEqualTo(200);

        assertThat(login(email, PASSWORD).status()).isEqualTo(401);
        assertThat(login(email, NEXT).status()).isEqualTo(200);
        assertThat(api.get("/api/v1/me", in.text("/token")).status()).isEqualTo(401);
        assertThat(api.post("/api/auth/reset", json("token", reset, "password", PASSWORD, "confirmPassword", PASSWORD))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void statuswatch_signs_a_company_up_signs_in_refreshes_shows_and_signs_out() {
        String email = Api.fresh("status-") + "@flows.example";
        Answer registered = api.post(
                "/api/auth/register/",
                json(
                        "organization_name",
                        Api.fresh("Flows "),
                        "email",
                        email,
                        "password",
                        PASSWORD,
                        "password_confirm",
                        PASSWORD));
        assertThat(registered.status()).isEqualTo(201);
        assertThat(token(email, "/verify")).isNotBlank();

        Answer pair = api.post("/api/auth/token/", json("email", email, "password", PASSWORD));
        Answer next = api.post("/api/auth/token/refresh/", json("refresh", pair.text("/refresh")));
        assertThat(next.status()).isEqualTo(200);
        Answer me = api.get("/api/auth/me/", next.text("/access"));
        assertThat(me.text("/role")).isEqualTo("owner");

        assertThat(api.post("/api/auth/logout/", json("refresh", next.text("/refresh")))
                        .status())
                .isEqualTo(200);
        assertThat(api.get("/api/auth/me/", next.text("/access")).status()).isEqualTo(401);
        assertThat(api.post("/api/auth/token/refresh/", json("refresh", next.text("/refresh")))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void R6_3_5_an_address_is_changed_by_a_link_to_the_new_one_and_the_old_one_is_told() {
        String before = Api.fresh("old-") + "@flows.example";
        String after = Api.fresh("new-") + "@flows.example";
        String access = verified(before);

        assertThat(api.post("/api/v1/me/email", access, json("newEmail", after, "password", PASSWORD))
                        .status())
                .isEqualTo(202);
        String token = token(after, "/confirm-email");
        assertThat(mailTo(before, text -> text.contains(after))).isPresent();
        assertThat(login(after, PASSWORD).status()).isEqualTo(401);

        assertThat(api.post("/api/v1/me/email/confirm", json("token", token)).status())
                .isEqualTo(200);
        assertThat(login(after, PASSWORD).status()).isEqualTo(200);
        assertThat(login(before, PASSWORD).status()).isEqualTo(401);
        assertThat(api.post("/api/v1/me/email/confirm", json("token", token)).status())
                .isEqualTo(400);
    }

    @Test
    void mails_speak_the_language_of_the_browser_that_registered() {
        String email = Api.fresh("deutsch-") + "@flows.example";
        api.send(
                "POST",
                "/api/auth/register",
                request ->
                        request.header("Content-Type", "application/json").header("Accept-Language", "de-AT,de;q=0.9"),
                registration(email).getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(mailTo(email, text -> text.contains("Guten Tag") && text.contains("/verify?token=")))
                .isPresent();
    }

    private String verified(String email) {
        assertThat(api.post("/api/auth/register", registration(email)).status()).isEqualTo(201);
        api.get("/api/auth/verify?token=" + token(email, "/verify"));
        return login(email, PASSWORD).text("/token");
    }

    private Answer login(String email, String password) {
        return api.post("/api/auth/login", json("email", email, "password", password));
    }

    private static String registration(String email) {
        return json("email", email, "password", PASSWORD, "confirmPassword", PASSWORD, "firstName", "Ada");
    }

    private static String token(String email, String page) {
        String text = mailTo(email, mail -> mail.contains(page + "?token=")).orElseThrow();
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /** The text of the newest such mail to the address; waits for it. */
    private static Optional<String> mailTo(String email, java.util.function.Predicate<String> such) {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (System.nanoTime() < end) {
            Optional<String> newest = Stream.of(smtp.getReceivedMessages())
                    .filter(mail -> recipient(mail).equals(email))
                    .map(WholeFlowsIT::text)
                    .filter(such)
                    .reduce((older, newer) -> newer);
            if (newest.isPresent()) {
                return newest;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return Optional.empty();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            BodyPart plain = ((MimeMultipart) mail.getContent()).getBodyPart(0);
            return (String) plain.getContent();
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
