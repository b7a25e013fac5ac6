package io.tenantry.mfa;

import static io.tenantry.contract.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Api;
import io.tenantry.contract.Api.Answer;
import io.tenantry.contract.Person;
import io.tenantry.contract.Together;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sign-in in two steps, over HTTP, on a real database. */
class TwoFactorsIT {

    private final Api api = new Api();
    private final Person ada = Person.owner(api);
    private final String access = ada.access();
    private final Person.Generator generator = ada.setUpGenerator(access);

    @Test
    void every_contracts_sign_in_asks_for_the_second_factor() {
        String body = json("email", ada.email(), "password", Person.PASSWORD);

        for (String path : List.of("/api/v1/session", "/api/auth/login", "/api/auth/token/", "/api/tenants/login")) {
            Answer answer = api.post(path, body);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.text("/code")).as(path).isEqualTo("mfa_required");
            assertThat(answer.text("/mfaToken")).as(path).isNotBlank();
            assertThat(answer.json().toString()).as(path).doesNotContain("eyJ");
        }
    }

    @Test
    void a_code_opens_the_session_that_the_first_step_asked_for() {
        String mfaToken = challenge("/api/auth/login");

        Answer answer = second(mfaToken, generator.code(0));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/refreshToken")).matches("[0-9a-f]{8}-[0-9a-f]{4}-4.*");
        assertThat(api.post("/api/auth/refresh", json("refreshToken", answer.text("/refreshToken")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void R9_2_2_a_half_signed_in_token_opens_nothing() {
        String mfaToken = challenge("/api/v1/session");

        assertThat(api.get("/api/v1/me", mfaToken).status()).isEqualTo(401);
        assertThat(api.post("/api/v1/session/refresh", json("refreshToken", mfaToken))
                        .status())
                .isEqualTo(401);
        assertThat(api.post("/api/auth/refresh", json("refreshToken", mfaToken)).status())
                .isIn(400, 401);
        assertThat(api.get("/api/auth/verify?token=" + mfaToken).status()).isEqualTo(400);
        assertThat(api.post(
                                "/api/auth/reset",
                                json(
                                        "token",
                                        mfaToken,
                                        "password",
                                        "another horse",
                                        "confirmPassword",
                                        "another horse"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void R6_5_1_of_twenty_that_show_one_code_at_once_one_gets_in() {
        List<String> challenges = IntStream.range(0, 20)
                .mapToObj(n -> challenge("/api/v1/session"))
                .toList();
        String code = generator.code(0);

        List<Answer> answers = Together.all(20, n -> second(challenges.get(n), code));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 401).hasSize(19);
    }

    @Test
    void R6_5_1_of_twenty_that_show_one_recovery_code_at_once_one_gets_in() {
        List<String> challenges = IntStream.range(0, 20)
                .mapToObj(n -> challenge("/api/v1/session"))
                .toList();
        String code = generator.recoveryCodes().get(0);

        List<Answer> answers = Together.all(20, n -> second(challenges.get(n), code));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(api.get("/api/v1/me", access)
                        .json()
                        .at("/mfa/recoveryCodesLeft")
                        .intValue())
                .isEqualTo(9);
    }

    @Test
    void R_T2_a_code_of_an_earlier_step_is_refused_after_a_later_one() {
        assertThat(second(challenge("/api/v1/session"), generator.code(1)).status())
                .isEqualTo(200);

        assertThat(second(challenge("/api/v1/session"), generator.code(0)).status())
                .isEqualTo(401);
    }

    @Test
    void R_T4_five_wrong_codes_kill_the_challenge() {
        String mfaToken = challenge("/api/v1/session");
        for (int tries = 0; tries < 5; tries++) {
            assertThat(second(mfaToken, "000000").status()).isEqualTo(401);
        }

        assertThat(second(mfaToken, generator.code(0)).status()).isEqualTo(401);
        assertThat(second(challenge("/api/v1/session"), generator.code(0)).status())
                .isEqualTo(200);
    }

    @Test
    void R_T6_what_is_no_code_is_refused_and_is_no_fault() {
        String mfaToken = challenge("/api/v1/session");

        for (String code : List.of("123 456", "\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16", "0123456", "12345\\u0000")) {
            assertThat(second(mfaToken, code).status()).as(code).isIn(400, 401);
        }
    }

    @Test
    void R_T5_password_and_code_take_the_generator_away_and_neither_alone_does() {
        assertThat(api.send("DELETE", "/api/v1/me/totp", access, json("password", Person.PASSWORD, "code", "000000"))
                        .status())
                .isEqualTo(400);
        assertThat(api.send(
                                "DELETE",
                                "/api/v1/me/totp",
                                access,
                                json("password", "wrong horse", "code", generator.code(0)))
                        .status())
                .isEqualTo(400);
        assertThat(ada.signIn().status()).isEqualTo(401);

        assertThat(api.send(
                                "DELETE",
                                "/api/v1/me/totp",
                                access,
                                json("password", Person.PASSWORD, "code", generator.code(1)))
                        .status())
                .isEqualTo(204);
        assertThat(ada.signIn().status()).isEqualTo(200);
    }

    @Test
    void R6_4_3_a_reset_does_not_take_a_generator_away_that_was_set_up_with_a_verified_address() {
        Person grace = Person.verified(api);
        Person.Generator hers = grace.setUpGenerator(grace.access());
        reset(grace);

        Answer first = api.post("/api/v1/session", json("email", grace.email(), "password", "another horse battery"));
        assertThat(first.text("/code")).isEqualTo("mfa_required");
        assertThat(second(first.text("/mfaToken"), hers.code(0)).status()).isEqualTo(200);
    }

    @Test
    void R_E2_a_reset_takes_a_generator_away_that_was_set_up_before_the_address_was_verified() {
        reset(ada);

        assertThat(api.post("/api/v1/session", json("email", ada.email(), "password", "another horse battery"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void R7_4_3_setting_a_generator_up_ends_the_other_sessions() {
        Person grace = Person.verified(api);
        String other = grace.access();
        String own = grace.access();

        grace.setUpGenerator(own);

        assertThat(api.get("/api/v1/me", own).status()).isEqualTo(200);
        assertThat(api.get("/api/v1/me", other).status()).isEqualTo(401);
    }

    private void reset(Person person) {
        api.post("/api/auth/forgot", json("email", person.email()));
        String token = api.mailedToken(person.email(), "/reset");
        String next = "another horse battery";
        assertThat(api.post("/api/auth/reset", json("token", token, "password", next, "confirmPassword", next))
                        .status())
                .isEqualTo(200);
    }

    private String challenge(String path) {
        return api.post(path, json("email", ada.email(), "password", Person.PASSWORD))
                .text("/mfaToken");
    }

    private Answer second(String mfaToken, String code) {
        return api.post("/api/v1/session/mfa", json("mfaToken", mfaToken, "code", code));
    }
}
