package io.tenantry.http.api.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.membership.Role;
import io.tenantry.http.Company;
import io.tenantry.http.People;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainRoutesTest {
    private static TestServer server;
    private static Company company;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        company = Company.in(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_claimed_domain_is_pending_and_says_what_the_dns_must_show() {
        Reply claimed = claim(company, " Accounts.One.example. ");
        assertThat(claimed.status()).isEqualTo(201);
        assertThat(claimed.header("Location")).contains(company.path("/domains/accounts.one.example"));
        assertThat(claimed.at("/host")).isEqualTo("accounts.one.example");
        assertThat(claimed.at("/status")).isEqualTo("pending");
        assertThat(claimed.at("/txtRecord/name")).isEqualTo("_tenantry.accounts.one.example");
        assertThat(company.member().get(company.path("/domains")).text()).contains(claimed.at("/txtRecord/value"));
    }

    @Test
    void it_is_the_tenants_when_the_dns_shows_the_record_and_picks_it_at_sign_in() {
        Reply claimed = claim(company, "two.example");
        Reply early = verify(company, "two.example");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.at("/code")).isEqualTo("txt_record_missing");
        show(claimed);
        Reply verified = verify(company, "TWO.example");
        assertThat(verified.at("/status")).isEqualTo("verified");
        assertThat(verified.json().get("txtRecord").isNull()).isTrue();
        Company second = Company.in(server);
        second.join(company.owner(), Role.MEMBER);
        Reply here = signIn(company, "two.example");
        Reply there = signIn(company, second.slug() + ".localhost");
        assertThat(here.at("/tenant/id")).isEqualTo(company.id());
        assertThat(there.at("/tenant/id")).isEqualTo(second.id());
    }

    @Test
    void a_host_that_is_no_tenants_of_the_users_opens_nothing_foreign() {
        Company other = Company.in(server);
        Reply signedIn = signIn(company, other.slug() + ".localhost");
        assertThat(signedIn.text()).doesNotContain(other.id());
    }

    @Test
    void of_two_that_claim_a_domain_the_first_to_show_it_has_it() {
        Company other = Company.in(server);
        Reply ours = claim(company, "three.example");
        Reply theirs = claim(other, "three.example");
        assertThat(theirs.status()).isEqualTo(201);
        assertThat(theirs.at("/txtRecord/value")).isNotEqualTo(ours.at("/txtRecord/value"));
        show(theirs);
        assertThat(verify(company, "three.example").at("/code")).isEqualTo("txt_record_missing");
        assertThat(verify(other, "three.example").status()).isEqualTo(200);
        show(ours);
        Reply late = verify(company, "three.example");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.at("/code")).isEqualTo("conflict");
    }

    @Test
    void it_is_given_up_but_the_primary_one_is_not() {
        claim(company, "four.example");
        assertThat(company.admin()
                        .delete(company.path("/domains/four.example"), null)
                        .status())
                .isEqualTo(204);
        assertThat(company.admin()
                        .delete(company.path("/domains/four.example"), null)
                        .status())
                .isEqualTo(404);
        assertThat(verify(company, "four.example").status()).isEqualTo(404);
        String primary = company.owner().get(company.path("")).at("/domain");
        Reply kept = company.owner().delete(company.path("/domains/" + primary), null);
        assertThat(kept.status()).isEqualTo(409);
        assertThat(kept.at("/code")).isEqualTo("conflict");
        assertThat(company.owner().get(company.path("/domains")).text())
                .contains(primary)
                .doesNotContain("four");
    }

    @Test
    void the_list_comes_in_pages() {
        Company other = Company.in(server);
        claim(other, "a.pages.example");
        claim(other, "b.pages.example");
        Reply first = other.owner().get(other.path("/domains?limit=2"));
        Reply last = other.owner().get(other.path("/domains?limit=2&cursor=" + first.at("/nextCursor")));
        assertThat(first.json().get("items")).hasSize(2);
        assertThat(last.json().get("items").findValuesAsText("host")).hasSize(1);
        assertThat(first.text()).doesNotContain("\"" + last.at("/items/0/host") + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.localhost", "localhost", "192.0.2.1"})
    void what_is_no_domain_of_a_tenants_own_is_409(String host) {
        Reply refused = claim(company, host);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/code")).isEqualTo("conflict");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b.example",
                "a.example:80",
                "http://a.example",
                "-a.example",
                "b\u00fccher.example",
                "*.example"
            })
    void what_is_no_host_name_is_400(String host) {
        Reply refused = claim(company, host);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/host").isTextual()).isTrue();
    }

    private static Reply claim(Company by, String host) {
        return by.owner().post(by.path("/domains"), "{\"host\":\"" + host + "\"}");
    }

    private static Reply verify(Company by, String host) {
        return by.owner().post(by.path("/domains/" + host + "/verify"), null);
    }

    private static void show(Reply claimed) {
        server.tenantry().dns().show(claimed.at("/txtRecord/name"), claimed.at("/txtRecord/value"));
    }

    private static Reply signIn(Company of, String host) {
        return server.client()
                .post("/api/v1/session", People.credentials(of.owner().email(), People.PASSWORD), "Host", host);
    }
}
