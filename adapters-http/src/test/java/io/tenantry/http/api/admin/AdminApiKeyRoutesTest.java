package io.tenantry.http.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.domain.admin.AdminUseCases;
import io.tenantry.domain.admin.SearchApiKeys;
import io.tenantry.http.ApiKey;
import io.tenantry.http.Company;
import io.tenantry.http.HttpAdapter.Ports;
import io.tenantry.http.Operator;
import io.tenantry.http.Person;
import io.tenantry.http.PortsFixture;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminApiKeyRoutesTest {
    private static final String ALL = "/api/v1/admin/api-keys";
    private static final List<SearchApiKeys.Command> ASKED = new CopyOnWriteArrayList<>();

    private static TestServer server;
    private static Company company;
    private static Person operator;

    @BeforeAll
    static void start() {
        server = TestServer.setup().ports(AdminApiKeyRoutesTest::overheard).start();
        company = Company.in(server);
        operator = Operator.of(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_key_is_found_by_its_name_its_id_and_its_prefix_with_whose_it_is() {
        ApiKey key = ApiKey.of(company, "billing:read");
        String prefix = company.owner().get(key.path(company, "")).at("/prefix");
        for (String query : List.of(key.id(), " " + key.id().toUpperCase(Locale.ROOT), prefix, key.secret())) {
            Reply found = search(query);
            assertThat(found.json().get("items")).hasSize(1);
            assertThat(found.at("/items/0/id")).isEqualTo(key.id());
            assertThat(found.at("/items/0/tenant/id")).isEqualTo(company.id());
            assertThat(found.text()).doesNotContain("\"key\"", key.secret());
        }
        assertThat(search("bill").json().get("items").findValuesAsText("prefix"))
                .contains(prefix);
        assertThat(search("nothing").json().get("items")).isEmpty();
    }

    @Test
    void R16_2_5_of_a_whole_key_only_the_part_that_is_no_secret_is_looked_for() {
        ApiKey key = ApiKey.of(company);
        search(key.secret());
        String secret =
                key.secret().substring(key.secret().lastIndexOf('_') + 1).toLowerCase(Locale.ROOT);
        SearchApiKeys.Command asked = ASKED.get(ASKED.size() - 1);
        assertThat(asked.exact().orElseThrow()).hasToString(key.id());
        assertThat(asked.query().words()).noneMatch(word -> secret.startsWith(word));
        assertThat(server.tenantry().audit().toString())
                .doesNotContain(key.secret().substring(26));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tk_", "tk_abc", "tk_0000000000000000000000x", "tk_zzzzzzzzzzzzzzzzzzzzzz", "---", "tk_\u00e4"})
    void what_is_neither_words_nor_a_prefix_is_400(String query) {
        Reply reply = search(query);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/errors/query")).isNotBlank();
    }

    @Test
    void an_operator_ends_any_key() {
        ApiKey key = ApiKey.of(company, "tenant:read");
        assertThat(operator.delete(ALL + "/" + key.id(), null).status()).isEqualTo(204);
        assertThat(key.get(company.path("")).status()).isEqualTo(401);
        JsonNode shown = company.owner().get(key.path(company, "")).json();
        assertThat(shown.get("active").booleanValue()).isFalse();
    }

    @Test
    void the_figures_tell_of_keys_too() {
        Reply before = operator.get("/api/v1/admin/stats");
        ApiKey key = ApiKey.of(company);
        server.client().post("/api/v1/api-keys/verify", "{\"key\":\"" + key.secret() + "\",\"units\":5}");
        server.tenantry().useCases().apiKeys().writeApiKeyUse().write();
        Reply after = operator.get("/api/v1/admin/stats");
        assertThat(number(after, "/activeApiKeys")).isEqualTo(number(before, "/activeApiKeys") + 1);
        assertThat(number(after, "/unitsThisMonth")).isEqualTo(number(before, "/unitsThisMonth") + 5);
        assertThat(number(after, "/daily/29/requests")).isEqualTo(number(before, "/daily/29/requests") + 1);
        assertThat(number(after, "/daily/29/units")).isEqualTo(number(before, "/daily/29/units") + 5);
    }

    private static long number(Reply reply, String pointer) {
        return reply.json().requiredAt(pointer).longValue();
    }

    private static Reply search(String query) {
        return operator.get(ALL + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    private static Ports overheard(Ports ports) {
        AdminUseCases admin = ports.admin();
        return PortsFixture.withAdmin(
                ports,
                new AdminUseCases(
                        admin.searchTenants(),
                        admin.administerTenant(),
                        admin.restoreTenant(),
                        admin.searchUsers(),
                        admin.disableUser(),
                        admin.sendPasswordReset(),
                        admin.endUserSessions(),
                        admin.readInstallationAudit(),
                        admin.readStatistics(),
                        admin.foundTenant(),
                        command -> {
                            ASKED.add(command);
                            return admin.searchApiKeys().search(command);
                        },
                        admin.endApiKey()));
    }
}
