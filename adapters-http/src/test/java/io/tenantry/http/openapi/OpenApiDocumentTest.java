package io.tenantry.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.tenantry.http.openapi.OpenApiDocument.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The description itself: whole, consistent, and strict enough for a test against it to mean something. */
final class OpenApiDocumentTest {

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.published();
    private static final JsonSchemas SCHEMAS = new JsonSchemas(DOCUMENT);
    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{(\\w+)}");

    @Test
    void it_is_openapi_3_1_with_a_title_a_version_and_a_server_of_its_own() {
        JsonNode root = DOCUMENT.root();
        assertThat(root.required("openapi").stringValue()).startsWith("3.1.");
        assertThat(root.requiredAt("/info/title").stringValue()).isNotBlank();
        assertThat(root.requiredAt("/info/version").stringValue()).isNotBlank();
        assertThat(root.requiredAt("/servers/0/url").stringValue()).isEqualTo("/");
    }

    @Test
    void every_reference_leads_somewhere() {
        Set<String> references = references();
        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            assertThat(reference).startsWith("#/components/");
            assertThat(DOCUMENT.root().at(reference.substring(1)).isMissingNode())
                    .isFalse();
        });
    }

    /** Those of paths that do not exist stand for themselves. */
    @Test
    void every_component_is_used() {
        Set<String> used = references();
        used.add("#/components/responses/FrontendAuthNotFound");
        used.add("#/components/responses/OAuthNotFound");
        for (String kind : List.of("schemas", "responses", "headers", "parameters")) {
            assertThat(DOCUMENT.root().requiredAt("/components/" + kind).propertyNames())
                    .allSatisfy(name -> assertThat(used).contains("#/components/" + kind + "/" + name));
        }
    }

    @Test
    void every_operation_has_an_id_of_its_own_a_summary_and_a_tag_that_is_explained() {
        List<String> tags = texts(DOCUMENT.root().required("tags").valueStream(), "name");
        assertThat(DOCUMENT.operations()).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.node().required("summary").stringValue()).isNotBlank();
            assertThat(operation.node().required("tags").valueStream().map(JsonNode::stringValue))
                    .isNotEmpty()
                    .isSubsetOf(tags);
        });
        assertThat(texts(DOCUMENT.operations().map(Operation::node), "operationId"))
                .doesNotHaveDuplicates();
    }

    @Test
    void every_operation_says_who_may_call_it_by_schemes_that_are_explained() {
        JsonNode schemes = DOCUMENT.root().requiredAt("/components/securitySchemes");
        assertThat(DOCUMENT.operations())
                .allSatisfy(operation -> assertThat(
                                operation.node().required("security").valueStream())
                        .allSatisfy(
                                choice -> assertThat(schemes.propertyNames()).containsAll(choice.propertyNames())));
    }

    @Test
    void every_part_of_a_path_that_varies_is_described() {
        DOCUMENT.root().required("paths").properties().forEach(path -> {
            List<String> inPath = PATH_PARAMETER
                    .matcher(path.getKey())
                    .results()
                    .map(part -> part.group(1))
                    .toList();
            path.getValue()
                    .valueStream()
                    .forEach(operation -> assertThat(operation
                                    .path("parameters")
                                    .valueStream()
                                    .map(DOCUMENT::resolve)
                                    .filter(parameter ->
                                            parameter.path("in").asString("").equals("path")))
                            .extracting(parameter -> parameter.required("name").stringValue())
                            .containsExactlyElementsOf(inPath));
        });
    }

    @Test
    void every_body_in_json_has_an_example() {
        assertThat(contents().filter(content -> content.path("examples").isEmpty()))
                .isEmpty();
    }

    @Test
    void every_example_satisfies_its_schema() {
        Stream<String> faults = contents()
                .flatMap(content -> content.path("examples")
                        .propertyStream()
                        .flatMap(example -> faults(content.required("schema"), example)));
        assertThat(faults).isEmpty();
    }

    @Test
    void every_answer_bears_the_id_of_its_request() {
        assertThat(responses()).isNotEmpty().allSatisfy(response -> {
            assertThat(response.required("description").stringValue()).isNotBlank();
            assertThat(response.required("headers").has("X-Request-Id")).isTrue();
        });
    }

    @Test
    void statuses_that_need_a_header_have_it() {
        Map<String, String> needed =
                Map.of("401", "WWW-Authenticate", "405", "Allow", "429", "Retry-After", "503", "Retry-After");
        assertThat(DOCUMENT.operations())
                .allSatisfy(operation -> needed.forEach((status, header) -> {
                    JsonNode response = operation.node().required("responses").path(status);
                    assertThat(response.isMissingNode()
                                    || DOCUMENT.resolve(response)
                                            .required("headers")
                                            .has(header))
                            .isTrue();
                }));
    }

    @Test
    void every_path_tells_what_another_method_gets() {
        assertThat(DOCUMENT.operations())
                .allSatisfy(operation -> assertThat(
                                operation.node().required("responses").has("405"))
                        .isTrue());
    }

    @Test
    void every_request_with_a_body_tells_what_a_bad_one_gets() {
        assertThat(DOCUMENT.operations().filter(operation -> operation.node().has("requestBody")))
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(
                                operation.node().required("responses").propertyNames())
                        .contains("400", "413", "415", "500", "503"));
    }

    @Test
    void an_object_in_an_answer_has_no_members_but_those_listed() {
        List<JsonNode> objects = responses()
                .flatMap(OpenApiDocumentTest::json)
                .flatMap(content -> objects(content.required("schema")))
                .toList();
        assertThat(objects).hasSizeGreaterThan(30);
        assertThat(objects.stream().filter(object -> !object.has("additionalProperties")))
                .isEmpty();
    }

    @Test
    void every_schema_is_one() {
        Schema metaSchema = SchemaRegistry.withDefaultDialect(Dialects.getDraft202012())
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        Stream<JsonNode> inline =
                DOCUMENT.nodes().map(node -> node.path("schema")).filter(JsonNode::isObject);
        Stream<JsonNode> named =
                DOCUMENT.root().requiredAt("/components/schemas").valueStream();
        List<JsonNode> schemas = Stream.concat(inline, named).toList();
        assertThat(schemas).hasSizeGreaterThan(100);
        assertThat(schemas.stream()
                        .filter(schema -> !metaSchema.validate(schema).isEmpty()))
                .isEmpty();
    }

    private static Set<String> references() {
        Set<String> references = new TreeSet<>();
        DOCUMENT.nodes()
                .filter(node -> node.path("$ref").isString())
                .forEach(node -> references.add(node.get("$ref").stringValue()));
        return references;
    }

    private static Stream<JsonNode> responses() {
        return DOCUMENT.operations()
                .flatMap(operation -> operation.node().required("responses").valueStream())
                .map(DOCUMENT::resolve);
    }

    /** Of requests and answers, what is JSON. */
    private static Stream<JsonNode> contents() {
        Stream<JsonNode> requests =
                DOCUMENT.operations().map(operation -> operation.node().path("requestBody"));
        return Stream.concat(requests, responses()).flatMap(OpenApiDocumentTest::json);
    }

    private static Stream<JsonNode> json(JsonNode part) {
        return part.path("content")
                .propertyStream()
                .filter(content -> content.getKey().endsWith("json"))
                .map(Map.Entry::getValue);
    }

    private static Stream<String> faults(JsonNode schema, Map.Entry<String, JsonNode> example) {
        return SCHEMAS.faults(schema, example.getValue().required("value")).stream()
                .map(fault -> schema + ", example " + example.getKey() + ": " + fault);
    }

    /** The objects that a schema speaks of, at any depth, through its references. */
    private static Stream<JsonNode> objects(JsonNode schema) {
        JsonNode resolved = DOCUMENT.resolve(schema);
        Stream<JsonNode> own =
                resolved.path("type").asString("").equals("object") ? Stream.of(resolved) : Stream.empty();
        Stream<JsonNode> inner = Stream.of("properties", "oneOf", "anyOf")
                .flatMap(keyword -> resolved.path(keyword).valueStream());
        Stream<JsonNode> items = resolved.path("items").isObject() ? Stream.of(resolved.path("items")) : Stream.empty();
        return Stream.concat(own, Stream.concat(inner, items).flatMap(OpenApiDocumentTest::objects));
    }

    private static List<String> texts(Stream<JsonNode> nodes, String member) {
        return nodes.map(node -> node.required(member).stringValue()).toList();
    }
}
