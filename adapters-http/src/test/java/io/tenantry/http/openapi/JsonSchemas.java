package io.tenantry.http.openapi;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.format.PatternFormat;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of one document, compiled when they are first used. Formats count. Thread-safe. */
final class JsonSchemas {

    /** The library's own refuses domains that are in no list of its time, {@code .example} and {@code .localhost} among them. */
    private static final Format EMAIL = PatternFormat.of(
            "email",
            "^[^@\\s\\p{Cntrl}]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z0-9-]+$",
            "an address");

    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft202012())
            .format(EMAIL)
            .keyword(new NonValidationKeyword("components"))
            .build();

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            DIALECT,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
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
