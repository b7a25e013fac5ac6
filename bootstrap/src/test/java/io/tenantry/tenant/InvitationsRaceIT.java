package io.tenantry.tenant;

import static io.tenantry.contract.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Api;
import io.tenantry.contract.Api.Answer;
import io.tenantry.contract.Person;
import io.tenantry.contract.Together;
import io.tenantry.tenant.Company.Colleague;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Invitations that are accepted while the tenant's members change: over HTTP, on a real database. */
class InvitationsRaceIT {

    private static final int ROUNDS = 12;

    private final Api api = new Api();
    private final Company company = Company.founded(api);
    private final Colleague ada = company.owner();
    private final Colleague grace = company.joined("owner");

    @Test
    void R_E10_a_new_owner_joins_or_does_not_while_another_is_demoted_and_nobody_waits_for_the_other() {
        for (int round = 0; round < ROUNDS; round++) {
            String token = company.invited(Api.fresh("owner-") + "@company.example", "owner");

            List<Answer> answers = Together.all(
                    2,
                    n -> n == 0
                            ? api.post("/api/v1/invitations/accept", json("token", token, "password", Person.PASSWORD))
                            : company.changeRole(ada, grace, "member"));

            assertThat(answers).extracting(Answer::status).containsExactly(200, 200);
            assertThat(company.changeRole(ada, grace, "owner").status()).isEqualTo(200);
        }
    }

    @Test
    void R_E10_an_invitation_is_accepted_or_sent_again_and_neither_waits_for_the_other() {
        for (int round = 0; round < ROUNDS; round++) {
            String email = Api.fresh("again-") + "@company.example";
            String token = company.invited(email, "member");
            String id =
                    api.get(company.path("/invitations?limit=1"), ada.access()).text("/items/0/id");

            List<Answer> answers = Together.all(
                    2,
                    n -> n == 0
                            ? api.post("/api/v1/invitations/accept", json("token", token, "password", Person.PASSWORD))
                            : api.post(company.path("/invitations/" + id + "/resend"), ada.access(), "{}"));

            assertThat(List.of(answers.get(0).status(), answers.get(1).status()))
                    .isIn(List.of(200, 409), List.of(400, 200), List.of(400, 201));
        }
    }
}
