package io.tenantry.http.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Holds one answer against what is documented of a path. Thread-safe. */
final class ResponseCheck {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final OpenApiDocument document;
    private final JsonSchemas schemas;

    ResponseCheck(OpenApiDocument document) {
        this.document = document;
        this.schemas = new JsonSchemas(document);
    }

    List<String> ofPath(JsonNode pathItem, Answer answer) {
        String method = answer.method().equals("HEAD") ? "get" : answer.method().toLowerCase(Locale.ROOT);
        if (!pathItem.has(method)) {
            return ofUndocumentedMethod(pathItem, answer);
        }
        JsonNode response = pathItem.get(method).path("responses").path(Integer.toString(answer.status()));
        return response.isMissingNode()
                ? List.of("status " + answer.status() + " is not documented")
                : ofResponse(document.resolve(response), answer);
    }

    /** @param name of a response among the document's components */
    List<String> ofComponent(String name, Answer answer) {
        return ofResponse(document.root().requiredAt("/components/responses/" + name), answer);
    }

    private List<String> ofUndocumentedMethod(JsonNode pathItem, Answer answer) {
        JsonNode anyOperation = pathItem.valueStream().findFirst().orElseThrow();
        return answer.status() == 405
                ? ofResponse(document.resolve(anyOperation.path("responses").required("405")), answer)
                : List.of("the method is not documented, so the status must be 405");
    }

    private List<String> ofResponse(JsonNode response, Answer answer) {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
            faults.addAll(ofHeader(header.getKey(), document.resolve(header.getValue()), answer));
        }
        faults.addAll(ofContent(response.path("content"), answer));
        return faults;
    }

    private List<String> ofHeader(String name, JsonNode header, Answer answer) {
        List<String> values = answer.header(name);
        if (values.isEmpty()) {
            return header.path("required").asBoolean(false) ? List.of("the header " + name + " is missing") : List.of();
        }
        return values.stream()
                .flatMap(value -> schemas.faults(header.get("schema"), typed(header, value)).stream())
                .map(fault -> "the header " + name + ": " + fault)
                .toList();
    }

    private static JsonNode typed(JsonNode header, String value) {
        boolean number =
                header.path("schema").path("type").asString("").equals("integer") && value.matches("\\d{1,18}");
        return number
                ? JsonNodeFactory.instance.numberNode(Long.parseLong(value))
                : JsonNodeFactory.instance.stringNode(value);
    }

    private List<String> ofContent(JsonNode content, Answer answer) {
        if (answer.method().equals("HEAD") || content.isEmpty()) {
            return answer.isEmpty() ? List.of() : List.of("there must be no body");
        }
        JsonNode media = content.path(answer.mediaType());
        if (media.isMissingNode()) {
            return List.of("content type " + answer.contentType() + " is none of " + content.propertyNames());
        }
        List<String> faults = new ArrayList<>();
        if (answer.isText() && !answer.isUtf8()) {
            faults.add("content type " + answer.contentType() + " does not say charset=utf-8");
        }
        faults.addAll(ofBody(media.required("schema"), answer));
        return faults;
    }

    private List<String> ofBody(JsonNode schema, Answer answer) {
        if (!answer.mediaType().endsWith("json")) {
            return schemas.faults(schema, JsonNodeFactory.instance.stringNode(answer.body()));
        }
        try {
            return schemas.faults(schema, STRICT.readTree(answer.body()));
        } catch (JacksonException malformed) {
            return List.of("the body is not JSON: " + malformed.getOriginalMessage());
        }
    }
}
