package io.tenantry.http.openapi;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of one document, compiled when they are first used. Formats count. Thread-safe. */
final class JsonSchemas {

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            Dialects.getDraft202012(),
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(true)
                    .build()));
    private final Map<JsonNode, Schema> compiled = Collections.synchronizedMap(new IdentityHashMap<>());
    private final JsonNode components;

    JsonSchemas(OpenApiDocument document) {
        this.components = document.root().path("components");
    }

    /** What is wrong with a value, each fault as a line; none if it satisfies the schema. */
    List<String> faults(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(fault -> fault.getInstanceLocation() + " " + fault.getMessage())
                .toList();
    }

    /** A schema refers to others as {@code #/components/…}: so these have to stand in it. */
    private Schema compile(JsonNode schema) {
        ObjectNode whole = (ObjectNode) schema.deepCopy();
        whole.set("components", components);
        return registry.getSchema(whole);
    }
}
