package io.tenantry.contract;

import static io.tenantry.contract.Api.PASSWORD;
import static io.tenantry.contract.Api.fresh;
import static io.tenantry.contract.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Api.Answer;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Many do the same at once, over HTTP, on a real database. */
class RacesIT {

    private static final int CALLERS = 20;

    private final Api api = new Api();

    @Test
    void of_twenty_registrations_of_one_email_one_succeeds() {
        String email = fresh("race-") + "@acme.example";

        List<Answer> answers = Together.all(
                CALLERS,
                n -> api.post(
                        "/api/tenants/register", json("name", "Racing " + n, "email", email, "password", PASSWORD)));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(CALLERS - 1);
    }

    @Test
    void of_twenty_registrations_of_one_slug_one_succeeds() {
        String slug = fresh("race-");

        List<Answer> answers = Together.all(
                CALLERS,
                n -> api.post(
                        "/api/auth/register",
                        json(
                                "tenantName",
                                "Racing",
                                "tenantSlug",
                                slug,
                                "userFullName",
                                "R " + n,
                                "userEmail",
                                n + "@" + slug + ".example",
                                "userPassword",
                                PASSWORD)));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(CALLERS - 1);
    }

    @Test
    void twenty_registrations_of_one_name_all_succeed_each_with_a_slug_of_its_own() {
        String name = fresh("Same Name ");

        List<Answer> answers = Together.all(
                CALLERS,
                n -> api.post(
                        "/api/auth/register/",
                        json(
                                "organization_name",
                                name,
                                "email",
                                n + fresh("-") + "@same.example",
                                "password",
                                PASSWORD,
                                "password_confirm",
                                PASSWORD)));

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers)
                .extracting(answer -> answer.text("/organization/slug"))
                .doesNotHaveDuplicates();
        assertThat(answers)
                .extracting(answer -> answer.text("/organization/schema"))
                .doesNotHaveDuplicates();
    }

    @Test
    void twenty_right_sign_ins_all_succeed() {
        String email = owner();

        assertThat(Together.all(CALLERS, n -> api.post("/api/auth/login", json("email", email, "password", PASSWORD))))
                .allMatch(answer -> answer.status() == 200);
    }

    @Test
    void R9700_race_twenty_refreshes_of_one_token_make_one_lineage() {
        String refresh = api.post("/api/auth/token/", json("email", owner(), "password", PASSWORD))
                .text("/refresh");

        List<Answer> answers =
                Together.all(CALLERS, n -> api.post("/api/auth/token/refresh/", json("refresh", refresh)));

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream().map(answer -> answer.text("/refresh")).distinct())
                .hasSize(1);
    }

    @RepeatedTest(5)
    void after_a_logouts_200_no_refresh_that_raced_it_left_anything_that_works() {
        Answer in = api.post("/api/auth/token/", json("email", owner(), "password", PASSWORD));
        String refresh = in.text("/refresh");

        List<Answer> answers = Together.all(
                CALLERS,
                n -> n == 0
                        ? api.post("/api/auth/logout/", json("refresh", refresh))
                        : api.post("/api/auth/token/refresh/", json("refresh", refresh)));

        assertThat(answers.get(0).status()).isEqualTo(200);
        for (Answer refreshed : answers.subList(1, CALLERS)) {
            assertThat(refreshed.status()).isIn(200, 401);
            if (refreshed.status() == 200) {
                assertThat(api.get("/api/auth/me/", refreshed.text("/access")).status())
                        .isEqualTo(401);
                assertThat(api.post("/api/auth/token/refresh/", json("refresh", refreshed.text("/refresh")))
                                .status())
                        .isEqualTo(401);
            }
        }
    }

    private String owner() {
        String email = fresh("owner-") + "@race.example";
        assertThat(api.post("/api/tenants/register", json("name", fresh("Race "), "email", email, "password", PASSWORD))
                        .status())
                .isEqualTo(201);
        return email;
    }
}
