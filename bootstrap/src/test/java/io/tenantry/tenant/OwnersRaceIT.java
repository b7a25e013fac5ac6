package io.tenantry.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.RunningTenantry;
import io.tenantry.contract.Api;
import io.tenantry.contract.Api.Answer;
import io.tenantry.contract.Together;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.tenant.Company.Colleague;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** The last owner, whom nobody takes away: over HTTP, on a real database, with two who try at once. */
class OwnersRaceIT {

    private static final int ROUNDS = 200;

    private final Api api = new Api();
    private final Company company = Company.founded(api);
    private final Colleague ada = company.owner();
    private final Colleague grace = company.joined("owner");

    @Test
    void of_two_owners_who_leave_at_once_one_stays_200_times() {
        for (int round = 0; round < ROUNDS; round++) {
            List<Answer> answers =
                    Together.all(2, n -> api.post(company.path("/leave"), (n == 0 ? ada : grace).access(), "{}"));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 409);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 409)
                    .allSatisfy(answer -> assertThat(answer.text("/code")).isEqualTo("last_owner"));
            assertThat(owners()).hasSize(1);
            comeBack(answers.get(0).status() == 204 ? ada : grace);
        }
    }

    @Test
    void of_two_owners_who_demote_each_other_at_once_one_is_left_200_times() {
        for (int round = 0; round < ROUNDS; round++) {
            List<Answer> answers = Together.all(
                    2, n -> n == 0 ? company.changeRole(ada, grace, "admin") : company.changeRole(grace, ada, "admin"));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 403);
            Colleague left = answers.get(0).status() == 200 ? ada : grace;
            Colleague demoted = left.equals(ada) ? grace : ada;
            assertThat(owners()).containsExactly(left.id());
            assertThat(company.changeRole(left, demoted, "owner").status()).isEqualTo(200);
        }
    }

    @Test
    void an_only_owner_can_neither_leave_nor_be_demoted_nor_removed_nor_erased() {
        assertThat(api.post(company.path("/leave"), grace.access(), "{}").status())
                .isEqualTo(204);

        List<Answer> tries = List.of(
                api.post(company.path("/leave"), ada.access(), "{}"),
                company.changeRole(ada, ada, "member"),
                api.delete(company.pathOf(ada), ada.access()),
                api.send("DELETE", "/api/v1/me", ada.access(), Api.json("password", Api.PASSWORD)));

        assertThat(tries).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.text("/code")).isEqualTo("last_owner");
        });
        assertThat(owners()).containsExactly(ada.id());
    }

    private List<UUID> owners() {
        return inCompany(handle -> handle.createQuery("select user_id from tenantry.membership where role = 'owner'")
                .mapTo(UUID.class)
                .list());
    }

    private void comeBack(Colleague owner) {
        inCompany(handle -> handle.createUpdate("insert into tenantry.membership (tenant_id, user_id, role, joined_at)"
                        + " values (:tenant, :user, 'owner', now())")
                .bind("tenant", company.uuid())
                .bind("user", owner.id())
                .execute());
    }

    private <T> T inCompany(java.util.function.Function<Handle, T> work) {
        return RunningTenantry.shared().tenantry().inTenant(new TenantId(company.uuid()), work::apply);
    }
}
