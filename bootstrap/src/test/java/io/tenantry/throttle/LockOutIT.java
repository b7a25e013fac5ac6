package io.tenantry.throttle;

import static io.tenantry.contract.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.RunningTenantry;
import io.tenantry.contract.Api;
import io.tenantry.contract.Api.Answer;
import io.tenantry.contract.Person;
import io.tenantry.contract.Together;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What guessing comes to, with the limits on; callers come from addresses of their own, by the word of a proxy. */
class LockOutIT {

    private static final int LIMIT = 10;
    private static final String WRONG = "wrong horse battery";

    private static RunningTenantry tenantry;

    private final Api home = new Api(tenantry).from(address());
    private final Api elsewhere = new Api(tenantry).from(address());

    private static int addresses;

    @BeforeAll
    static void start() {
        tenantry = RunningTenantry.start(Map.of("TENANTRY_TRUSTED_PROXIES", "127.0.0.1"));
    }

    @AfterAll
    static void stop() {
        tenantry.close();
    }

    @Test
    void R6_3_1_after_ten_wrong_passwords_the_right_one_is_refused_whichever_contract_is_asked() {
        Person ada = Person.verified(home);

        guess(elsewhere, ada.email(), LIMIT);

        for (Answer answer : everyContract(elsewhere, ada.email(), Person.PASSWORD)) {
            assertThat(answer.status()).isEqualTo(429);
            assertThat(Integer.parseInt(answer.response()
                            .headers()
                            .firstValue("Retry-After")
                            .orElseThrow()))
                    .isBetween(1, 60);
        }
    }

