package io.tenantry.tenant;

import static io.tenantry.contract.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.RunningTenantry;
import io.tenantry.contract.Api;
import io.tenantry.contract.Api.Answer;
import io.tenantry.contract.Person;
import io.tenantry.domain.tenant.ChangeTenantStatus;
import io.tenantry.domain.tenant.TenantId;
import io.tenantry.domain.tenant.TenantStatus;
import io.tenantry.tenant.Company.Colleague;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What companies do with their tenants, over HTTP, on a real database. */
class TenancyIT {

    private final Api api = new Api();
    private final Company company = Company.founded(api);
    private final Colleague owner = company.owner();

    @Test
    void a_newcomer_is_invited_joins_is_promoted_and_removed() {
        Colleague grace = company.joined("member");
        assertThat(api.get(company.path("/members"), grace.access()).json().at("/items"))
                .hasSize(2);
        assertThat(api.get(company.path("/invitations"), grace.access()).status())
                .isEqualTo(403);

        assertThat(company.changeRole(owner, grace, "admin").text("/role")).isEqualTo("admin");
        assertThat(api.get(company.path("/invitations"), grace.access()).text("/items/0/status"))
                .isEqualTo("accepted");

        assertThat(api.delete(company.pathOf(grace), owner.access()).status()).isEqualTo(204);
        assertThat(api.get(company.path(""), grace.access()).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/me", grace.access()).json().at("/memberships"))
                .isEmpty();
    }

    @Test
    void R8_3_2_a_demotion_holds_at_the_very_next_request_with_the_old_token() {
        Colleague grace = company.joined("admin");
        for (int round = 0; round < 20; round++) {
            assertThat(api.get(company.path("/audit"), grace.access()).status()).isEqualTo(200);
            assertThat(company.changeRole(owner, grace, "member").status()).isEqualTo(200);
            assertThat(api.get(company.path("/audit"), grace.access()).status()).isEqualTo(403);
            assertThat(company.changeRole(owner, grace, "admin").status()).isEqualTo(200);
        }
    }

    @Test
    void two_tabs_work_in_two_tenants_by_two_tokens_of_one_session() {
        Answer created = api.post("/api/v1/tenants", owner.access(), json("name", Api.fresh("Second ")));
        assertThat(created.status()).isEqualTo(201);
        String second = created.text("/id");
        String there = api.post("/api/v1/session/tenant", owner.access(), json("tenantId", second))
                .text("/accessToken");

        assertThat(api.get("/api/v1/me", owner.access()).text("/tenant/id")).isEqualTo(company.id());
        assertThat(api.get("/api/v1/me", there).text("/tenant/id")).isEqualTo(second);
        assertThat(api.get("/api/v1/tenants", there).json().at("/items")).hasSize(2);
    }

    @Test
    void R8_2_2_a_foreign_tenant_is_answered_as_one_that_there_is_not() {
        String stranger = Person.verifiedOwner(api).access();
        String absent = company.path("").replace(company.id(), UUID.randomUUID().toString());

        Answer foreign = api.get(company.path(""), stranger);
        Answer none = api.get(absent, stranger);

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(none.status()).isEqualTo(404);
        assertThat(withoutRequestId(foreign)).isEqualTo(withoutRequestId(none));
    }

    @Test
    void a_tenant_that_its_owner_closes_is_shut_at_once_and_removed_when_its_time_is_over() {
        Colleague grace = company.joined("member");
        String slug = api.get(company.path(""), owner.access()).text("/slug");
        assertThat(api.get("/api/v1/slugs/" + slug).json().at("/available").booleanValue())
                .isFalse();

        Answer closed =
                api.send("DELETE", company.path(""), owner.access(), json("password", Person.PASSWORD, "slug", slug));

        assertThat(closed.status()).isEqualTo(204);
        assertThat(api.get(company.path(""), owner.access()).status()).isIn(401, 403);
        assertThat(grace.person().signIn().status()).isEqualTo(403);
        letItsTimePass();
        RunningTenantry.shared().tenantry().useCases().tenants().removeTenants().remove();
        assertThat(api.get("/api/v1/slugs/" + slug).json().at("/available").booleanValue())
                .isTrue();
        assertThat(owner.person().signIn().json().at("/tenant").isNull()).isTrue();
    }

    @Test
    void a_suspended_tenant_is_shut_to_everything() {
        Colleague grace = company.joined("member");
        String token = company.invited(Api.fresh("late-") + "@company.example", "member");
        TenantId id = new TenantId(company.uuid());
        RunningTenantry.shared()
                .tenantry()
                .useCases()
                .tenants()
                .changeTenantStatus()
                .change(new ChangeTenantStatus.Command(id, TenantStatus.SUSPENDED));

        assertThat(api.get("/api/v1/me", grace.access()).status()).isEqualTo(401);
        assertThat(grace.person().signIn().status()).isEqualTo(403);
        assertThat(api.post("/api/v1/invitations/accept", json("token", token, "password", Person.PASSWORD))
                        .status())
                .isEqualTo(403);
    }

    private void letItsTimePass() {
        RunningTenantry.shared()
                .tenantry()
                .inTenant(
                        new TenantId(company.uuid()),
                        handle -> handle.createUpdate("update tenantry.tenant set removed_after = now() where id = :id")
                                .bind("id", company.uuid())
                                .execute());
    }

    private static String withoutRequestId(Answer answer) {
        return answer.json().toString().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
