package io.tenantry.http.api.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.http.Authenticator;
import io.tenantry.http.People;
import io.tenantry.http.Person;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MfaRoutesTest {
    private static final String TOTP = "/api/v1/me/totp";
    private static final String CONFIRM = "/api/v1/me/totp/confirm";
    private static final String CODES = "/api/v1/me/recovery-codes";
    private static final String PASSWORD = "{\"password\":\"" + People.PASSWORD + "\"}";

    private final TestServer server = TestServer.start();
    private final Person person = Person.verified(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void R_T5_setting_up_shows_the_secret_its_uri_and_a_code_to_scan_this_once() {
        Reply started = person.post(TOTP, PASSWORD);
        assertThat(started.status()).isEqualTo(200);
        assertThat(started.header("Cache-Control")).contains("no-store");
        String secret = started.at("/secret");
        assertThat(secret).matches("[A-Z2-7]{32}");
        assertThat(started.at("/otpauthUri"))
                .isEqualTo("otpauth://totp/localhost:" + person.email().replace("@", "%40") + "?secret=" + secret
                        + "&issuer=localhost&algorithm=SHA1&digits=6&period=30");
        assertThat(started.at("/qrSvg")).startsWith("<svg xmlns=").endsWith("</svg>");
        assertThat(person.me().text()).doesNotContain(secret);
        assertThat(person.get("/api/v1/me/export").text()).doesNotContain(secret);
    }

    @Test
    void R_T5_until_a_code_was_shown_nobody_is_asked_for_one() {
        Authenticator.begun(person);
        assertThat(person.me().json().at("/mfa/totp").asBoolean()).isFalse();
        assertThat(People.signIn(server, person.email()).status()).isEqualTo(200);
    }

    @Test
    void R_T5_the_first_code_ends_setting_up_and_brings_ten_recovery_codes() {
        Authenticator authenticator = Authenticator.of(person);
        assertThat(authenticator.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
        assertThat(person.me().json().get("mfa")).hasToString("""
                {"totp":true,"recoveryCodesLeft":10,"passkeys":0}""");
    }

    @Test
    void a_wrong_first_code_is_told_by_its_field_and_the_right_one_still_works() {
        Authenticator authenticator = Authenticator.begun(person);
        Reply wrong = person.post(CONFIRM, code("000000"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().get("errors")).hasToString("{\"code\":\"Code is wrong\"}");
        assertThat(person.post(CONFIRM, code(authenticator.nextCode())).status())
                .isEqualTo(200);
    }

    @Test
    void R7_4_3_the_other_sessions_end_when_the_second_factor_changes() {
        Person other = person.again();
        Authenticator authenticator = Authenticator.of(person);
        assertThat(other.isSignedIn()).isFalse();
        assertThat(person.isSignedIn()).isTrue();
        assertThat(person.delete(TOTP, proof(People.PASSWORD, authenticator.nextCode()))
                        .status())
                .isEqualTo(204);
        assertThat(person.isSignedIn()).isTrue();
    }

    @Test
    void who_has_a_generator_sets_up_no_second_one() {
        Authenticator.of(person);
        Reply again = person.post(TOTP, PASSWORD);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("/code")).isEqualTo("conflict");
    }

    @Test
    void R_T5_removing_needs_password_and_code() {
        Authenticator authenticator = Authenticator.of(person);
        assertThat(errors(person.delete(TOTP, proof("wrong horse", authenticator.nextCode()))))
                .containsExactly("password");
        assertThat(errors(person.delete(TOTP, proof(People.PASSWORD, "000000"))))
                .containsExactly("code");
        assertThat(errors(person.delete(TOTP, PASSWORD))).containsExactly("code");
        assertThat(errors(person.delete(TOTP, code(authenticator.nextCode())))).containsExactly("password");
        assertThat(person.me().json().at("/mfa/totp").asBoolean()).isTrue();
        assertThat(person.delete(TOTP, proof(People.PASSWORD, authenticator.nextCode()))
                        .status())
                .isEqualTo(204);
        assertThat(person.me().json().at("/mfa/totp").asBoolean()).isFalse();
        assertThat(People.signIn(server, person.email()).status()).isEqualTo(200);
    }

    @Test
    void new_recovery_codes_take_the_place_of_the_old() {
        Authenticator authenticator = Authenticator.of(person);
        Reply renewed = person.post(CODES, proof(People.PASSWORD, authenticator.nextCode()));
        List<String> codes = renewed.json()
                .get("recoveryCodes")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
        assertThat(renewed.header("Cache-Control")).contains("no-store");
        assertThat(codes).hasSize(10).doesNotContainAnyElementsOf(authenticator.recoveryCodes());
        assertThat(errors(person.post(CODES, proof(People.PASSWORD, "000000")))).containsExactly("code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"password\":\"\"}",
                "{\"password\":\"wrong horse\"}",
                "{\"password\":null}",
                "{\"password\":{}}"
            })
    void R7_5_1_a_generator_is_not_set_up_without_the_password(String body) {
        assertThat(errors(person.post(TOTP, body))).containsExactly("password");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{'code':123456}",
                "{'code':['123456']}",
                "{'code':null}",
                "{'code':'12345\\u0000'}",
                "{'code':'１２３４５６'}",
                "{'code':'123 456'}",
                "{'code':'0123456'}"
            })
    void R_T6_what_is_no_code_is_400_and_never_a_fault(String body) {
        Authenticator.begun(person);
        assertThat(errors(person.post(CONFIRM, body.replace('\'', '"')))).containsExactly("code");
    }

    @Test
    void R8_2_1_nobody_sets_up_anything_without_signing_in() {
        assertThat(server.client().post(TOTP, PASSWORD).status()).isEqualTo(401);
        assertThat(server.client().post(CONFIRM, code("123456")).status()).isEqualTo(401);
        assertThat(server.client().post(CODES, proof("x", "123456")).status()).isEqualTo(401);
        assertThat(server.client().delete(TOTP).status()).isEqualTo(401);
    }

    private static Iterable<String> errors(Reply reply) {
        assertThat(reply.status()).isEqualTo(400);
        return () -> reply.json().get("errors").fieldNames();
    }

    private static String code(String code) {
        return "{\"code\":\"" + code + "\"}";
    }

    private static String proof(String password, String code) {
        return "{\"password\":\"%s\",\"code\":\"%s\"}".formatted(password, code);
    }
}