    @Test
    void R6_3_4_wrong_passwords_at_all_contracts_are_counted_together() {
        Person ada = Person.verified(home);

        for (int round = 0; round < 3; round++) {
            everyContract(elsewhere, ada.email(), WRONG);
        }

        assertThat(ada.signIn(elsewhere, Person.PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void R6_3_8_an_address_that_is_nobodys_is_locked_like_any_other() {
        Person ada = Person.verified(home);
        String nobody = Api.fresh("nobody-") + "@people.example";

        List<Answer> known = guess(elsewhere, ada.email(), LIMIT + 1);
        List<Answer> unknown = guess(new Api(tenantry).from(address()), nobody, LIMIT + 1);

        assertThat(unknown).extracting(Answer::status).isEqualTo(statuses(known));
        assertThat(unknown.get(LIMIT).status()).isEqualTo(429);
        assertThat(unknown.get(LIMIT).text("/detail"))
                .isEqualTo(known.get(LIMIT).text("/detail"));
    }

    @Test
    void R6_1_1_who_signed_in_from_an_address_before_is_not_locked_out_there_by_others() {
        Person ada = Person.verified(home);
        assertThat(ada.signIn(home, Person.PASSWORD).status()).isEqualTo(200);

        guess(elsewhere, ada.email(), LIMIT + 3);

        assertThat(ada.signIn(elsewhere, Person.PASSWORD).status()).isEqualTo(429);
        assertThat(ada.signIn(home, Person.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void a_locked_account_is_opened_by_a_reset_by_mail_and_its_user_is_told() {
        Person ada = Person.verified(home);
        guess(elsewhere, ada.email(), LIMIT);
        assertThat(home.post("/api/auth/forgot", json("email", ada.email())).status())
                .isEqualTo(200);

        String token = home.mailedToken(ada.email(), "/reset");
        String next = "another horse battery";
        assertThat(home.post("/api/auth/reset", json("token", token, "password", next, "confirmPassword", next))
                        .status())
                .isEqualTo(200);

        assertThat(ada.signIn(elsewhere, next).status()).isEqualTo(200);
        assertThat(tenantry.mails())
                .filteredOn(mail -> mail.contains("To: " + ada.email()))
                .anyMatch(mail -> mail.contains("Subject: Too many failed sign-ins"));
    }

    @Test
    void R6_2_3_a_wrong_current_password_counts_like_a_wrong_sign_in() {
        Person ada = Person.verified(home);
        String access = ada.access();

        for (int tries = 0; tries < LIMIT; tries++) {
            assertThat(home.post(
                                    "/api/v1/me/password",
                                    access,
                                    json("currentPassword", WRONG, "newPassword", "another horse battery"))
                            .status())
                    .isEqualTo(400);
        }

        assertThat(ada.signIn(home, Person.PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void twenty_right_sign_ins_at_once_all_pass() {
        Person ada = Person.verified(home);

        assertThat(Together.all(20, n -> ada.signIn(elsewhere, Person.PASSWORD)))
                .allMatch(answer -> answer.status() == 200);
    }

    @Test
    void of_forty_guesses_at_once_and_a_right_one_after_them_none_gets_in() {
        Person ada = Person.verified(home);

        List<Answer> guesses = Together.all(40, n -> ada.signIn(elsewhere, WRONG));

        assertThat(guesses).allMatch(answer -> answer.status() == 401 || answer.status() == 429);
        assertThat(ada.signIn(elsewhere, Person.PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void a_hundred_wrong_guesses_from_one_network_close_it_and_no_other() {
        Person ada = Person.verified(home);

        for (int account = 0; account < 100; account++) {
            Api neighbour = new Api(tenantry).from("2001:db8:1:1::" + Integer.toHexString(account + 1));
            assertThat(guess(neighbour, "a" + account + Api.fresh("-") + "@people.example", 1)
                            .get(0)
                            .status())
                    .isEqualTo(401);
        }

        assertThat(ada.signIn(new Api(tenantry).from("2001:db8:1:1::ffff"), Person.PASSWORD)
                        .status())
                .isEqualTo(429);
        assertThat(ada.signIn(new Api(tenantry).from("2001:db8:1:2::1"), Person.PASSWORD)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void R_F6_nobodys_mailbox_is_filled_by_forgot_whether_it_has_an_account_or_not() {
        Person ada = Person.verified(home);
        String nobody = Api.fresh("nobody-") + "@people.example";

        List<Integer> known = IntStream.range(0, 7)
                .map(n -> elsewhere
                        .post("/api/auth/forgot", json("email", ada.email()))
                        .status())
                .boxed()
                .toList();
        List<Integer> unknown = IntStream.range(0, 7)
                .map(n -> elsewhere
                        .post("/api/auth/forgot", json("email", nobody))
                        .status())
                .boxed()
                .toList();

        assertThat(known).isEqualTo(unknown).startsWith(200, 200, 200).endsWith(429);
    }

    @Test
    void registrations_from_one_address_are_bounded() {
        Api busy = new Api(tenantry).from(address());

        List<Integer> statuses = IntStream.range(0, 101)
                .map(n -> busy.post(
                                "/api/auth/register",
                                json(
                                        "email",
                                        Api.fresh("busy-") + "@people.example",
                                        "password",
                                        Person.PASSWORD,
                                        "confirmPassword",
                                        Person.PASSWORD))
                        .status())
                .boxed()
                .toList();

        assertThat(statuses.subList(0, 99)).containsOnly(201);
        assertThat(statuses.get(100)).isEqualTo(429);
    }

    private static List<Answer> guess(Api from, String email, int times) {
        return IntStream.range(0, times)
                .mapToObj(n -> from.post("/api/v1/session", json("email", email, "password", WRONG)))
                .toList();
    }

    private static List<Answer> everyContract(Api from, String email, String password) {
        String body = json("email", email, "password", password);
        return List.of(
                from.post("/api/v1/session", body),
                from.post("/api/auth/login", body),
                from.post("/api/auth/token/", body),
                from.post("/api/tenants/login", body));
    }

    private static List<Integer> statuses(List<Answer> answers) {
        return answers.stream().map(Answer::status).toList();
    }

    private static synchronized String address() {
        addresses++;
        return "203.0.113." + addresses;
    }
}
