package io.tenantry.http.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code openapi.yaml}, read. Thread-safe, for nothing changes it. */
final class OpenApiDocument {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final JsonNode root;

    OpenApiDocument(JsonNode root) {
        this.root = root;
    }

    static OpenApiDocument published() {
        try (InputStream in = OpenApiDocument.class.getResourceAsStream("/openapi.yaml")) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static OpenApiDocument of(String yaml) {
        return new OpenApiDocument(YAMLMapper.shared().readTree(yaml));
    }

    JsonNode root() {
        return root;
    }

    /** What stands there, or where a reference stands what it leads to. */
    JsonNode resolve(JsonNode node) {
        JsonNode current = node;
        while (current.has("$ref")) {
            current = root.requiredAt(current.get("$ref").stringValue().substring(1));
        }
        return current;
    }

    /** The path item for a request's path, with or without a slash at its end. */
    Optional<JsonNode> pathItem(String path) {
        List<String> asked = segments(path);
        return root.required("paths")
                .propertyStream()
                .filter(entry -> matches(segments(entry.getKey()), asked))
                .min((one, other) -> Boolean.compare(
                        one.getKey().contains("{"), other.getKey().contains("{")))
                .map(java.util.Map.Entry::getValue);
    }

    Stream<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.required("paths")
                .properties()
                .forEach(path -> METHODS.stream()
                        .filter(path.getValue()::has)
                        .forEach(method -> operations.add(new Operation(
                                method + " " + path.getKey(), path.getValue().get(method)))));
        return operations.stream();
    }

    /** Everything in the document, from the outside in. */
    Stream<JsonNode> nodes() {
        return below(root);
    }

    private static Stream<JsonNode> below(JsonNode node) {
        return Stream.concat(Stream.of(node), node.valueStream().flatMap(OpenApiDocument::below));
    }

    private static List<String> segments(String path) {
        return Stream.of(path.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    private static boolean matches(List<String> template, List<String> asked) {
        if (template.size() != asked.size()) {
            return false;
        }
        for (int i = 0; i < asked.size(); i++) {
            if (!template.get(i).startsWith("{") && !template.get(i).equals(asked.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** @param name method and path, for messages */
    record Operation(String name, JsonNode node) {}
}
