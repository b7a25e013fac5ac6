package io.tenantry.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.domain.failure.DomainFailure;
import io.tenantry.http.Client;
import io.tenantry.http.FailureFixture;
import io.tenantry.http.Reply;
import io.tenantry.http.TestServer;
import io.tenantry.http.wire.WireFailure;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Each code that a problem may bear has a page. */
final class ProblemPagesTest {

    private static TestServer server;
    private static Client client;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        client = server.client();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void a_page_names_the_code_and_the_status_and_says_what_to_do(Problem problem) {
        Reply page = client.get("/problems/" + problem.code());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("<code>" + problem.code() + "</code>", "HTTP status " + problem.status(), "What to do")
                .doesNotContainPattern("\\{[a-z]+}");
    }

    @Test
    void every_refusal_of_the_core_has_a_page() {
        assertThat(FailureFixture.ALL)
                .extracting(Object::getClass)
                .containsExactlyInAnyOrder(DomainFailure.class.getPermittedSubclasses());
        assertThat(FailureFixture.ALL)
                .allSatisfy(
                        refusal -> assertThat(Problem.ofCode(refusal.code())).isPresent());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 408, 413, 415, 431, 503})
    void every_refusal_of_http_has_a_page_with_its_status(int status) {
        String code = WireFailure.ofStatus(status).code();
        assertThat(Problem.ofCode(code))
                .hasValueSatisfying(problem -> assertThat(problem.status()).isEqualTo(status));
    }

    @ParameterizedTest
    @MethodSource("described")
    void every_problem_in_the_description_has_a_page_with_its_status(JsonNode described) {
        JsonNode code = described.required("code");
        Stream<String> codes = Stream.concat(
                        Stream.of(code.path("const")), code.path("enum").valueStream())
                .flatMap(text -> text.stringValueOpt().stream());
        assertThat(codes)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(Problem.ofCode(one).orElseThrow().status())
                        .isEqualTo(
                                described.required("status").required("const").intValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "NOT_FOUND", "%3Cscript%3E", "not_found%20"})
    void an_unknown_code_is_404_and_not_repeated(String code) {
        Reply reply = client.get("/problems/" + code);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text()).doesNotContain("nothing", "<script>", "NOT_FOUND");
    }

    @Test
    void the_type_of_a_problem_leads_to_its_page() {
        String type = client.get("/nowhere").at("/type");
        assertThat(client.get(type).text()).contains("There is nothing here");
    }

    private static Stream<JsonNode> described() {
        JsonNode schemas =
                YAMLMapper.shared().readTree(ClassPath.text("/openapi.yaml")).requiredAt("/components/schemas");
        return schemas.propertyStream()
                .filter(schema -> schema.getKey().matches("Problem.+"))
                .map(schema -> schema.getValue().required("properties"));
    }
}
